import TextField from '@material-ui/core/TextField';

/** One of a few: the browser's own select, which works everywhere. */
export function ChoiceField<T extends string>(props: {
  id: string;
  label: string;
  value: T;
  options: readonly T[];
  nameOf: (option: T) => string;
  onChange: (option: T) => void;
  helperText?: string;
  error?: boolean;
}) {
  const { id, options, nameOf, onChange, ...field } = props;

  return (
    <TextField
      {...field}
      id={id}
      select
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event => {
        const chosen = options.find(option => option === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
      variant="outlined"
      margin="dense"
      fullWidth
    >
      {options.map(option => (
        <option key={option} value={option}>
          {nameOf(option)}
        </option>
      ))}
    </TextField>
  );
}
