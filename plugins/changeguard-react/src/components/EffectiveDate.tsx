import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useDateLocale } from '../hooks/useDateLocale';
import { useNow } from '../hooks/useNow';
import { relativeWords } from './relativeWords';
import { changeGuardReactTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    none: { color: theme.palette.text.secondary },
    overdue: { fontWeight: 700 },
  }),
  { name: 'ChangeGuardEffectiveDate' },
);

/**
 * When a change takes effect, as people say it ("in 20 days"), with the exact time in the reader's zone on hover.
 *
 * @param props - `at`: ISO 8601, or null when no date is set; `overdue`: say that the date has passed unreleased.
 * @public
 */
export const EffectiveDate = (props: {
  at: string | null;
  overdue?: boolean;
}) => {
  const { at, overdue } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const locale = useDateLocale();
  const now = useNow();

  if (!at) return <span className={classes.none}>{t('effective.none')}</span>;

  const moment = DateTime.fromISO(at, { locale });
  const relative = relativeWords(at, now, locale);
  return (
    <Tooltip title={moment.toLocaleString(DateTime.DATETIME_FULL)}>
      <time dateTime={at} className={overdue ? classes.overdue : undefined}>
        {overdue ? `${t('flag.overdue')} · ${relative}` : relative}
      </time>
    </Tooltip>
  );
};
