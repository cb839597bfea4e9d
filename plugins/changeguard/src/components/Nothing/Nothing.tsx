import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(5, 2), textAlign: 'center' },
    action: { marginTop: theme.spacing(2) },
  }),
  { name: 'ChangeGuardNothing' },
);

/** What stands where a list would, when it is empty: why, and what to do about it. */
export const Nothing = (props: {
  title: string;
  help: string;
  action?: ReactNode;
}) => {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography variant="h6" component="p">
        {props.title}
      </Typography>
      <Typography color="textSecondary">{props.help}</Typography>
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  );
};
