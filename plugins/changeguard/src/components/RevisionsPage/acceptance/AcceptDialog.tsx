import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { instantOfDay } from '../../DayField/dayOfInstant';
import { DayField } from '../../DayField/DayField';
import { ReasonDialog } from '../../ReasonDialog/ReasonDialog';

/** Asks why a finding is fine, and for how long. */
export const AcceptDialog = (props: {
  title: string;
  /** What the finding says. */
  message: string;
  /** In which place, or places; empty where they have no names. */
  where: string;
  open: boolean;
  onAccept: (reason: string, until: string | null) => Promise<void>;
  onClose: () => void;
}) => {
  const { title, message, where, open, onAccept, onClose } = props;
  const t = useTexts();
  const [day, setDay] = useState('');
  const until = instantOfDay(day);
  const isPast = until !== null && Date.parse(until) <= Date.now();

  return (
    <ReasonDialog
      open={open}
      title={title}
      texts={{
        reason: t('revisions.accept.reason'),
        reasonHelp: t('revisions.accept.reasonHelp'),
        confirm: t('revisions.accept.confirm'),
        cancel: t('revisions.accept.cancel'),
        failed: t('revisions.accept.failed'),
      }}
      further={
        <DayField
          label={t('revisions.accept.until')}
          value={day}
          error={isPast}
          helperText={t(
            isPast ? 'revisions.accept.past' : 'revisions.accept.untilHelp',
          )}
          onChange={setDay}
        />
      }
      disabled={isPast}
      onConfirm={reason => onAccept(reason, until)}
      onClose={onClose}
    >
      <Typography>
        <b>{message}</b>
      </Typography>
      {where && <Typography variant="body2">{where}</Typography>}
      <Typography variant="body2">{t('revisions.accept.text')}</Typography>
    </ReasonDialog>
  );
};
