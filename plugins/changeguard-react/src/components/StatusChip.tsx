import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ChangeStatus } from '@changeguard/backstage-plugin-changeguard-common';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import EditOutlinedIcon from '@material-ui/icons/EditOutlined';
import LocalShippingOutlinedIcon from '@material-ui/icons/LocalShippingOutlined';
import NotificationsActiveOutlinedIcon from '@material-ui/icons/NotificationsActiveOutlined';
import { changeGuardReactTranslationRef } from '../translation';

const icons = {
  draft: EditOutlinedIcon,
  announced: NotificationsActiveOutlinedIcon,
  released: LocalShippingOutlinedIcon,
  resolved: CheckCircleOutlineIcon,
  withdrawn: BlockIcon,
};

const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, maxWidth: '100%' },
    // Not, or no longer, known to anybody: an outline only.
    draft: { borderStyle: 'dashed' },
    announced: {},
    released: {},
    resolved: { '& svg': { color: theme.palette.success.main } },
    withdrawn: {},
  }),
  { name: 'ChangeGuardStatusChip' },
);

/** Where a change stands: an icon and a word. @public */
export const StatusChip = (props: { status: ChangeStatus }) => {
  const { status } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const Icon = icons[status];

  return (
    <Chip
      size="small"
      variant={
        status === 'draft' || status === 'withdrawn' ? 'outlined' : 'default'
      }
      icon={<Icon aria-hidden />}
      label={t(`status.${status}`)}
      className={`${classes.root} ${classes[status]}`}
    />
  );
};
