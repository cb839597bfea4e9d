import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
      gap: theme.spacing(1),
      margin: 0,
    },
    side: { minWidth: 0 },
    code: {
      margin: 0,
      padding: theme.spacing(1),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontFamily: 'monospace',
      fontSize: theme.typography.body2.fontSize,
      borderLeft: '3px solid',
    },
    before: {
      borderColor: theme.palette.error.main,
      backgroundColor: alpha(theme.palette.error.main, 0.08),
    },
    after: {
      borderColor: theme.palette.success.main,
      backgroundColor: alpha(theme.palette.success.main, 0.08),
    },
  }),
  { name: 'ChangeGuardBeforeAfter' },
);

/** The two sides of what changed, beside each other where there is room. Draws nothing when neither side is known. */
export const BeforeAfter = (props: {
  before: string | null;
  after: string | null;
}) => {
  const classes = useStyles();
  const t = useTexts();
  if (!props.before && !props.after) return null;

  return (
    <dl className={classes.root}>
      {(['before', 'after'] as const).map(side => (
        <div key={side} className={classes.side}>
          <Typography variant="caption" component="dt" color="textSecondary">
            {t(`beforeAfter.${side}`)}
          </Typography>
          <dd className={`${classes.code} ${classes[side]}`}>
            {props[side] || <em>{t('beforeAfter.nothing')}</em>}
          </dd>
        </div>
      ))}
    </dl>
  );
};
