import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** A day, chosen from the browser's calendar or typed. */
export const DayField = (props: {
  id?: string;
  label: string;
  /** `yyyy-mm-dd`, or empty. */
  value: string;
  onChange: (day: string) => void;
  helperText?: string;
  error?: boolean;
}) => {
  const ownId = useId();
  return (
    <TextField
      id={props.id ?? ownId}
      type="date"
      label={props.label}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
      helperText={props.helperText}
      error={props.error}
      InputLabelProps={{ shrink: true }}
      variant="outlined"
      margin="dense"
      fullWidth
    />
  );
};
