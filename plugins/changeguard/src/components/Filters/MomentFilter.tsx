import TextField from '@material-ui/core/TextField';
import { DateTime } from 'luxon';

/** A moment to the minute in the reader's zone, or none. */
export const MomentFilter = (props: {
  label: string;
  /** ISO 8601 UTC, or empty. */
  value: string;
  onChange: (value: string) => void;
}) => {
  const { label, value, onChange } = props;
  const moment = DateTime.fromISO(value);

  return (
    <TextField
      type="datetime-local"
      size="small"
      variant="outlined"
      label={label}
      value={moment.isValid ? moment.toFormat("yyyy-MM-dd'T'HH:mm") : ''}
      onChange={event =>
        onChange(DateTime.fromISO(event.target.value).toUTC().toISO() ?? '')
      }
      InputLabelProps={{ shrink: true }}
      inputProps={{ 'aria-label': label }}
    />
  );
};
