import { useRouteRef } from '@backstage/core-plugin-api';
import { useOwnership } from '@changeguard/backstage-plugin-changeguard-react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { schemaChangeRouteRef, schemaChangesRouteRef } from '../../routes';
import { ChangeForm } from './ChangeForm';
import { FormSkeleton } from './FormSkeleton';
import { emptyValues } from './formValues';

/** The page that records a change; `?entityRef=` says to what. */
export const RecordPage = () => {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const changeLink = useRouteRef(schemaChangeRouteRef);
  const changesLink = useRouteRef(schemaChangesRouteRef);
  const user = useOwnership()?.userEntityRef;
  const entityRef = search.get('entityRef') ?? '';

  // Whose draft is kept in this browser is known only with the person.
  if (!user) return <FormSkeleton />;
  const draftKey = `changeguard:record:${user}:${entityRef}`;
  return (
    <ChangeForm
      key={draftKey}
      draftKey={draftKey}
      change={null}
      initial={emptyValues(entityRef)}
      onStored={({ id }) => navigate(changeLink({ id }))}
      onCancel={() => navigate(changesLink())}
    />
  );
};
