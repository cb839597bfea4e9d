import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTexts } from '../../hooks/useTexts';
import { schemaChangesRouteRef } from '../../routes';

/** Says why a change may not be there. The API does not tell an unreadable change from a missing one, and neither do we. */
export const ChangeNotFound = () => {
  const t = useTexts();
  const changesLink = useRouteRef(schemaChangesRouteRef);

  return (
    <EmptyState
      missing="content"
      title={t('changePage.notFound.title')}
      description={t('changePage.notFound.description')}
      action={
        <LinkButton
          variant="contained"
          color="primary"
          to={changesLink?.() ?? ''}
        >
          {t('changePage.notFound.back')}
        </LinkButton>
      }
    />
  );
};
