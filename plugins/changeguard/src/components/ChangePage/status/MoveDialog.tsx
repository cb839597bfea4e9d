import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AffectedConsumer,
  ChangeStatus,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardReactTranslationRef,
  FailurePanel,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { ConfirmDialog } from '../../ConfirmDialog/ConfirmDialog';
import { instantOfDay } from '../../DayField/dayOfInstant';
import { DayField } from '../../DayField/DayField';
import { ReasonInput } from '../../ReasonInput/ReasonInput';
import { moveName, MoveName, needsReason } from './moveNames';
import { OpenQuestions } from './OpenQuestions';
import { useMove } from './useMove';

/** Asks for what a move needs, says whom it tells, and keeps what was typed when it cannot be done. */
export const MoveDialog = (props: {
  change: SchemaChange;
  to: ChangeStatus;
  consumers: AffectedConsumer[] | undefined;
  whoHears: (move: MoveName) => string;
  onChanged: (change: SchemaChange) => void;
  onClose: () => void;
}) => {
  const { change, to, consumers, whoHears, onChanged, onClose } = props;
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;
  // What was chosen keeps its name while the change moves on underneath.
  const [from] = useState(change.status);
  const name = moveName(from, to) ?? 'resolve';
  const [reason, setReason] = useState('');
  const [effectiveOn, setEffectiveOn] = useState('');
  const { move, error, stale } = useMove(change, to, onChanged);
  const possible = change.may.moveTo.includes(to);
  const asksWhy = needsReason(from, name);
  const asksWhen = name === 'announce' && change.effectiveAt === null;

  const confirm = async () => {
    const moved = await move({
      ...(reason.trim() && { reason: reason.trim() }),
      ...(asksWhen &&
        effectiveOn && { effectiveAt: instantOfDay(effectiveOn) }),
    });
    if (moved) onClose();
  };

  return (
    <ConfirmDialog
      open
      title={t(`changePage.move.to.${name}.title`)}
      confirm={t(`changePage.move.to.${name}.action`)}
      cancel={t('changePage.move.cancel')}
      disabled={!possible || (asksWhy && !reason.trim())}
      onConfirm={confirm}
      onClose={onClose}
    >
      {stale && (
        <Alert severity="warning" role="alert">
          {t('changePage.move.stale')}
        </Alert>
      )}
      {!possible && (
        <Alert severity="warning" role="alert">
          {t('changePage.move.noLonger', {
            status: words(`status.${change.status}`),
          })}
        </Alert>
      )}
      {error && (
        <FailurePanel error={error} title={t('changePage.move.failed')} />
      )}
      <Typography>{t(`changePage.move.to.${name}.text`)}</Typography>
      <Typography gutterBottom>
        <strong>{whoHears(name)}.</strong>
      </Typography>
      {(name === 'release' || name === 'resolve') && consumers && (
        <OpenQuestions consumers={consumers} />
      )}
      {asksWhen && (
        <DayField
          label={t('changePage.move.effectiveOn')}
          helperText={t('changePage.move.effectiveHelp')}
          value={effectiveOn}
          onChange={setEffectiveOn}
        />
      )}
      <ReasonInput
        label={t('changePage.move.reason')}
        helperText={t(
          asksWhy
            ? 'changePage.move.reasonNeeded'
            : 'changePage.move.reasonOptional',
        )}
        value={reason}
        onChange={setReason}
        required={asksWhy}
      />
    </ConfirmDialog>
  );
};
