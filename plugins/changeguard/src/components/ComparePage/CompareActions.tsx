import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { schemaFormats } from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardReactTranslationRef } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { useSeconds } from './useSeconds';
import { CompareDraft } from './useCompareDraft';

const GUESS = 'guess';
const UNKNOWN = 'changeguard-compare-unknown-format';
const comparable = schemaFormats.filter(format => format !== 'other');

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
    },
    format: { minWidth: 200 },
  }),
  { name: 'ChangeGuardCompareActions' },
);

/** As what the texts are compared, and the button that does it; while it runs, for how long already, and the way out. */
export const CompareActions = (props: {
  draft: CompareDraft;
  /** When the comparison that is running began. */
  since: number | undefined;
  /** What was compared last does not tell its format: it has to be chosen. */
  asksFormat: boolean;
  onFormat: (format: string) => void;
  onCompare: () => void;
  onCancel: () => void;
  onSwap: () => void;
  onClear: () => void;
}) => {
  const { draft, since, asksFormat, onFormat } = props;
  const { onCompare, onCancel, onSwap, onClear } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;
  const seconds = useSeconds(since);
  const isWhole = draft.before.trim() !== '' && draft.after.trim() !== '';

  const formatRef = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asksFormat) formatRef.current?.focus();
  }, [asksFormat]);

  return (
    <>
      {asksFormat && (
        <Alert severity="error" id={UNKNOWN} role="alert">
          {t('compare.unknownFormat')}
        </Alert>
      )}
      <div className={classes.root}>
        <TextField
          select
          size="small"
          variant="outlined"
          id="changeguard-compare-format"
          label={t('compare.format')}
          className={classes.format}
          error={asksFormat}
          inputRef={formatRef}
          SelectProps={{
            SelectDisplayProps: {
              'aria-describedby': asksFormat ? UNKNOWN : undefined,
            },
          }}
          value={draft.format || GUESS}
          onChange={({ target }) =>
            onFormat(target.value === GUESS ? '' : target.value)
          }
        >
          <MenuItem value={GUESS}>{t('compare.guess')}</MenuItem>
          {comparable.map(format => (
            <MenuItem key={format} value={format}>
              {words(`format.${format}`)}
            </MenuItem>
          ))}
        </TextField>
        {since === undefined ? (
          <Button
            variant="contained"
            color="primary"
            disabled={!isWhole}
            onClick={onCompare}
          >
            {t('compare.compare')}
          </Button>
        ) : (
          <Button variant="outlined" onClick={onCancel}>
            {t('compare.cancel')}
          </Button>
        )}
        <Button onClick={onSwap}>{t('compare.swap')}</Button>
        <Button onClick={onClear}>{t('compare.clear')}</Button>
      </div>
      {since !== undefined && (
        <div role="status">
          {t('compare.comparing', { seconds: String(seconds) })}
          <LinearProgress aria-label={t('compare.compare')} />
        </div>
      )}
    </>
  );
};
