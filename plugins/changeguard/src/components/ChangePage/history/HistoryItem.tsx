import { AuditRecord } from '@changeguard/backstage-plugin-changeguard-common';
import { RelativeTime } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../hooks/useTexts';
import { FieldChangeLine } from '../../AuditRecord/FieldChangeLine';
import { fieldChanges } from '../../AuditRecord/fieldChanges';
import { RecordSentence } from '../../AuditRecord/RecordSentence';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    fields: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2) },
  }),
  { name: 'ChangeGuardHistoryItem' },
);

/** One thing that happened, as a sentence, with the fields it changed. */
export const HistoryItem = (props: { record: AuditRecord }) => {
  const { record } = props;
  const classes = useStyles();
  const t = useTexts();
  const fields = fieldChanges(record);

  return (
    <li className={classes.root}>
      <Typography variant="body2">
        <RecordSentence record={record} />
        {' · '}
        <Typography variant="caption" color="textSecondary">
          <RelativeTime at={record.at} />
        </Typography>
      </Typography>
      {record.reason && (
        <Typography variant="body2">
          {t('auditRecord.reason', { reason: record.reason })}
        </Typography>
      )}
      {fields.length > 0 && (
        <ul className={classes.fields}>
          {fields.map(change => (
            <FieldChangeLine key={change.field} change={change} />
          ))}
        </ul>
      )}
    </li>
  );
};
