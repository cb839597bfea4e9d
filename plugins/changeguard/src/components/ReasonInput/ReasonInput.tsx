import TextField from '@material-ui/core/TextField';
import { RefObject, useId } from 'react';

/** Where one says why something is done, for the audit trail. */
export const ReasonInput = (props: {
  label: string;
  helperText: string;
  value: string;
  required?: boolean;
  inputRef?: RefObject<HTMLTextAreaElement>;
  onChange: (reason: string) => void;
}) => {
  const { onChange, ...rest } = props;

  return (
    <TextField
      {...rest}
      id={useId()}
      onChange={event => onChange(event.target.value)}
      // As long as the API takes one.
      inputProps={{ maxLength: 2_000 }}
      variant="outlined"
      margin="dense"
      multiline
      minRows={2}
      fullWidth
    />
  );
};
