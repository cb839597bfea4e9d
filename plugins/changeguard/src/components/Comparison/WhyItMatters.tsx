import type { Severity } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(0.5, 0),
      '& > summary': { cursor: 'pointer', width: 'fit-content' },
    },
  }),
  { name: 'ChangeGuardWhyItMatters' },
);

/** The reason of a finding's rule, for whoever asks. */
export const WhyItMatters = (props: {
  severity: Severity;
  /** One sentence. */
  purpose: string;
}) => {
  const { severity, purpose } = props;
  const classes = useStyles();
  const t = useTexts();

  return (
    <Typography variant="body2" component="details" className={classes.root}>
      <summary>
        {t(severity === 'breaking' ? 'comparison.why' : 'comparison.whyNot')}
      </summary>
      {purpose}
    </Typography>
  );
};
