import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
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

/** What a comparison found, the worst first, as the API lists it. */
export const DetectedFindings = (props: {
  findings: DetectedFinding[];
  /** How many there are, of which the worst are listed. */
  count: number;
  /** Shows where a finding is, where the page has the texts. */
  onShow?: (finding: DetectedFinding, side: 'before' | 'after') => void;
  /** Index of the one that is shown in the texts. */
  looked?: number;
  /** What can be done about a finding. */
  action?: (finding: DetectedFinding) => ReactNode;
}) => {
  const { findings, count, onShow, looked = -1, action } = props;
  const classes = useStyles();
  const t = useTexts();
  const [wanted, setWanted] = useState(STEP);
  const shown = Math.max(wanted, looked + 1);
  const rest = findings.length - shown;

  if (findings.length === 0) return null;
  return (
    <>
      {count > findings.length && (
        <Typography variant="body2" color="textSecondary">
          {t('comparison.listed', {
            listed: String(findings.length),
            total: String(count),
          })}
        </Typography>
      )}
      <ul className={classes.list} aria-label={t('comparison.label')}>
        {findings.slice(0, shown).map((finding, index) => (
          <DetectedFindingItem
            key={`${finding.fingerprint} ${index}`}
            finding={finding}
            onShow={onShow && (side => onShow(finding, side))}
            isLooked={index === looked}
            action={action?.(finding)}
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
