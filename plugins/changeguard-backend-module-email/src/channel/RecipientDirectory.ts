import { AuthService } from '@backstage/backend-plugin-api';
import { isUserEntity, UserEntity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { entityName } from '../mail/entityName';
import { isMailAddress, Mailbox } from '../mail/Mailbox';

/** Where a person's mail goes, or in words why nowhere. */
export type FoundMailbox =
  | { found: true; mailbox: Mailbox }
  | { found: false; message: string };

/** The catalog as an address book, read with the plugin's own credentials. */
export class RecipientDirectory {
  constructor(
    private readonly deps: { auth: AuthService; catalog: CatalogService },
  ) {}

  /**
   * Finds a person's mailbox and, in the same request, how a comment's author is called.
   *
   * @throws Error - when the catalog does not answer
   */
  async look(
    recipient: string,
    author: string | null,
  ): Promise<{ mailbox: FoundMailbox; authorName: string | null }> {
    const { auth, catalog } = this.deps;
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: author ? [recipient, author] : [recipient],
        fields: ['kind', 'metadata', 'spec.profile'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const [person, writer] = items.map(entity =>
      entity && isUserEntity(entity) ? entity : undefined,
    );
    return {
      mailbox: person
        ? toMailbox(recipient, profileOf(person))
        : no(`${recipient} is not a user in the catalog`),
      authorName: (writer && profileOf(writer))?.displayName ?? null,
    };
  }
}

/** The catalog leaves out a `spec` of which none of the asked fields is there. */
function profileOf({ spec }: { spec?: UserEntity['spec'] }) {
  return spec?.profile;
}

function toMailbox(
  recipient: string,
  profile: { displayName?: string; email?: string } | undefined,
): FoundMailbox {
  const address = profile?.email?.replace(/^ +| +$/g, '');
  if (!address) {
    return no(`${recipient} has no mail address in the catalog`);
  }
  if (!isMailAddress(address)) {
    return no(`${recipient} has a malformed mail address in the catalog`);
  }
  const name = profile?.displayName || entityName(recipient);
  return { found: true, mailbox: { name, address } };
}

function no(message: string): FoundMailbox {
  return { found: false, message };
}
