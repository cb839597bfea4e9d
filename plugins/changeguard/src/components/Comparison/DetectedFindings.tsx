import type {
  DetectedFinding,
  FindingGroup,
} from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { DetectedFindingItem } from './DetectedFindingItem';

/** So many are drawn at once. */
const STEP = 50;

const useStyles = makeStyles(
  { list: { listStyle: 'none', padding: 0, margin: 0 } },
  { name: 'ChangeGuardDetectedFindings' },
);

/** What a comparison found, the worst first, as the API lists it; what places have in common is told once. */
export const DetectedFindings = (props: {
  groups: FindingGroup<DetectedFinding>[];
  /** As what the definitions were compared. */
  format: string;
  /** How many findings there are, of which the worst are listed. */
  count: number;
  /** Shows where a finding is, where the page has the texts. */
  onShow?: (finding: DetectedFinding, side: 'before' | 'after') => void;
  /** Fingerprint of the one that is shown in the texts. */
  looked?: string;
  /** What can be done about a finding. */
  action?: (finding: DetectedFinding) => ReactNode;
  /** What can be done about all places of one at once. */
  groupAction?: (
    group: FindingGroup<DetectedFinding>,
    onDone: () => void,
  ) => ReactNode;
}) => {
  const { groups, format, count, onShow, looked, action, groupAction } = props;
  const classes = useStyles();
  const t = useTexts();
  const [wanted, setWanted] = useState(STEP);
  const at = groups.findIndex(({ findings }) =>
    findings.some(({ fingerprint }) => fingerprint === looked),
  );
  const shown = Math.max(wanted, at + 1);
  const rest = groups.length - shown;
  const listed = groups.reduce((sum, { findings }) => sum + findings.length, 0);

  if (groups.length === 0) return null;
  return (
    <>
      {count > listed && (
        <Typography variant="body2" color="textSecondary">
          {t('comparison.listed', {
            listed: String(listed),
            total: String(count),
          })}
        </Typography>
      )}
      <ul className={classes.list} aria-label={t('comparison.label')}>
        {groups.slice(0, shown).map((group, index) => (
          <DetectedFindingItem
            key={`${group.findings[0].fingerprint} ${index}`}
            group={group}
            format={format}
            onShow={onShow}
            looked={index === at ? looked : undefined}
            action={action}
            groupAction={groupAction}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setWanted(shown + STEP)}>
          {t('comparison.more', { count: Math.min(rest, STEP) })}
        </Button>
      )}
    </>
  );
};
