import TextField from '@material-ui/core/TextField';
import { useSettledText } from './useSettledText';

/** A text that must match as a whole, such as an id. */
export const TextFilter = (props: {
  label: string;
  value: string;
  placeholder?: string;
  /** Says what is wrong with a text; then it is not passed on. */
  check?: (text: string) => string | undefined;
  onChange: (value: string) => void;
}) => {
  const { label, value, placeholder, check, onChange } = props;
  const [text, setText] = useSettledText(value, words => {
    if (!words || !check?.(words)) onChange(words);
  });
  const words = text.trim();
  const problem = words && check?.(words);

  return (
    <TextField
      size="small"
      variant="outlined"
      label={label}
      placeholder={placeholder}
      value={text}
      error={Boolean(problem)}
      helperText={problem}
      onChange={event => setText(event.target.value)}
      InputLabelProps={{ shrink: true }}
      inputProps={{ 'aria-label': label, maxLength: 300, spellCheck: false }}
    />
  );
};
