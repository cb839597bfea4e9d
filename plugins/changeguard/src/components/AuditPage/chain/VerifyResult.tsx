import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useTexts } from '../../../hooks/useTexts';
import { Verification } from './useVerification';
import { VerifiedStretch } from './VerifiedStretch';

/** How far the check of the chain has come, or what it found. */
export const VerifyResult = (props: {
  state: Verification;
  onResume: () => void;
  onShow: (recordId: string) => void;
}) => {
  const { state, onResume, onShow } = props;
  const { phase, last, error } = state;
  const t = useTexts();
  const bad = last?.firstBad;
  const goOn = (
    <Button color="inherit" size="small" onClick={onResume}>
      {t('audit.verify.resume')}
    </Button>
  );

  if (phase === 'running') {
    return (
      <div>
        <Typography variant="body2">
          {last
            ? t('audit.verify.running', {
                seq: String(last.toSeq),
                head: String(last.headSeq),
              })
            : t('audit.verify.starting')}
        </Typography>
        <LinearProgress
          aria-label={t('audit.verify.button')}
          variant={last ? 'determinate' : 'indeterminate'}
          value={last && (100 * last.toSeq) / Math.max(1, last.headSeq)}
        />
      </div>
    );
  }
  if (error) {
    return (
      <FailurePanel
        error={error}
        title={t('audit.verify.failed')}
        onRetry={onResume}
      />
    );
  }
  if (phase === 'stopped') {
    return (
      <Alert severity="info" action={goOn}>
        {t('audit.verify.stopped', { seq: String(last?.toSeq ?? 0) })}
      </Alert>
    );
  }
  if (bad) {
    const { recordId, seq, reason } = bad;
    return (
      <Alert
        severity="error"
        action={
          recordId && (
            <Button
              color="inherit"
              size="small"
              onClick={() => onShow(recordId)}
            >
              {t('audit.verify.show')}
            </Button>
          )
        }
      >
        <AlertTitle>
          {seq === null
            ? t('audit.verify.brokenUnsealed')
            : t('audit.verify.broken', { seq: String(seq) })}
        </AlertTitle>
        {t(`audit.verify.fault.${reason}`)}
      </Alert>
    );
  }
  return <VerifiedStretch state={state} />;
};
