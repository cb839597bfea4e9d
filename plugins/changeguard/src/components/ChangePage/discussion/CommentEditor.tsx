import { toError } from '@backstage/errors';
import { Comment } from '@changeguard/backstage-plugin-changeguard-common';
import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useEffect, useId, useState } from 'react';
import { requestFailure } from '../../../hooks/requestFailure';
import { useLocalDraft } from '../../../hooks/useLocalDraft';
import { useTexts } from '../../../hooks/useTexts';
import { MarkdownField } from '../../MarkdownField/MarkdownField';
import { Prose } from '../../Prose/Prose';

const useStyles = makeStyles(
  theme => ({
    foot: {
      display: 'flex',
      justifyContent: 'flex-end',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'ChangeGuardCommentEditor' },
);

/** Edits an own comment in its place. When it was changed elsewhere meanwhile, shows that and keeps what was typed. */
export const CommentEditor = (props: {
  comment: Comment;
  onSave: (comment: Comment, body: string) => Promise<void>;
  onRefresh: () => Promise<void>;
  onClose: () => void;
}) => {
  const { comment, onSave, onRefresh, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const fieldId = useId();
  const [draft, setDraft] = useLocalDraft(`changeguard:edit:${comment.id}`);
  const [startedFrom] = useState(comment);
  const [touched, setTouched] = useState(draft !== '');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Error>();
  const text = touched ? draft : startedFrom.body;
  const changedMeanwhile = comment.version !== startedFrom.version;

  // Pressing edit is asking for the field.
  useEffect(() => document.getElementById(fieldId)?.focus(), [fieldId]);

  const close = () => {
    setDraft('');
    onClose();
  };
  const save = async () => {
    setSending(true);
    setError(undefined);
    try {
      await onSave(comment, text.trim());
      close();
    } catch (failure) {
      const { status } = requestFailure(failure);
      if (status === 412 || status === 409) await onRefresh();
      else setError(toError(failure));
      setSending(false);
    }
  };

  return (
    <>
      {changedMeanwhile && (
        <Alert severity="warning" role="alert">
          {comment.deletedAt
            ? t('changePage.discussion.goneMeanwhile')
            : t('changePage.discussion.editedMeanwhile')}
          {!comment.deletedAt && <Prose markdown={comment.body} />}
        </Alert>
      )}
      <MarkdownField
        id={fieldId}
        label={t('changePage.discussion.edit')}
        value={text}
        onChange={next => {
          setTouched(true);
          setDraft(next);
        }}
        onSubmit={save}
        minRows={3}
        mentions
      />
      {error && (
        <FailurePanel
          error={error}
          title={t('changePage.discussion.editFailed')}
          onRetry={save}
        />
      )}
      <div className={classes.foot}>
        <Button onClick={close} disabled={sending}>
          {t('changePage.discussion.cancel')}
        </Button>
        <Button
          variant="contained"
          color="primary"
          onClick={save}
          disabled={sending || !text.trim() || comment.deletedAt !== null}
        >
          {t('changePage.discussion.save')}
        </Button>
      </div>
    </>
  );
};
