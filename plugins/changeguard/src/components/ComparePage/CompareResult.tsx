import type { DefinitionCheckResult } from '@changeguard/backstage-plugin-changeguard-common';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { ComparisonFailureAlert } from '../Comparison/ComparisonFailureAlert';
import { DetectedFindings } from '../Comparison/DetectedFindings';
import { VerdictAlert } from '../Comparison/VerdictAlert';
import { useFindingGroups } from '../FindingGroup/useFindingGroups';
import { Section } from '../Section/Section';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(1) } }),
  { name: 'ChangeGuardCompareResult' },
);

/** What comparing the two texts came to. */
export const CompareResult = (props: {
  result: DefinitionCheckResult;
  /** The texts, or the format, are no longer those that were compared. */
  isStale: boolean;
  onLine: (side: 'before' | 'after', line: number) => void;
}) => {
  const { result, isStale, onLine } = props;
  const classes = useStyles();
  const t = useTexts();
  const groups = useFindingGroups(result.findings);

  return (
    <Section title={t('compare.result')} level={2}>
      <div className={classes.root} role="status">
        {isStale && <Alert severity="info">{t('compare.stale')}</Alert>}
        {result.failure ? (
          <ComparisonFailureAlert
            failure={result.failure}
            onLine={(which, line) =>
              onLine(which === 'base' ? 'before' : 'after', line)
            }
          />
        ) : (
          <VerdictAlert
            comparison={result}
            groups={groups}
            format={result.format}
          />
        )}
      </div>
      <DetectedFindings
        groups={groups}
        format={result.format}
        count={result.findingCount}
        onShow={({ beforeRange, afterRange }, side) => {
          const range = side === 'before' ? beforeRange : afterRange;
          if (range) onLine(side, range.startLine);
        }}
      />
    </Section>
  );
};
