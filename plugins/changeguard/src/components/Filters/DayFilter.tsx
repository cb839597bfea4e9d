import TextField from '@material-ui/core/TextField';

/** A day, or none. */
export const DayFilter = (props: {
  label: string;
  day: string;
  onChange: (day: string) => void;
}) => {
  const { label, day, onChange } = props;

  return (
    <TextField
      type="date"
      size="small"
      variant="outlined"
      label={label}
      value={day}
      onChange={event => onChange(event.target.value)}
      InputLabelProps={{ shrink: true }}
      inputProps={{ 'aria-label': label }}
    />
  );
};
