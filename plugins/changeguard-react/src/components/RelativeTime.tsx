import Tooltip from '@material-ui/core/Tooltip';
import { DateTime } from 'luxon';
import { useDateLocale } from '../hooks/useDateLocale';
import { useNow } from '../hooks/useNow';
import { relativeWords } from './relativeWords';

/**
 * A moment as people say it ("3 days ago"), with the exact time in the reader's zone on hover and focus.
 *
 * @param props - `at`: ISO 8601.
 * @public
 */
export const RelativeTime = (props: { at: string; className?: string }) => {
  const { at, className } = props;
  const locale = useDateLocale();
  const now = useNow();
  const moment = DateTime.fromISO(at, { locale });

  return (
    <Tooltip title={moment.toLocaleString(DateTime.DATETIME_FULL)}>
      <time dateTime={at} className={className}>
        {relativeWords(at, now, locale)}
      </time>
    </Tooltip>
  );
};
