import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useRef, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { ReplayOutcome } from './ReplayOutcome';
import { ReplayPlan } from './ReplayPlan';
import { ReplayQuestion } from './ReplayQuestion';
import { useReplay } from './useReplay';

const useStyles = makeStyles(
  theme => ({ content: { display: 'grid', gap: theme.spacing(1.5) } }),
  { name: 'ChangeGuardReplayDialog' },
);

/** Asks before deliveries are sent on their way again, then shows how far that has come. Cannot be left while it runs, only stopped. */
export const ReplayDialog = (props: {
  plan: ReplayPlan;
  onReplayed: (delivery: Delivery) => void;
  onClose: () => void;
}) => {
  const { plan, onReplayed, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const titleId = useId();
  const reasonRef = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const { state, start, stop } = useReplay(plan, onReplayed);
  const { phase } = state;
  const count = plan.kind === 'chosen' ? plan.deliveries.length : plan.count;
  const title =
    plan.kind === 'matching'
      ? t('deliveries.replay.titleMatching')
      : t('deliveries.replay.titleMany', { count });

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      TransitionProps={{ onEntered: () => reasonRef.current?.focus() }}
      onClose={phase === 'running' ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent className={classes.content}>
        {phase === 'asking' ? (
          <ReplayQuestion
            plan={plan}
            reason={reason}
            onReason={setReason}
            reasonRef={reasonRef}
          />
        ) : (
          <ReplayOutcome
            state={state}
            total={plan.kind === 'chosen' || plan.exact ? count : undefined}
          />
        )}
      </DialogContent>
      <DialogActions>
        {phase === 'asking' && (
          <>
            <Button onClick={onClose}>{t('deliveries.replay.cancel')}</Button>
            <Button
              variant="contained"
              color="primary"
              onClick={() => start(reason)}
            >
              {t('deliveries.replay.confirm')}
            </Button>
          </>
        )}
        {phase === 'running' && (
          <Button onClick={stop}>{t('deliveries.replay.stop')}</Button>
        )}
        {phase !== 'asking' && phase !== 'running' && (
          <Button onClick={onClose}>{t('deliveries.replay.close')}</Button>
        )}
      </DialogActions>
    </Dialog>
  );
};
