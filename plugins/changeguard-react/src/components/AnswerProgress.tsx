import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ConsumerCounts } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { changeGuardReactTranslationRef } from '../translation';
import { answerGroups } from './answerGroups';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 96, maxWidth: 220 },
    bar: {
      display: 'flex',
      height: 6,
      marginTop: 2,
      borderRadius: 3,
      overflow: 'hidden',
      backgroundColor: theme.palette.action.disabledBackground,
    },
    done: { backgroundColor: theme.palette.success.main },
    underway: { backgroundColor: theme.palette.info.main },
    blocked: { backgroundColor: theme.palette.error.main },
  }),
  { name: 'ChangeGuardAnswerProgress' },
);

/** How many of the affected consumers have answered: words, and a small bar of what they said. @public */
export const AnswerProgress = (props: { consumers: ConsumerCounts }) => {
  const { consumers } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const groups = answerGroups(consumers);

  if (groups.total === 0) {
    const key = consumers.state === 'none' ? 'draft' : 'none';
    return (
      <Typography variant="body2" color="textSecondary" component="span">
        {t(
          consumers.state === 'resolving'
            ? 'progress.resolving'
            : `progress.${key}`,
        )}
      </Typography>
    );
  }

  const words = [
    t('progress.answered', {
      answered: String(groups.total - groups.unanswered),
      total: String(groups.total),
    }),
    groups.blocked > 0 && t('progress.blocked', { count: groups.blocked }),
  ].filter(Boolean);
  return (
    <div
      className={classes.root}
      title={consumers.state === 'partial' ? t('progress.partial') : undefined}
    >
      <Typography variant="body2" component="span">
        {words.join(' · ')}
      </Typography>
      <div className={classes.bar} aria-hidden>
        {(['done', 'underway', 'blocked'] as const).map(group => (
          <div
            key={group}
            className={classes[group]}
            style={{ width: `${(100 * groups[group]) / groups.total}%` }}
          />
        ))}
      </div>
    </div>
  );
};
