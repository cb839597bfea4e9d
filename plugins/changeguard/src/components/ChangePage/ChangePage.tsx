import {
  FailurePanel,
  useSchemaChange,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useParams } from 'react-router-dom';
import { requestFailure } from '../../hooks/requestFailure';
import { useTexts } from '../../hooks/useTexts';
import { ChangeNotFound } from './ChangeNotFound';
import { ChangeSkeleton } from './ChangeSkeleton';
import { ChangeView } from './ChangeView';

/** The page of one change: whom does it break, have they heard, may it ship? */
export const ChangePage = () => {
  const { id = '' } = useParams();
  const t = useTexts();
  const { value, error, refresh, replace } = useSchemaChange(id);
  const status = error && requestFailure(error).status;
  // A malformed id is a 400: for the reader it is a change that does not exist, too.
  const isGone = status === 404 || (status === 400 && !value);

  if (isGone) return <ChangeNotFound />;
  return (
    <>
      {error && (
        <FailurePanel
          error={error}
          title={value ? undefined : t('changePage.loadFailed')}
          stale={value !== undefined}
          onRetry={refresh}
        />
      )}
      {!value && !error && <ChangeSkeleton />}
      {value && <ChangeView change={value} onChanged={replace} />}
    </>
  );
};
