import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Severity } from '@changeguard/backstage-plugin-changeguard-common';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { changeGuardReactTranslationRef } from '../translation';

const icons = {
  breaking: ErrorOutlineIcon,
  dangerous: ReportProblemOutlinedIcon,
  'non-breaking': InfoOutlinedIcon,
};

// The word keeps the text's own colour: the palette's error and warning are not readable as text in both themes.
const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, maxWidth: '100%', backgroundColor: 'transparent' },
    breaking: {
      borderColor: theme.palette.error.main,
      fontWeight: 500,
      '& svg': { color: theme.palette.error.main },
    },
    dangerous: {
      borderColor: theme.palette.warning.main,
      '& svg': { color: theme.palette.warning.main },
    },
    'non-breaking': {
      '& svg': { color: theme.palette.text.secondary },
    },
  }),
  { name: 'ChangeGuardSeverityChip' },
);

/** How much something breaks: an icon and a word. @public */
export const SeverityChip = (props: { severity: Severity }) => {
  const { severity } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const Icon = icons[severity];

  return (
    <Chip
      size="small"
      variant="outlined"
      icon={<Icon aria-hidden />}
      label={t(`severity.${severity}`)}
      className={`${classes.root} ${classes[severity]}`}
    />
  );
};
