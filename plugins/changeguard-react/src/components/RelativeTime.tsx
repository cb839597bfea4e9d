import Tooltip from '@material-ui/core/Tooltip';
import { DateTime } from 'luxon';
import { useDateLocale } from '../hooks/useDateLocale';
import { useNow } from '../hooks/useNow';

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
        {moment.toRelative({ base: DateTime.fromMillis(now, { locale }) })}
      </time>
    </Tooltip>
  );
};
