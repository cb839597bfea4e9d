import { Finding } from '@changeguard/backstage-plugin-changeguard-common';
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

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    summary: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'flex-start',
      gap: theme.spacing(0.5, 1),
      width: '100%',
      textAlign: 'left',
      borderRadius: theme.shape.borderRadius,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    message: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
    arrow: { transition: theme.transitions.create('transform') },
    turned: { transform: 'rotate(180deg)' },
    where: { margin: theme.spacing(0.5, 0), overflowWrap: 'anywhere' },
  }),
  { name: 'ChangeGuardFindingItem' },
);

/** One fact: what, where, for whom, before and after. */
export const FindingItem = (props: {
  finding: Finding;
  initiallyOpen: boolean;
}) => {
  const { finding, initiallyOpen } = props;
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
        <SeverityChip severity={finding.severity} />
        <Typography component="span" className={classes.message}>
          {finding.message}
        </Typography>
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
            {finding.pointer && (
              <>
                <code>{finding.pointer}</code>{' '}
              </>
            )}
            {[
              finding.side && t(`changePage.findings.side.${finding.side}`),
              finding.rule !== 'manual' && finding.rule,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          {finding.purpose && (
            <WhyItMatters
              severity={finding.severity}
              purpose={finding.purpose}
            />
          )}
          <BeforeAfter before={finding.before} after={finding.after} />
        </Collapse>
      </div>
    </li>
  );
};
