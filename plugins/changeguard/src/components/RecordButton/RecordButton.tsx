import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTexts } from '../../hooks/useTexts';
import { recordSchemaChangeRouteRef } from '../../routes';

/** The way to the form from where no entity is chosen yet: the form asks for it, one's own teams' first. */
export const RecordButton = () => {
  const t = useTexts();
  const form = useRouteRef(recordSchemaChangeRouteRef);

  return (
    <LinkButton to={form()} variant="contained" color="primary">
      {t('page.record')}
    </LinkButton>
  );
};
