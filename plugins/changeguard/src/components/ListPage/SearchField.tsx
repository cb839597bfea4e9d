import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useTexts } from '../../hooks/useTexts';

/** So long after the last key, in milliseconds, a word is taken to be finished. */
const PAUSE = 300;

const useStyles = makeStyles(
  { root: { flex: '1 1 220px' } },
  { name: 'ChangeGuardSearchField' },
);

/** Words to look for; passed on once the reader pauses. */
export const SearchField = (props: {
  value: string;
  onChange: (value: string) => void;
}) => {
  const { value, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const [text, setText] = useState(value);
  const sent = useRef(value);

  useEffect(() => {
    // The URL has changed by another way, such as the back button.
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useDebounce(
    () => {
      const words = text.trim();
      if (words === sent.current) return;
      sent.current = words;
      onChange(words);
    },
    PAUSE,
    [text],
  );

  return (
    <TextField
      type="search"
      size="small"
      variant="outlined"
      className={classes.root}
      placeholder={t('list.search')}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ 'aria-label': t('list.search'), maxLength: 200 }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon aria-hidden />
          </InputAdornment>
        ),
      }}
    />
  );
};
