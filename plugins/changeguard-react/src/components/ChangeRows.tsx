import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SchemaChangeSummary } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { changeGuardReactTranslationRef } from '../translation';
import { AnswerProgress } from './AnswerProgress';
import { ChangeTitle } from './ChangeTitle';
import { EffectiveDate } from './EffectiveDate';
import { EntityName } from './EntityName';
import { EntityNames } from './EntityNames';
import { SeverityChip } from './SeverityChip';
import { StatusChip } from './StatusChip';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      columnGap: theme.spacing(2),
      rowGap: theme.spacing(0.5),
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 0 },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      marginTop: theme.spacing(0.75),
    },
    side: { alignSelf: 'center' },
  }),
  { name: 'ChangeGuardChangeRows' },
);

/** Changes as lines that fit any width. */
export const ChangeRows = (props: {
  changes: SchemaChangeSummary[];
  label: string;
  hideEntity?: boolean;
  action?: (change: SchemaChangeSummary) => ReactNode;
}) => {
  const { changes, label, hideEntity, action } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeGuardReactTranslationRef);

  return (
    <ul className={classes.list} aria-label={label}>
      {changes.map(change => (
        <li key={change.id} className={classes.row}>
          <div>
            <ChangeTitle id={change.id} title={change.title} />
            <Typography variant="body2" component="div" color="textSecondary">
              {!hideEntity && (
                <>
                  <EntityName
                    entityRef={change.entityRef}
                    gone={change.flags.entityGone}
                  />
                  {' · '}
                </>
              )}
              {t(`format.${change.format}`)}
              {' · '}
              <EntityNames entityRefs={change.ownerRefs} max={2} />
            </Typography>
            <Typography
              variant="body2"
              component="div"
              className={classes.facts}
            >
              <SeverityChip severity={change.severity} />
              <StatusChip status={change.status} />
              {/* What was withdrawn never takes effect. */}
              {change.status !== 'withdrawn' && (
                <span>
                  {change.effectiveAt &&
                    !change.flags.overdue &&
                    `${t('list.effectiveWhen')} `}
                  <EffectiveDate
                    at={change.effectiveAt}
                    overdue={change.flags.overdue}
                  />
                </span>
              )}
              {change.flags.atRisk && <b>{t('flag.atRisk')}</b>}
            </Typography>
          </div>
          <div className={classes.side}>
            {action?.(change) ?? (
              <AnswerProgress consumers={change.consumers} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
};
