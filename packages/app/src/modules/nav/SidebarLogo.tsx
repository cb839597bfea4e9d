import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { ShieldMark } from './ShieldMark';

const useStyles = makeStyles(theme => ({
  root: {
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    marginLeft: 22,
    color: theme.palette.navigation.selectedColor,
    fontSize: 20,
    fontWeight: 'bold',
  },
  mark: { height: 28, width: 28, flexShrink: 0 },
  name: { marginLeft: theme.spacing(1.5) },
}));

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label="ChangeGuard portal, home"
      >
        <ShieldMark className={classes.mark} />
        {isOpen && <span className={classes.name}>ChangeGuard</span>}
      </Link>
    </div>
  );
};
