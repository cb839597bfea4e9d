import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';

// Beside a list there is little room, and the last part of a moment, AM or PM, must not be cut.
const useStyles = makeStyles(
  theme => ({
    input: {
      paddingLeft: theme.spacing(1),
      paddingRight: theme.spacing(0.5),
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'ChangeGuardMomentFilter' },
);

/** A moment to the minute in the reader's zone, or none. */
export const MomentFilter = (props: {
  label: string;
  /** ISO 8601 UTC, or empty. */
  value: string;
  onChange: (value: string) => void;
}) => {
  const { label, value, onChange } = props;
  const classes = useStyles();
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
      inputProps={{ 'aria-label': label, className: classes.input }}
    />
  );
};
