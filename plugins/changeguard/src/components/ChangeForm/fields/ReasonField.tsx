import TextField from '@material-ui/core/TextField';
import { useTexts } from '../../../hooks/useTexts';
import { useFieldFailure } from '../FailuresContext';

/** Why a change that people know of is edited. */
export const ReasonField = (props: {
  value: string;
  onChange: (reason: string) => void;
}) => {
  const t = useTexts();

  return (
    <TextField
      {...useFieldFailure('/reason', t('changeForm.field.reasonHelp'))}
      label={t('changeForm.field.reason')}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      inputProps={{ maxLength: 2000 }}
      variant="outlined"
      margin="dense"
      fullWidth
    />
  );
};
