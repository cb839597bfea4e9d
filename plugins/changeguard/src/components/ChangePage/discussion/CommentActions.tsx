import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import EditOutlinedIcon from '@material-ui/icons/EditOutlined';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { ConfirmDialog } from '../../ConfirmDialog/ConfirmDialog';

/** What an author may do with an own comment. */
export const CommentActions = (props: {
  onEdit: () => void;
  onDelete: () => Promise<void>;
}) => {
  const t = useTexts();
  const [asking, setAsking] = useState(false);

  const remove = async () => {
    await props.onDelete();
    setAsking(false);
  };

  return (
    <>
      <Tooltip title={t('changePage.discussion.edit')}>
        <IconButton
          size="small"
          onClick={props.onEdit}
          aria-label={t('changePage.discussion.edit')}
        >
          <EditOutlinedIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Tooltip title={t('changePage.discussion.delete')}>
        <IconButton
          size="small"
          onClick={() => setAsking(true)}
          aria-label={t('changePage.discussion.delete')}
        >
          <DeleteOutlineIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <ConfirmDialog
        open={asking}
        title={t('changePage.discussion.deleteTitle')}
        confirm={t('changePage.discussion.delete')}
        cancel={t('changePage.discussion.cancel')}
        failed={t('changePage.discussion.deleteFailed')}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        {t('changePage.discussion.deleteText')}
      </ConfirmDialog>
    </>
  );
};
