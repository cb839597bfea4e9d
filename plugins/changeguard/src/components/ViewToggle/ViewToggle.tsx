import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';

const useStyles = makeStyles(
  theme => ({
    root: {
      flexWrap: 'wrap',
      [theme.breakpoints.down('xs')]: { gap: theme.spacing(0.5) },
    },
    choice: {
      textTransform: 'none',
      lineHeight: 1.4,
      // The lab's own grey is too faint to read.
      color: theme.palette.text.secondary,
      '&.Mui-selected': { color: theme.palette.text.primary },
      // On several lines each stands for itself: shared borders would be missing where a line begins.
      [theme.breakpoints.down('xs')]: {
        '&&&': {
          marginLeft: 0,
          border: `1px solid ${theme.palette.divider}`,
          borderRadius: theme.shape.borderRadius,
        },
      },
    },
  }),
  { name: 'ChangeGuardViewToggle' },
);

/** Lets somebody choose what a list shows; one of the views is always chosen. */
export const ViewToggle = <TView extends string>(props: {
  label: string;
  /** By name, in their order: what each is called. */
  views: Readonly<Record<TView, string>>;
  view: TView;
  onView: (view: TView) => void;
}) => {
  const { label, views, view, onView } = props;
  const classes = useStyles();

  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      className={classes.root}
      value={view}
      // Null is what was chosen already.
      onChange={(_, chosen: TView | null) => chosen && onView(chosen)}
      aria-label={label}
    >
      {(Object.keys(views) as TView[]).map(name => (
        <ToggleButton key={name} value={name} className={classes.choice}>
          {views[name]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
