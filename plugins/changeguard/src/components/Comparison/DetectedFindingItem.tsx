import type {
  DetectedFinding,
  FindingGroup,
} from '@changeguard/backstage-plugin-changeguard-common';
import { SeverityChip } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { BeforeAfter } from '../BeforeAfter/BeforeAfter';
import { FindingPlaces } from '../FindingGroup/FindingPlaces';
import { operationsInWords } from '../FindingGroup/operationsInWords';
import { RuleName } from '../FindingGroup/RuleName';
import { AcceptedBy } from './AcceptedBy';
import { LineButtons } from './LineButtons';
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

/** What findings of several places, or of one, say: what, where, for whom, why it matters, and both sides of it. */
export const DetectedFindingItem = (props: {
  group: FindingGroup<DetectedFinding>;
  /** As what the definitions were compared. */
  format: string;
  onShow?: (finding: DetectedFinding, side: 'before' | 'after') => void;
  /** Fingerprint of the finding that is shown in the texts. */
  looked?: string;
  action?: (finding: DetectedFinding) => ReactNode;
  groupAction?: (
    group: FindingGroup<DetectedFinding>,
    onDone: () => void,
  ) => ReactNode;
}) => {
  const { group, format, onShow, looked, action, groupAction } = props;
  const { told, findings, operations } = group;
  const classes = useStyles();
  const t = useTexts();
  const item = useRef<HTMLLIElement>(null);
  const isLooked = findings.some(({ fingerprint }) => fingerprint === looked);

  // The texts scroll themselves; the page stays where it is.
  useEffect(() => {
    if (isLooked) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isLooked]);

  const lines = (finding: DetectedFinding) =>
    onShow && (
      <LineButtons finding={finding} onShow={side => onShow(finding, side)} />
    );
  const decision = (finding: DetectedFinding) => (
    <>
      <AcceptedBy finding={finding} />
      {action?.(finding)}
    </>
  );

  return (
    <li
      ref={item}
      className={`${classes.root} ${isLooked ? classes.looked : ''}`}
      aria-current={isLooked}
    >
      <div className={classes.head}>
        <SeverityChip severity={told.severity} />
        <Typography className={classes.message}>{told.message}</Typography>
        {lines(told)}
      </div>
      <Typography variant="body2" color="textSecondary">
        {operations.length > 0 && `${operationsInWords(t, operations)} · `}
        {told.pointer && (
          <>
            <code>{told.pointer}</code>
            {' · '}
          </>
        )}
        {told.side && `${t(`changePage.findings.side.${told.side}`)} · `}
        <RuleName format={format} rule={told.rule} />
      </Typography>
      <WhyItMatters severity={told.severity} purpose={told.purpose} />
      <FindingPlaces
        group={group}
        looked={looked}
        groupAction={onDone => groupAction?.(group, onDone)}
        actions={finding => (
          <>
            {lines(finding)}
            {decision(finding)}
          </>
        )}
      />
      {findings.length === 1 && decision(told)}
      <BeforeAfter before={told.before} after={told.after} />
    </li>
  );
};
