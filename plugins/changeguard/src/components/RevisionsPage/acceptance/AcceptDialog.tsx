import { toError } from '@backstage/errors';
import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { ConfirmDialog } from '../../ConfirmDialog/ConfirmDialog';
import { instantOfDay } from '../../DayField/dayOfInstant';
import { DayField } from '../../DayField/DayField';

/** Asks why a finding is fine, and for how long. */
export const AcceptDialog = (props: {
  finding: DetectedFinding;
  open: boolean;
  onAccept: (reason: string, until: string | null) => Promise<void>;
  onClose: () => void;
}) => {
  const { finding, open, onAccept, onClose } = props;
  const t = useTexts();
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const [error, setError] = useState<Error>();
  const until = instantOfDay(day);
  const isPast = until !== null && Date.parse(until) <= Date.now();

  return (
    <ConfirmDialog
      open={open}
      title={t('revisions.accept.title')}
      confirm={t('revisions.accept.confirm')}
      cancel={t('revisions.accept.cancel')}
      disabled={!reason.trim() || isPast}
      onClose={onClose}
      onConfirm={async () => {
        setError(undefined);
        await onAccept(reason.trim(), until).catch(failure =>
          setError(toError(failure)),
        );
      }}
    >
      <Typography>
        <b>{finding.message}</b>
      </Typography>
      <Typography variant="body2">{t('revisions.accept.text')}</Typography>
      <TextField
        id={reasonId}
        label={t('revisions.accept.reason')}
        helperText={t('revisions.accept.reasonHelp')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputProps={{ maxLength: 2_000 }}
        variant="outlined"
        margin="dense"
        multiline
        minRows={2}
        required
        fullWidth
      />
      <DayField
        label={t('revisions.accept.until')}
        value={day}
        error={isPast}
        helperText={t(
          isPast ? 'revisions.accept.past' : 'revisions.accept.untilHelp',
        )}
        onChange={setDay}
      />
      {error && (
        <FailurePanel error={error} title={t('revisions.accept.failed')} />
      )}
    </ConfirmDialog>
  );
};
