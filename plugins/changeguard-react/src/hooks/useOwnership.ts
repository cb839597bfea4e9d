import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** Who is signed in, and in whose name that person may act. @public */
export interface Ownership {
  /** The person, such as `user:default/alice`. */
  userEntityRef: string;
  /** The person and the person's groups. */
  ownershipEntityRefs: string[];
}

/** Who is signed in; undefined for the moment until that is known. @public */
export function useOwnership(): Ownership | undefined {
  const identity = useApi(identityApiRef);
  const [ownership, setOwnership] = useState<Ownership>();
  useEffect(() => {
    let wanted = true;
    identity.getBackstageIdentity().then(
      ({ userEntityRef, ownershipEntityRefs }) => {
        if (wanted) setOwnership({ userEntityRef, ownershipEntityRefs });
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [identity]);
  return ownership;
}
