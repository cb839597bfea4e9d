import {
  AffectedConsumer,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { Section } from '../../Section/Section';
import { MoveDialog } from '../status/MoveDialog';
import { useWhoHears } from '../status/useWhoHears';

/** Says that the definition no longer holds what was detected, and offers to withdraw. Draws nothing otherwise. */
export const RevertedCard = (props: {
  change: SchemaChange;
  consumers: AffectedConsumer[] | undefined;
  onChanged: (change: SchemaChange) => void;
}) => {
  const { change, consumers, onChanged } = props;
  const t = useTexts();
  const whoHears = useWhoHears(change, consumers);
  const [asking, setAsking] = useState(false);
  const mayWithdraw = change.may.moveTo.includes('withdrawn');
  // The dialog outlives the move: it says so itself when somebody else was faster.
  if (!change.flags.reverted && !asking) return null;

  return (
    <Section title={t('changePage.reverted.title')}>
      <Typography variant="body2">{t('changePage.reverted.text')}</Typography>
      {mayWithdraw && (
        <Button
          variant="contained"
          color="primary"
          onClick={() => setAsking(true)}
        >
          {t('changePage.reverted.withdraw')}
        </Button>
      )}
      {asking && (
        <MoveDialog
          change={change}
          to="withdrawn"
          consumers={consumers}
          whoHears={whoHears}
          onChanged={onChanged}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
};
