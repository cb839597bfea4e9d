import { Link } from '@backstage/core-components';
import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
import { SeverityChip } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { BeforeAfter } from '../BeforeAfter/BeforeAfter';
import { WhyItMatters } from './WhyItMatters';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.5, 1),
      overflowWrap: 'anywhere',
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    looked: { boxShadow: `inset 3px 0 ${theme.palette.primary.main}` },
    head: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1) },
    message: { flex: '1 1 220px', minWidth: 0 },
  }),
  { name: 'ChangeGuardDetectedFindingItem' },
);

/** One finding: what, where, for whom, why it matters, and both sides of it. */
export const DetectedFindingItem = (props: {
  finding: DetectedFinding;
  onShow?: (side: 'before' | 'after') => void;
  isLooked?: boolean;
  action?: ReactNode;
}) => {
  const { finding, onShow, isLooked = false, action } = props;
  const { accepted, severity, side } = finding;
  const classes = useStyles();
  const t = useTexts();
  const item = useRef<HTMLLIElement>(null);
  const ranges = { before: finding.beforeRange, after: finding.afterRange };

  // The texts scroll themselves; the page stays where it is.
  useEffect(() => {
    if (isLooked) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isLooked]);

  return (
    <li
      ref={item}
      className={`${classes.root} ${isLooked ? classes.looked : ''}`}
      aria-current={isLooked}
    >
      <div className={classes.head}>
        <SeverityChip severity={severity} />
        <Typography className={classes.message}>{finding.message}</Typography>
        {onShow &&
          (['before', 'after'] as const).map(
            one =>
              ranges[one] && (
                <Button key={one} size="small" onClick={() => onShow(one)}>
                  {t('comparison.lines', {
                    side: t(`comparison.${one}`),
                    line: String(ranges[one].startLine),
                  })}
                </Button>
              ),
          )}
      </div>
      <Typography variant="body2" color="textSecondary">
        {finding.operation && `${finding.operation} · `}
        {finding.pointer && (
          <>
            <code>{finding.pointer}</code>
            {' · '}
          </>
        )}
        {side && `${t(`changePage.findings.side.${side}`)} · `}
        {finding.rule}
      </Typography>
      <WhyItMatters severity={severity} purpose={finding.purpose} />
      {accepted && (
        <Typography variant="body2">
          <Link to={accepted.link}>
            {t(
              accepted.by === 'change'
                ? 'comparison.acceptedByChange'
                : 'comparison.acceptedByOwner',
            )}
          </Link>
        </Typography>
      )}
      {action}
      <BeforeAfter before={finding.before} after={finding.after} />
    </li>
  );
};
