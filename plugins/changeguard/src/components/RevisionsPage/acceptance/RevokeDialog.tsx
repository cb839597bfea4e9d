import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';
import { ConfirmDialog } from '../../ConfirmDialog/ConfirmDialog';

/** Asks before a finding is accepted no longer. */
export const RevokeDialog = (props: {
  title: string;
  /** What the finding says. */
  message: string;
  /** In which place, or places; empty where they have no names. */
  where: string;
  /** What is said above a failure. */
  failed: string;
  open: boolean;
  onRevoke: () => Promise<void>;
  onClose: () => void;
}) => {
  const { title, message, where, failed, open, onRevoke, onClose } = props;
  const t = useTexts();

  return (
    <ConfirmDialog
      open={open}
      title={title}
      confirm={t('revisions.acceptances.revoke')}
      cancel={t('revisions.acceptances.cancel')}
      failed={failed}
      onConfirm={onRevoke}
      onClose={onClose}
    >
      <Typography>
        <b>{message}</b>
      </Typography>
      {where && <Typography variant="body2">{where}</Typography>}
      <Typography variant="body2">
        {t('revisions.acceptances.revokeText')}
      </Typography>
    </ConfirmDialog>
  );
};
