import type { DeliveryState } from '@changeguard/backstage-plugin-changeguard-common';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import PersonAddDisabledOutlinedIcon from '@material-ui/icons/PersonAddDisabledOutlined';
import ScheduleIcon from '@material-ui/icons/Schedule';
import SyncProblemIcon from '@material-ui/icons/SyncProblem';
import { useTexts } from '../../../hooks/useTexts';

const icons = {
  pending: ScheduleIcon,
  retrying: SyncProblemIcon,
  delivered: CheckCircleOutlineIcon,
  undeliverable: PersonAddDisabledOutlinedIcon,
  dead: ErrorOutlineIcon,
};

// The word keeps the text's own colour: the palette's error and warning are not readable as text in both themes.
const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, maxWidth: '100%', backgroundColor: 'transparent' },
    pending: {},
    retrying: {
      borderColor: theme.palette.warning.main,
      '& svg': { color: theme.palette.warning.main },
    },
    delivered: { '& svg': { color: theme.palette.success.main } },
    undeliverable: {
      borderColor: theme.palette.error.main,
      '& svg': { color: theme.palette.error.main },
    },
    dead: {
      borderColor: theme.palette.error.main,
      fontWeight: 500,
      '& svg': { color: theme.palette.error.main },
    },
  }),
  { name: 'ChangeGuardDeliveryStateChip' },
);

/** Where a delivery stands: an icon and a word. */
export const DeliveryStateChip = (props: { state: DeliveryState }) => {
  const { state } = props;
  const classes = useStyles();
  const t = useTexts();
  const Icon = icons[state];

  return (
    <Chip
      size="small"
      variant="outlined"
      icon={<Icon aria-hidden />}
      label={t(`deliveries.state.${state}`)}
      className={`${classes.root} ${classes[state]}`}
    />
  );
};
