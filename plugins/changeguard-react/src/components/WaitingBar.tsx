import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'sticky',
      top: theme.spacing(1),
      zIndex: 1,
      textAlign: 'center',
      height: 0,
    },
  }),
  { name: 'ChangeGuardWaitingBar' },
);

/**
 * Says quietly that something newer is there and shows it when asked. It lies over the content, so that coming and going it
 * moves nothing.
 *
 * @public
 */
export const WaitingBar = (props: { text: string; onShow: () => void }) => {
  const { text, onShow } = props;
  const classes = useStyles();

  return (
    <div className={classes.root} role="status">
      <Button variant="contained" color="primary" size="small" onClick={onShow}>
        {text}
      </Button>
    </div>
  );
};
