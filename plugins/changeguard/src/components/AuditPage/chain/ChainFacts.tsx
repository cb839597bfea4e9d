import type { AuditChain } from '@changeguard/backstage-plugin-changeguard-common';
import {
  RelativeTime,
  useNow,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../../hooks/useTexts';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(1) } }),
  { name: 'ChangeGuardChainFacts' },
);

/** Sealing takes seconds; what has waited for longer than this, in milliseconds, waits for somebody to look. */
const STUCK = 600_000;

/** How far the trail is sealed, what waits, and the newest checkpoint. */
export const ChainFacts = (props: { chain: AuditChain }) => {
  const {
    head,
    unsealed,
    oldestUnsealedAt,
    checkpoint,
    publicKey,
    retainedFromSeq,
  } = props.chain;
  const classes = useStyles();
  const t = useTexts();
  const now = useNow();
  const isStuck =
    oldestUnsealedAt !== null && now - Date.parse(oldestUnsealedAt) > STUCK;

  return (
    <div className={classes.root}>
      <Typography variant="body2">
        {head ? (
          <>
            {t('audit.chain.sealed')} <b>#{head.seq}</b>,{' '}
            <RelativeTime at={head.sealedAt} />
          </>
        ) : (
          t('audit.chain.sealedNone')
        )}
        {' · '}
        {t('audit.chain.waiting', { count: unsealed })}
        {oldestUnsealedAt && (
          <>
            , {t('audit.chain.since')} <RelativeTime at={oldestUnsealedAt} />
          </>
        )}
      </Typography>
      <Typography variant="body2">
        {checkpoint ? (
          <>
            {t('audit.chain.checkpoint')} <b>#{checkpoint.seq}</b>,{' '}
            <RelativeTime at={checkpoint.at} />, {t('audit.chain.signedBy')}{' '}
            <code>{checkpoint.keyId}</code>
          </>
        ) : (
          t('audit.chain.checkpointNone')
        )}
      </Typography>
      {retainedFromSeq !== null && retainedFromSeq > 1 && (
        <Typography variant="body2" color="textSecondary">
          {t('audit.chain.retained', { seq: String(retainedFromSeq) })}
        </Typography>
      )}
      {publicKey === null && (
        <Alert severity="warning">{t('audit.chain.unsigned')}</Alert>
      )}
      {isStuck && <Alert severity="warning">{t('audit.chain.stuck')}</Alert>}
    </div>
  );
};
