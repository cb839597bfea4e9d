import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SchemaChangeSummary } from '@changeguard/backstage-plugin-changeguard-common';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { changeGuardReactTranslationRef } from '../translation';
import { AnswerProgress } from './AnswerProgress';
import { ChangeTitle } from './ChangeTitle';
import { EffectiveDate } from './EffectiveDate';
import { EntityName } from './EntityName';
import { EntityNames } from './EntityNames';
import { RelativeTime } from './RelativeTime';
import { SeverityChip } from './SeverityChip';
import { StatusChip } from './StatusChip';

const columns = [
  'change',
  'severity',
  'status',
  'effective',
  'owner',
  'answers',
  'activity',
] as const;

const useStyles = makeStyles(
  theme => ({
    table: { tableLayout: 'fixed' },
    cell: {
      padding: theme.spacing(1.25, 1),
      overflowWrap: 'anywhere',
      '&:first-child': { paddingLeft: 0 },
      '&:last-child': { paddingRight: 0 },
    },
    change: { width: 'auto' },
    severity: { width: 124 },
    status: { width: 124 },
    effective: { width: 108 },
    owner: { width: 116 },
    answers: { width: 124 },
    activity: { width: 108 },
  }),
  { name: 'ChangeGuardChangeTable' },
);

/** Changes as a table, for where there is room for one. */
export const ChangeTable = (props: {
  changes: SchemaChangeSummary[];
  label: string;
  hideEntity?: boolean;
  /** Leave out the last activity, where there is less room. */
  hideActivity?: boolean;
}) => {
  const { changes, label, hideEntity, hideActivity } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeGuardReactTranslationRef);

  return (
    <Table className={classes.table} aria-label={label}>
      <TableHead>
        <TableRow>
          {columns
            .filter(column => column !== 'activity' || !hideActivity)
            .map(column => (
              <TableCell
                key={column}
                className={`${classes.cell} ${classes[column]}`}
              >
                {t(`list.${column}`)}
              </TableCell>
            ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map(change => (
          <TableRow key={change.id} hover>
            <TableCell className={classes.cell}>
              <ChangeTitle id={change.id} title={change.title} />
              <Typography variant="body2" color="textSecondary" component="div">
                {t(`format.${change.format}`)}
                {!hideEntity && (
                  <>
                    {' · '}
                    <EntityName
                      entityRef={change.entityRef}
                      gone={change.flags.entityGone}
                      hideIcon={false}
                    />
                  </>
                )}
              </Typography>
            </TableCell>
            <TableCell className={classes.cell}>
              <SeverityChip severity={change.severity} />
            </TableCell>
            <TableCell className={classes.cell}>
              <StatusChip status={change.status} />
              {change.flags.atRisk && (
                <Typography variant="body2">{t('flag.atRisk')}</Typography>
              )}
            </TableCell>
            <TableCell className={classes.cell}>
              {change.status !== 'withdrawn' && (
                <EffectiveDate
                  at={change.effectiveAt}
                  overdue={change.flags.overdue}
                />
              )}
            </TableCell>
            <TableCell className={classes.cell}>
              <EntityNames entityRefs={change.ownerRefs} max={2} />
            </TableCell>
            <TableCell className={classes.cell}>
              <AnswerProgress consumers={change.consumers} />
            </TableCell>
            {!hideActivity && (
              <TableCell className={classes.cell}>
                <RelativeTime at={change.updatedAt} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
