import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AnswerState } from '@changeguard/backstage-plugin-changeguard-common';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { changeGuardReactTranslationRef } from '../translation';
import { answerIcons } from './answerIcons';

const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, maxWidth: '100%', backgroundColor: 'transparent' },
    good: { '& svg': { color: theme.palette.success.main } },
    bad: {
      borderColor: theme.palette.error.main,
      '& svg': { color: theme.palette.error.main },
    },
    open: { borderStyle: 'dashed' },
    neutral: {},
  }),
  { name: 'ChangeGuardAnswerChip' },
);

const tones: Record<AnswerState, 'good' | 'bad' | 'open' | 'neutral'> = {
  identified: 'open',
  notified: 'open',
  acknowledged: 'neutral',
  not_affected: 'good',
  migrating: 'neutral',
  blocked: 'bad',
  migrated: 'good',
  waived: 'neutral',
};

/** What a consumer's team has said: an icon and a word. @public */
export const AnswerChip = (props: { state: AnswerState }) => {
  const { state } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const Icon = answerIcons[state];

  return (
    <Chip
      size="small"
      variant="outlined"
      icon={<Icon aria-hidden />}
      label={t(`answer.${state}`)}
      className={`${classes.root} ${classes[tones[state]]}`}
    />
  );
};
