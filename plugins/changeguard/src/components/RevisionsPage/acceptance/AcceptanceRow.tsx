import type { Acceptance } from '@changeguard/backstage-plugin-changeguard-common';
import {
  EntityName,
  RelativeTime,
  SeverityChip,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { RuleName } from '../../FindingGroup/RuleName';
import { RevokeDialog } from './RevokeDialog';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    message: { flex: '1 1 200px', minWidth: 0 },
  }),
  { name: 'ChangeGuardAcceptanceRow' },
);

/** One accepted finding: what, why, by whom, for how long, and the way back for its owners. */
export const AcceptanceRow = (props: {
  acceptance: Acceptance;
  onRevoke?: () => Promise<void>;
}) => {
  const { acceptance, onRevoke } = props;
  const { severity, message, pointer, operation, format, rule } = acceptance;
  const { reason, until, holds } = acceptance;
  const classes = useStyles();
  const t = useTexts();
  const [asking, setAsking] = useState(false);

  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <SeverityChip severity={severity} />
        <Typography className={classes.message}>{message}</Typography>
        {onRevoke && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('revisions.acceptances.revoke')}
          </Button>
        )}
      </div>
      <Typography variant="body2" color="textSecondary">
        {operation && `${operation} · `}
        <code>{pointer}</code> ·{' '}
        {format ? <RuleName format={format} rule={rule} /> : rule}
      </Typography>
      <Typography variant="body2">{reason}</Typography>
      <Typography variant="body2" color="textSecondary">
        {t('revisions.acceptances.by')}{' '}
        <EntityName entityRef={acceptance.acceptedBy} />{' '}
        <RelativeTime at={acceptance.acceptedAt} />
        {until && ` · ${t('revisions.acceptances.until')} `}
        {until && <RelativeTime at={until} />}
        {!holds && ` · ${t('revisions.acceptances.expired')}`}
      </Typography>
      {onRevoke && (
        <RevokeDialog
          title={t('revisions.acceptances.revokeTitle')}
          message={message}
          where={operation ?? ''}
          failed={t('revisions.accept.undoFailed')}
          open={asking}
          onRevoke={async () => {
            await onRevoke();
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
};
