import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';
import { ReplayState } from './useReplay';

/** How far a replay has come, or how it ended. */
export const ReplayOutcome = (props: {
  state: ReplayState;
  /** How many there are to replay, where that is known. */
  total: number | undefined;
}) => {
  const { state, total } = props;
  const { phase, done, skipped, error } = state;
  const t = useTexts();
  const running =
    total === undefined
      ? t('deliveries.replay.soFar', { count: done })
      : t('deliveries.replay.progress', {
          done: String(done),
          total: String(total),
        });

  return (
    <>
      {phase === 'running' && (
        <LinearProgress
          aria-label={t('deliveries.replay.confirm')}
          variant={total ? 'determinate' : 'indeterminate'}
          value={total && Math.min(100, (100 * (done + skipped)) / total)}
        />
      )}
      {error && (
        <FailurePanel error={error} title={t('deliveries.replay.failed')} />
      )}
      <div role="status">
        <Typography>
          {phase === 'running'
            ? running
            : t(
                phase === 'stopped'
                  ? 'deliveries.replay.stopped'
                  : 'deliveries.replay.done',
                { count: done },
              )}
        </Typography>
        {skipped > 0 && (
          <Typography color="textSecondary">
            {t('deliveries.replay.skipped', { count: skipped })}
          </Typography>
        )}
      </div>
    </>
  );
};
