import { useApi } from '@backstage/frontend-plugin-api';
import {
  changeGuardApiRef,
  FailurePanel,
} from '@changeguard/backstage-plugin-changeguard-react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { ConfirmDialog } from '../../ConfirmDialog/ConfirmDialog';

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
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Error>();

  const skip = async () => {
    setFailure(undefined);
    try {
      await api.call('skipEvent', {
        params: { id: eventId },
        body: { subscriber, reason: reason.trim() },
      });
    } catch (error) {
      setFailure(error as Error);
      return;
    }
    onSkipped();
  };

  return (
    <ConfirmDialog
      open
      title={t('deliveries.events.question', { subscriber })}
      confirm={t('deliveries.events.confirm')}
      cancel={t('deliveries.events.cancel')}
      disabled={!reason.trim()}
      onConfirm={skip}
      onClose={onClose}
    >
      <Typography>
        {t('deliveries.events.consequence', { subscriber })}
      </Typography>
      {failure && (
        <FailurePanel error={failure} title={t('deliveries.events.failed')} />
      )}
      <TextField
        id={reasonId}
        label={t('deliveries.events.reason')}
        helperText={t('deliveries.events.reasonHelp')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputProps={{ maxLength: 2_000 }}
        variant="outlined"
        margin="dense"
        multiline
        minRows={2}
        fullWidth
        required
      />
    </ConfirmDialog>
  );
};
