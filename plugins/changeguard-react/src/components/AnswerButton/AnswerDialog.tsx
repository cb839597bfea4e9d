import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  AffectedConsumer,
  Answer,
  answers,
} from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { DateTime } from 'luxon';
import { FormEvent, useRef, useState } from 'react';
import { changeGuardApiRef } from '../../api/changeGuardApiRef';
import { announceLocalChange } from '../../hooks/localChanges';
import { changeGuardReactTranslationRef } from '../../translation';
import { FailurePanel } from '../FailurePanel';

/** Asks for the note and the date that go with an answer, and stores it; what was typed stays when storing fails. */
export const AnswerDialog = (props: {
  changeId: string;
  consumer: AffectedConsumer;
  answer: Answer;
  onClose: () => void;
  onAnswered?: (consumer: AffectedConsumer) => void;
}) => {
  const { changeId, consumer, onClose, onAnswered } = props;
  const api = useApi(changeGuardApiRef);
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const { primaryTitle } = useEntityPresentation(consumer.entityRef);
  const [answer, setAnswer] = useState(props.answer);
  const [note, setNote] = useState(consumer.answer.note ?? '');
  const [expectedAt, setExpectedAt] = useState(
    consumer.answer.expectedAt
      ? DateTime.fromISO(consumer.answer.expectedAt).toISODate() ?? ''
      : '',
  );
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Error>();
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const takesDate = answer !== 'migrated' && answer !== 'not_affected';

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setError(undefined);
    try {
      const stored = await api.call('answerForConsumer', {
        params: { id: changeId, consumerId: consumer.id },
        body: {
          state: answer,
          note: note.trim() || null,
          // The end of that day where the person is: "by Friday" includes Friday.
          expectedAt:
            takesDate && expectedAt
              ? DateTime.fromISO(expectedAt).endOf('day').toUTC().toISO()
              : null,
        },
      });
      onAnswered?.(stored);
      announceLocalChange();
      onClose();
    } catch (failure) {
      setError(failure as Error);
      setSending(false);
    }
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={sending ? undefined : onClose}
      TransitionProps={{ onEntered: () => noteRef.current?.focus() }}
      aria-labelledby="changeguard-answer-title"
    >
      <form onSubmit={send}>
        <DialogTitle id="changeguard-answer-title">
          {t('answering.title', { consumer: primaryTitle })}
        </DialogTitle>
        <DialogContent>
          {error && (
            <FailurePanel error={error} title={t('answering.failed')} />
          )}
          <TextField
            select
            fullWidth
            margin="normal"
            variant="outlined"
            id="changeguard-answer-state"
            label={t('answering.answer')}
            helperText={t(`answering.help.${answer}`)}
            value={answer}
            onChange={event => setAnswer(event.target.value as Answer)}
          >
            {answers.map(option => (
              <MenuItem key={option} value={option}>
                {t(`answer.${option}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            multiline
            fullWidth
            inputRef={noteRef}
            minRows={3}
            margin="normal"
            variant="outlined"
            id="changeguard-answer-note"
            label={t(
              answer === 'blocked' ? 'answering.noteBlocked' : 'answering.note',
            )}
            value={note}
            onChange={event => setNote(event.target.value)}
            inputProps={{ maxLength: 4000 }}
          />
          {takesDate && (
            <TextField
              type="date"
              fullWidth
              margin="normal"
              variant="outlined"
              id="changeguard-answer-date"
              label={t('answering.expectedAt')}
              value={expectedAt}
              onChange={event => setExpectedAt(event.target.value)}
              InputLabelProps={{ shrink: true }}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={sending}>
            {t('answering.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={sending}
          >
            {t(sending ? 'answering.sending' : 'answering.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
