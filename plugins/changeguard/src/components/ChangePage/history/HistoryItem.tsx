import {
  AuditRecord,
  changeGuardEventTypes,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  EntityName,
  RelativeTime,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../hooks/useTexts';
import { FieldChangeLine } from './FieldChangeLine';
import { fieldChanges } from './fieldChanges';

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
  const known = changeGuardEventTypes.find(type => type === record.action);
  const fields = fieldChanges(record);
  const consumer = record.after?.consumer;

  return (
    <li className={classes.root}>
      <Typography variant="body2">
        {record.actorType === 'user' ? (
          <EntityName entityRef={record.actor} />
        ) : (
          <span title={record.actor}>{t('changePage.history.system')}</span>
        )}{' '}
        {record.outcome === 'denied' && `${t('changePage.history.denied')} `}
        {known ? t(`changePage.history.action.${known}`) : record.action}
        {typeof consumer === 'string' && (
          <>
            {' '}
            <EntityName entityRef={consumer} />
          </>
        )}
        {' · '}
        <Typography variant="caption" color="textSecondary">
          <RelativeTime at={record.at} />
        </Typography>
      </Typography>
      {record.reason && (
        <Typography variant="body2">
          {t('changePage.history.reason', { reason: record.reason })}
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
