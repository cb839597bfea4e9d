import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useAudience } from '../../../hooks/useAudience';
import { useTexts } from '../../../hooks/useTexts';
import { ConfirmDialog } from '../../ConfirmDialog/ConfirmDialog';
import { AudienceSentence } from '../audience/AudienceSentence';

/** Asks once more before people are told, and says how many. */
export const AnnounceDialog = (props: {
  entityRef: string;
  hasDate: boolean;
  onAnnounce: () => Promise<void>;
  onClose: () => void;
}) => {
  const { entityRef, hasDate, onAnnounce, onClose } = props;
  const t = useTexts();
  const { value, error, refresh } = useAudience(entityRef);

  return (
    <ConfirmDialog
      open
      title={t('changeForm.save.confirmTitle')}
      confirm={t('changeForm.save.confirm')}
      cancel={t('changeForm.save.confirmCancel')}
      onConfirm={onAnnounce}
      onClose={onClose}
    >
      {value && <AudienceSentence audience={value} />}
      {!value && !error && <Skeleton variant="text" />}
      {error && (
        <FailurePanel
          error={error}
          title={t('changeForm.audience.failed')}
          onRetry={refresh}
        />
      )}
      <Typography>{t('changeForm.save.confirmText')}</Typography>
      {!hasDate && <Typography>{t('changeForm.save.noDate')}</Typography>}
    </ConfirmDialog>
  );
};
