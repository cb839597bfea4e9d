import {
  Ownership,
  RowsSkeleton,
  useOwnership,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useTexts } from '../../hooks/useTexts';
import { Inbox } from './Inbox';

/** Where everybody starts: what waits for the reader, and what the reader's teams are about to break or have broken. */
export const InboxPage = () => {
  const ownership: Ownership | undefined = useOwnership();
  const t = useTexts();

  return ownership ? (
    <Inbox ownership={ownership} />
  ) : (
    <RowsSkeleton label={t('inbox.loading')} rows={6} />
  );
};
