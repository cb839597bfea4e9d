import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useCallback, useRef, useState } from 'react';
import { useDiscussion } from '../../../hooks/useDiscussion';
import { useTexts } from '../../../hooks/useTexts';
import { Section } from '../../Section/Section';
import { CommentComposer } from './CommentComposer';
import { CommentItem } from './CommentItem';

/** So many of the latest comments are drawn; the earlier ones wait to be asked for. */
const LATEST = 20;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', padding: 0, margin: 0 },
    waiting: { position: 'sticky', bottom: theme.spacing(1), zIndex: 1 },
  }),
  { name: 'ChangeGuardDiscussion' },
);

/** What people say about a change, and the place to answer them. */
export const Discussion = (props: { change: SchemaChange }) => {
  const { change } = props;
  const classes = useStyles();
  const t = useTexts();
  const writing = useRef(false);
  const end = useRef<HTMLDivElement>(null);
  const [earlier, setEarlier] = useState(false);

  // Nothing moves under somebody who writes here, or who has scrolled past the end of the discussion.
  const holdBack = useCallback(
    () =>
      writing.current || (end.current?.getBoundingClientRect().bottom ?? 0) < 0,
    [],
  );
  const discussion = useDiscussion(change.id, { holdBack });
  const { shown, waiting, error } = discussion;
  const hidden = earlier ? 0 : Math.max(0, (shown?.length ?? 0) - LATEST);

  return (
    <Section
      title={t('changePage.discussion.title', { count: shown?.length ?? 0 })}
    >
      {error && (
        <FailurePanel
          error={error}
          title={shown ? undefined : t('changePage.discussion.failed')}
          stale={shown !== undefined}
          onRetry={discussion.refresh}
        />
      )}
      {!shown && !error && <Skeleton variant="rect" height={96} />}
      {shown?.length === 0 && (
        <Typography color="textSecondary">
          {t('changePage.discussion.none')}
        </Typography>
      )}
      {hidden > 0 && (
        <Button size="small" onClick={() => setEarlier(true)}>
          {t('changePage.discussion.earlier', { count: hidden })}
        </Button>
      )}
      <ol className={classes.list}>
        {shown?.slice(hidden).map(comment => (
          <CommentItem
            key={comment.id}
            comment={comment}
            fresh={discussion.isFresh(comment)}
            onEdit={discussion.edit}
            onDelete={discussion.remove}
            onRefresh={discussion.refresh}
          />
        ))}
      </ol>
      <div ref={end} role="status" className={classes.waiting}>
        {waiting > 0 && (
          <Button
            variant="contained"
            color="primary"
            size="small"
            fullWidth
            onClick={discussion.showWaiting}
          >
            {t('changePage.discussion.waiting', { count: waiting })}
          </Button>
        )}
      </div>
      {change.may.comment ? (
        <CommentComposer
          changeId={change.id}
          onPost={discussion.post}
          onWriting={isWriting => {
            writing.current = isWriting;
          }}
        />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('changePage.discussion.readOnly')}
        </Typography>
      )}
    </Section>
  );
};
