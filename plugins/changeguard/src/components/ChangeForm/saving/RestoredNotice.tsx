import { RelativeTime } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../../hooks/useTexts';
import { ChangeFormState } from '../useChangeForm';

/** Says that an earlier, unsent form was found in this browser, and lets one start afresh. */
export const RestoredNotice = (props: { form: ChangeFormState }) => {
  const { restoredFrom, startAfresh } = props.form;
  const t = useTexts();
  if (!restoredFrom) return null;

  return (
    <Alert
      severity="info"
      role="status"
      action={
        <Button color="inherit" size="small" onClick={startAfresh}>
          {t('changeForm.draft.discard')}
        </Button>
      }
    >
      {t('changeForm.draft.restored')} (<RelativeTime at={restoredFrom} />)
    </Alert>
  );
};
