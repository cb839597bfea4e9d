import { useApi } from '@backstage/frontend-plugin-api';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';
import { ReasonDialog } from '../../ReasonDialog/ReasonDialog';

/** Asks, with a reason, before a subscriber is spared an event for good. */
export const SkipDialog = (props: {
  eventId: string;
  subscriber: string;
  onSkipped: () => void;
  onClose: () => void;
}) => {
  const { eventId, subscriber, onSkipped, onClose } = props;
  const api = useApi(changeGuardApiRef);
  const t = useTexts();

  return (
    <ReasonDialog
      open
      title={t('deliveries.events.question', { subscriber })}
      texts={{
        reason: t('deliveries.events.reason'),
        reasonHelp: t('deliveries.events.reasonHelp'),
        confirm: t('deliveries.events.confirm'),
        cancel: t('deliveries.events.cancel'),
        failed: t('deliveries.events.failed'),
      }}
      onConfirm={async reason => {
        await api.call('skipEvent', {
          params: { id: eventId },
          body: { subscriber, reason },
        });
        onSkipped();
      }}
      onClose={onClose}
    >
      <Typography>
        {t('deliveries.events.consequence', { subscriber })}
      </Typography>
    </ReasonDialog>
  );
};
