import Typography from '@material-ui/core/Typography';
import { RefObject } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { ReasonInput } from '../../ReasonInput/ReasonInput';
import { ReplayPlan } from './ReplayPlan';

/** What replaying does, how many it concerns, and why one wants it. */
export const ReplayQuestion = (props: {
  plan: ReplayPlan;
  reason: string;
  onReason: (reason: string) => void;
  reasonRef: RefObject<HTMLTextAreaElement>;
}) => {
  const { plan, reason, onReason, reasonRef } = props;
  const t = useTexts();
  const mayFailAgain =
    plan.kind === 'matching' ||
    plan.deliveries.some(({ state }) => state === 'undeliverable');

  return (
    <>
      {plan.kind === 'matching' && (
        <Typography>
          {t(
            plan.exact
              ? 'deliveries.replay.exactly'
              : 'deliveries.replay.atLeast',
            { count: plan.count },
          )}
        </Typography>
      )}
      <Typography>{t('deliveries.replay.again')}</Typography>
      {mayFailAgain && (
        <Typography>{t('deliveries.replay.failsAgain')}</Typography>
      )}
      <ReasonInput
        label={t('deliveries.replay.reason')}
        helperText={t('deliveries.replay.reasonHelp')}
        value={reason}
        onChange={onReason}
        inputRef={reasonRef}
      />
    </>
  );
};
