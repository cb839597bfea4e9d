import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ChangeEvent,
  DragEvent,
  RefObject,
  useId,
  useRef,
  useState,
} from 'react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0, borderRadius: theme.shape.borderRadius },
    dragged: { outline: `2px dashed ${theme.palette.primary.main}` },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      minHeight: 36,
    },
    title: { flex: 1 },
    text: { fontFamily: 'monospace', fontSize: 13, lineHeight: 1.5 },
  }),
  { name: 'ChangeGuardDefinitionField' },
);

/** One definition: pasted, chosen as a file, or dropped. */
export const DefinitionField = (props: {
  label: string;
  value: string;
  rows?: number;
  textRef?: RefObject<HTMLTextAreaElement>;
  onChange: (text: string) => void;
}) => {
  const { label, value, rows = 14, textRef, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const id = useId();
  const fileRef = useRef<HTMLInputElement>(null);
  const [dragged, setDragged] = useState(false);
  const [unreadable, setUnreadable] = useState(false);

  const take = async (file: File | undefined) => {
    setDragged(false);
    if (!file) return;
    try {
      onChange(await file.text());
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  const onFile = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files?.[0]);
    // So that the same file can be chosen again after it was edited.
    event.target.value = '';
  };

  return (
    <div
      className={`${classes.root} ${dragged ? classes.dragged : ''}`}
      onDragOver={event => {
        event.preventDefault();
        setDragged(true);
      }}
      onDragLeave={() => setDragged(false)}
      onDrop={onDrop}
    >
      <div className={classes.head}>
        <Typography
          component="label"
          variant="subtitle1"
          htmlFor={id}
          className={classes.title}
        >
          {label}
        </Typography>
        <Button
          size="small"
          variant="outlined"
          aria-label={t('compare.chooseFor', { side: label })}
          onClick={() => fileRef.current?.click()}
        >
          {t(dragged ? 'compare.drop' : 'compare.choose')}
        </Button>
        <input
          ref={fileRef}
          type="file"
          hidden
          onChange={onFile}
          aria-label={t('compare.chooseFor', { side: label })}
        />
      </div>
      <TextField
        id={id}
        multiline
        fullWidth
        minRows={rows}
        maxRows={rows}
        variant="outlined"
        placeholder={t('compare.placeholder')}
        value={value}
        inputRef={textRef}
        error={unreadable}
        helperText={unreadable && t('compare.unreadable')}
        onChange={event => onChange(event.target.value)}
        InputProps={{ classes: { input: classes.text } }}
        inputProps={{ spellCheck: false, wrap: 'off' }}
      />
    </div>
  );
};
