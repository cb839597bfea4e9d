import type {
  Finding,
  FindingGroup,
} from '@changeguard/backstage-plugin-changeguard-common';
import { SeverityChip } from '@changeguard/backstage-plugin-changeguard-react';
import ButtonBase from '@material-ui/core/ButtonBase';
import Collapse from '@material-ui/core/Collapse';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useId, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { BeforeAfter } from '../../BeforeAfter/BeforeAfter';
import { WhyItMatters } from '../../Comparison/WhyItMatters';
import { FindingPlaces } from '../../FindingGroup/FindingPlaces';
import { operationsInWords } from '../../FindingGroup/operationsInWords';
import { RuleName } from '../../FindingGroup/RuleName';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    summary: {
      display: 'flex',
      justifyContent: 'flex-start',
      gap: theme.spacing(1),
      width: '100%',
      textAlign: 'left',
      borderRadius: theme.shape.borderRadius,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    // Wraps by itself, so that the arrow stays at the end of the line.
    fact: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      flex: 1,
      minWidth: 0,
    },
    message: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
    arrow: { flexShrink: 0, transition: theme.transitions.create('transform') },
    turned: { transform: 'rotate(180deg)' },
    where: { margin: theme.spacing(0.5, 0), overflowWrap: 'anywhere' },
  }),
  { name: 'ChangeGuardFindingItem' },
);

/** One fact: what, in which places, for whom, before and after. */
export const FindingItem = (props: {
  group: FindingGroup<Finding>;
  format: string;
  initiallyOpen: boolean;
}) => {
  const { group, format, initiallyOpen } = props;
  const { told, findings, operations } = group;
  const { rule, purpose } = told;
  const classes = useStyles();
  const t = useTexts();
  const [open, setOpen] = useState(initiallyOpen);
  const detailsId = useId();

  return (
    <li className={classes.root}>
      <ButtonBase
        className={classes.summary}
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        aria-controls={detailsId}
        disableRipple
      >
        <span className={classes.fact}>
          <SeverityChip severity={told.severity} />
          <Typography component="span" className={classes.message}>
            {told.message}
            {findings.length > 1 && (
              <Typography
                variant="body2"
                component="span"
                color="textSecondary"
                display="block"
              >
                {t('findingGroup.places', { count: findings.length })}
              </Typography>
            )}
          </Typography>
        </span>
        <ExpandMoreIcon
          aria-hidden
          className={`${classes.arrow} ${open ? classes.turned : ''}`}
        />
      </ButtonBase>
      <div id={detailsId}>
        <Collapse in={open} unmountOnExit>
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.where}
          >
            {operations.length > 0 && `${operationsInWords(t, operations)} · `}
            {told.pointer && (
              <>
                <code>{told.pointer}</code>{' '}
              </>
            )}
            {told.side && t(`changePage.findings.side.${told.side}`)}
            {told.side && rule !== 'manual' && ' · '}
            {/* A rule without purpose is somebody's own: no page tells of it. */}
            {rule !== 'manual' &&
              (purpose ? <RuleName format={format} rule={rule} /> : rule)}
          </Typography>
          {purpose && (
            <WhyItMatters severity={told.severity} purpose={purpose} />
          )}
          <FindingPlaces group={group} />
          <BeforeAfter before={told.before} after={told.after} />
        </Collapse>
      </div>
    </li>
  );
};
