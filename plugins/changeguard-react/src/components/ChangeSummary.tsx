import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSchemaChange } from '../hooks/useSchemaChange';
import { changeGuardReactTranslationRef } from '../translation';
import { AnswerProgress } from './AnswerProgress';
import { ChangeTitle } from './ChangeTitle';
import { EffectiveDate } from './EffectiveDate';
import { EntityName } from './EntityName';
import { FailurePanel } from './FailurePanel';
import { RowsSkeleton } from './RowsSkeleton';
import { SeverityChip } from './SeverityChip';
import { StatusChip } from './StatusChip';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      margin: theme.spacing(0.75, 0),
    },
  }),
  { name: 'ChangeGuardChangeSummary' },
);

/**
 * One schema change in three lines, kept up to date: for a card, a preview, another plugin's page.
 *
 * @param props - `id`: of the change.
 * @public
 */
export const ChangeSummary = (props: { id: string }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const { value: change, error, loading, refresh } = useSchemaChange(props.id);

  return (
    <div>
      {error && (
        <FailurePanel error={error} stale={Boolean(change)} onRetry={refresh} />
      )}
      {loading && <RowsSkeleton label={t('list.loading')} rows={1} />}
      {change && (
        <>
          <ChangeTitle id={change.id} title={change.title} />
          <Typography variant="body2" component="div" color="textSecondary">
            <EntityName
              entityRef={change.entityRef}
              gone={change.flags.entityGone}
            />
            {' · '}
            {t('list.findings', { count: change.findings.length })}
          </Typography>
          <Typography variant="body2" component="div" className={classes.facts}>
            <SeverityChip severity={change.severity} />
            <StatusChip status={change.status} />
            {change.status !== 'withdrawn' && (
              <EffectiveDate
                at={change.effectiveAt}
                overdue={change.flags.overdue}
              />
            )}
          </Typography>
          <AnswerProgress consumers={change.consumers} />
        </>
      )}
    </div>
  );
};
