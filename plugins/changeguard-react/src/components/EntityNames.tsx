import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import { Fragment } from 'react';
import { changeGuardReactTranslationRef } from '../translation';
import { EntityName } from './EntityName';

/**
 * Several entities in one line; from the fourth on they are counted, with their refs on hover.
 *
 * @public
 */
export const EntityNames = (props: { entityRefs: string[]; max?: number }) => {
  const { entityRefs, max = 3 } = props;
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const rest = entityRefs.slice(max);

  if (entityRefs.length === 0) return <>{t('owners.none')}</>;
  return (
    <>
      {entityRefs.slice(0, max).map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && ', '}
          <EntityName entityRef={ref} />
        </Fragment>
      ))}
      {rest.length > 0 && (
        <Tooltip title={rest.join(', ')}>
          <span> {t('owners.more', { count: rest.length })}</span>
        </Tooltip>
      )}
    </>
  );
};
