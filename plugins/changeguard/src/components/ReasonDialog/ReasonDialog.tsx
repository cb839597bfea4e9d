import { ReactNode, useRef, useState } from 'react';
import { ConfirmDialog } from '../ConfirmDialog/ConfirmDialog';
import { ReasonInput } from '../ReasonInput/ReasonInput';

/** Asks before something is done, and why. Says what failed, and keeps the reason then. */
export const ReasonDialog = (props: {
  open: boolean;
  title: string;
  /** What the field and the buttons say, and the failure. */
  texts: {
    reason: string;
    reasonHelp: string;
    confirm: string;
    cancel: string;
    failed: string;
  };
  /** What else is asked, below the reason. */
  further?: ReactNode;
  /** What keeps the question from being answered with yes, though there is a reason. */
  disabled?: boolean;
  /** Does it; what it throws is shown. */
  onConfirm: (reason: string) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { open, title, texts, further, disabled, onConfirm, onClose } = props;
  const reasonRef = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');

  return (
    <ConfirmDialog
      open={open}
      title={title}
      confirm={texts.confirm}
      cancel={texts.cancel}
      failed={texts.failed}
      disabled={disabled || !reason.trim()}
      onEntered={() => reasonRef.current?.focus()}
      onClose={onClose}
      onConfirm={() => onConfirm(reason.trim())}
    >
      {props.children}
      <ReasonInput
        label={texts.reason}
        helperText={texts.reasonHelp}
        value={reason}
        inputRef={reasonRef}
        onChange={setReason}
        required
      />
      {further}
    </ConfirmDialog>
  );
};
