import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useRef } from 'react';
import { requestFailure } from '../../hooks/requestFailure';
import { useTexts } from '../../hooks/useTexts';
import { CompareActions } from './CompareActions';
import { CompareResult } from './CompareResult';
import { DefinitionField } from './DefinitionField';
import { selectLine } from './selectLine';
import { useCompareDraft } from './useCompareDraft';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    paper: {
      display: 'grid',
      gap: theme.spacing(2),
      minWidth: 0,
      padding: theme.spacing(2),
    },
    texts: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
  }),
  { name: 'ChangeGuardCompare' },
);

/** The two texts, the button between them, and what comparing them found. */
export const Compare = () => {
  const classes = useStyles();
  const t = useTexts();
  const { draft, put, clear, comparison, state } = useCompareDraft();
  const areas = {
    before: useRef<HTMLTextAreaElement>(null),
    after: useRef<HTMLTextAreaElement>(null),
  };
  const compare = () =>
    comparison.compare({
      base: draft.before,
      revision: draft.after,
      format: draft.format || undefined,
    });
  const asksFormat =
    state.error !== undefined &&
    !draft.format &&
    requestFailure(state.error).fields.some(
      ({ pointer }) => pointer === '/format',
    );

  return (
    <div className={classes.root}>
      <Typography>{t('compare.intro')}</Typography>
      <Paper className={classes.paper}>
        <div className={classes.texts}>
          {(['before', 'after'] as const).map(side => (
            <DefinitionField
              key={side}
              label={t(`compare.${side}`)}
              value={draft[side]}
              textRef={areas[side]}
              onChange={text => put({ [side]: text })}
            />
          ))}
        </div>
        <CompareActions
          draft={draft}
          since={state.since}
          asksFormat={asksFormat}
          onFormat={format => put({ format })}
          onCompare={compare}
          onCancel={() => comparison.cancel()}
          onSwap={() => put({ before: draft.after, after: draft.before })}
          onClear={clear}
        />
      </Paper>
      {state.error && !asksFormat && (
        <FailurePanel
          error={state.error}
          title={t('compare.failed')}
          onRetry={compare}
        />
      )}
      {state.result && (
        <CompareResult
          result={state.result}
          isStale={
            state.of?.base !== draft.before ||
            state.of.revision !== draft.after ||
            (state.of.format ?? '') !== draft.format
          }
          onLine={(side, line) => selectLine(areas[side].current, line)}
        />
      )}
    </div>
  );
};
