import { toError } from '@backstage/errors';
import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId, useState } from 'react';

const useStyles = makeStyles(
  theme => ({ content: { display: 'grid', gap: theme.spacing(1) } }),
  { name: 'ChangeGuardConfirmDialog' },
);

/** Asks before something is done. Stays open, and cannot be answered twice, while it is being done; says what failed, if it did. */
export const ConfirmDialog = (props: {
  open: boolean;
  title: string;
  confirm: string;
  cancel: string;
  /** What is said above a failure; who shows failures in another way needs none. */
  failed?: string;
  /** What keeps the question from being answered with yes. */
  disabled?: boolean;
  /** When it is there to be read and written in. */
  onEntered?: () => void;
  /** Does it; what it throws is shown. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { open, title, confirm, cancel, failed, disabled, onEntered, onClose } =
    props;
  const classes = useStyles();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const titleId = useId();

  const onConfirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await props.onConfirm();
    } catch (failure) {
      setError(toError(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={open}
      TransitionProps={{ onEnter: () => setError(undefined), onEntered }}
      onClose={busy ? undefined : onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent className={classes.content}>
        {props.children}
        {error && <FailurePanel error={error} title={failed} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {cancel}
        </Button>
        <Button
          onClick={onConfirm}
          disabled={busy || disabled}
          variant="contained"
          color="primary"
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
