import {
  FailurePanel,
  useOwnership,
} from '@changeguard/backstage-plugin-changeguard-react';
import { toError } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';
import { useIdempotencyKey } from '../../../hooks/useIdempotencyKey';
import { useLocalDraft } from '../../../hooks/useLocalDraft';
import { useTexts } from '../../../hooks/useTexts';
import { MarkdownField } from '../../MarkdownField/MarkdownField';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(2) },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'ChangeGuardCommentComposer' },
);

/** Where one writes a comment. What is typed is kept in this browser until the server has it. */
export const CommentComposer = (props: {
  changeId: string;
  onPost: (body: string, idempotencyKey: string) => Promise<void>;
  onWriting: (isWriting: boolean) => void;
}) => {
  const { changeId, onPost, onWriting } = props;
  const classes = useStyles();
  const t = useTexts();
  const user = useOwnership()?.userEntityRef;
  const [text, setText] = useLocalDraft(
    user && `changeguard:comment:${user}:${changeId}`,
  );
  const { keyFor, renew } = useIdempotencyKey();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Error>();
  const body = text.trim();

  useEffect(() => onWriting(body !== ''), [body, onWriting]);

  const post = async () => {
    if (!body || sending) return;
    setSending(true);
    setError(undefined);
    try {
      await onPost(body, keyFor(body));
      renew();
      setText('');
    } catch (failure) {
      setError(toError(failure));
    } finally {
      setSending(false);
    }
  };

  return (
    <div className={classes.root}>
      <MarkdownField
        label={t('changePage.discussion.write')}
        placeholder={t('changePage.discussion.placeholder')}
        value={text}
        onChange={setText}
        onSubmit={post}
        minRows={3}
        mentions
      />
      {error && (
        <FailurePanel
          error={error}
          title={t('changePage.discussion.postFailed')}
          onRetry={post}
        />
      )}
      <div className={classes.foot}>
        <Typography variant="caption" color="textSecondary">
          {body && t('changePage.discussion.kept')}
        </Typography>
        <Button
          variant="contained"
          color="primary"
          onClick={post}
          disabled={!body || sending}
        >
          {sending
            ? t('changePage.discussion.posting')
            : t('changePage.discussion.post')}
        </Button>
      </div>
    </div>
  );
};
