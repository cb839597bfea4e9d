import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { ComparisonFailureAlert } from '../../Comparison/ComparisonFailureAlert';
import { VerdictAlert } from '../../Comparison/VerdictAlert';
import { DefinitionField } from '../../ComparePage/DefinitionField';
import { useSeconds } from '../../ComparePage/useSeconds';
import { useFindingGroups } from '../../FindingGroup/useFindingGroups';
import { FindingValues, writtenFindings } from '../formValues';
import { ChangeFormState } from '../useChangeForm';
import { detectedRows } from './detectedRows';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'ChangeGuardDetectFindings' },
);

/** Takes the new definition and fills in what it breaks, beside or instead of what was typed; what it replaces can be had back. */
export const DetectFindings = (props: { form: ChangeFormState }) => {
  const { values, definition, fillIn, undoFilling } = props.form;
  const classes = useStyles();
  const t = useTexts();
  const { text, comparison, state } = definition;
  const [open, setOpen] = useState(text !== '' || undoFilling !== undefined);
  const { since, of } = state;
  // Nothing is filled in that was found in another text, or against another entity.
  const isCurrent = of?.revision === text && of.entityRef === values.entityRef;
  const { result, error } = isCurrent ? state : {};
  const groups = useFindingGroups(result?.findings);
  const seconds = useSeconds(since);
  const compare = () =>
    comparison.compare({ entityRef: values.entityRef, revision: text });
  const fill = (found: readonly DetectedFinding[], kept: FindingValues[]) =>
    fillIn([...kept, ...detectedRows(found, kept)]);

  return (
    <div className={classes.root}>
      <div>
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {t('changeForm.detect.open')}
        </Button>
      </div>
      {open && (
        <>
          <Typography variant="body2" color="textSecondary">
            {t(
              values.entityRef
                ? 'changeForm.detect.help'
                : 'changeForm.detect.entityFirst',
            )}
          </Typography>
          <DefinitionField
            label={t('changeForm.detect.definition')}
            value={text}
            rows={8}
            onChange={definition.set}
          />
          {!definition.isKept && (
            <Typography variant="body2" role="status">
              {t('changeForm.detect.notKept')}
            </Typography>
          )}
          <div className={classes.actions}>
            {since === undefined ? (
              <Button
                variant="outlined"
                disabled={!text.trim() || !values.entityRef}
                onClick={compare}
              >
                {t('changeForm.detect.compare')}
              </Button>
            ) : (
              <Button variant="outlined" onClick={() => comparison.cancel()}>
                {t('changeForm.detect.cancel')}
              </Button>
            )}
          </div>
          {since !== undefined && (
            <div role="status">
              {t('changeForm.detect.comparing', { seconds: String(seconds) })}
              <LinearProgress aria-label={t('changeForm.detect.compare')} />
            </div>
          )}
          {error && (
            <FailurePanel
              error={error}
              title={t('changeForm.detect.failed')}
              onRetry={compare}
            />
          )}
          {result && (
            <div role="status">
              {result.failure ? (
                <ComparisonFailureAlert failure={result.failure} />
              ) : (
                <VerdictAlert
                  comparison={result}
                  groups={groups}
                  format={result.format}
                />
              )}
            </div>
          )}
          {result && result.findings.length > 0 && (
            <div className={classes.actions}>
              <Button
                variant="outlined"
                onClick={() => fill(result.findings, writtenFindings(values))}
              >
                {t('changeForm.detect.add')}
              </Button>
              {writtenFindings(values).length > 0 && (
                <Button onClick={() => fill(result.findings, [])}>
                  {t('changeForm.detect.replace')}
                </Button>
              )}
            </div>
          )}
          {undoFilling && (
            <Alert
              severity="info"
              role="status"
              action={
                <Button color="inherit" size="small" onClick={undoFilling}>
                  {t('changeForm.detect.undo')}
                </Button>
              }
            >
              {t('changeForm.detect.filled')}
            </Alert>
          )}
        </>
      )}
    </div>
  );
};
