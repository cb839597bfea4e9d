import type { AnswerState } from '@changeguard/backstage-plugin-changeguard-common';
import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import DoneAllIcon from '@material-ui/icons/DoneAll';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import SyncIcon from '@material-ui/icons/Sync';
import VerifiedUserOutlinedIcon from '@material-ui/icons/VerifiedUserOutlined';
import VisibilityOutlinedIcon from '@material-ui/icons/VisibilityOutlined';

/** What stands for each answer beside its word. */
export const answerIcons: Record<AnswerState, typeof CheckIcon> = {
  identified: HourglassEmptyIcon,
  notified: HelpOutlineIcon,
  acknowledged: VisibilityOutlinedIcon,
  not_affected: CheckIcon,
  migrating: SyncIcon,
  blocked: BlockIcon,
  migrated: DoneAllIcon,
  waived: VerifiedUserOutlinedIcon,
};
