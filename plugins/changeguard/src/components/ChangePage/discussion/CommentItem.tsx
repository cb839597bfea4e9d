import { Comment } from '@changeguard/backstage-plugin-changeguard-common';
import {
  EntityName,
  RelativeTime,
} from '@changeguard/backstage-plugin-changeguard-react';
import Avatar from '@material-ui/core/Avatar';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { Prose } from '../../Prose/Prose';
import { CommentActions } from './CommentActions';
import { CommentEditor } from './CommentEditor';
import { initialsOf } from './initialsOf';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    fresh: {
      marginLeft: theme.spacing(-2),
      paddingLeft: theme.spacing(2),
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      minHeight: 30,
    },
    avatar: {
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.action.selected,
      width: 32,
      height: 32,
      fontSize: theme.typography.body2.fontSize,
    },
    actions: { marginLeft: 'auto' },
  }),
  { name: 'ChangeGuardCommentItem' },
);

/** One contribution to the discussion; a deleted one leaves its place and its author. */
export const CommentItem = (props: {
  comment: Comment;
  fresh: boolean;
  onEdit: (comment: Comment, body: string) => Promise<void>;
  onDelete: (comment: Comment) => Promise<void>;
  onRefresh: () => Promise<void>;
}) => {
  const { comment, fresh, onEdit, onDelete, onRefresh } = props;
  const classes = useStyles();
  const t = useTexts();
  const [editing, setEditing] = useState(false);

  return (
    <li className={`${classes.root} ${fresh ? classes.fresh : ''}`}>
      <Avatar aria-hidden className={classes.avatar}>
        {initialsOf(comment.author)}
      </Avatar>
      <div>
        <div className={classes.head}>
          <EntityName entityRef={comment.author} />
          <Typography variant="caption" color="textSecondary">
            <RelativeTime at={comment.createdAt} />
            {comment.editedAt &&
              !comment.deletedAt &&
              ` · ${t('changePage.discussion.edited')}`}
            {fresh && ` · ${t('changePage.discussion.new')}`}
          </Typography>
          {comment.mayEdit && !comment.deletedAt && !editing && (
            <span className={classes.actions}>
              <CommentActions
                onEdit={() => setEditing(true)}
                onDelete={() => onDelete(comment)}
              />
            </span>
          )}
        </div>
        {editing && (
          <CommentEditor
            comment={comment}
            onSave={onEdit}
            onRefresh={onRefresh}
            onClose={() => setEditing(false)}
          />
        )}
        {!editing && comment.deletedAt && (
          <Typography color="textSecondary">
            <em>{t('changePage.discussion.deleted')}</em>
          </Typography>
        )}
        {!editing && !comment.deletedAt && <Prose markdown={comment.body} />}
      </div>
    </li>
  );
};
