import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { useTexts } from '../../hooks/useTexts';
import { useSettledText } from '../Filters/useSettledText';

const useStyles = makeStyles(
  { root: { flex: '1 1 220px' } },
  { name: 'ChangeGuardSearchField' },
);

/** Words to look for; passed on once the reader pauses. */
export const SearchField = (props: {
  value: string;
  onChange: (value: string) => void;
}) => {
  const classes = useStyles();
  const t = useTexts();
  const [text, setText] = useSettledText(props.value, props.onChange);

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
