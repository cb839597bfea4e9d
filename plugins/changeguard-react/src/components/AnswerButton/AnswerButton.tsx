import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AffectedConsumer,
  Answer,
  answers,
} from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { useState } from 'react';
import { changeGuardReactTranslationRef } from '../../translation';
import { answerIcons } from '../answerIcons';
import { AnswerDialog } from './AnswerDialog';

/** What {@link AnswerButton} takes. @public */
export interface AnswerButtonProps {
  /** The change's id. */
  changeId: string;
  /** The consumer to answer for. */
  consumer: AffectedConsumer;
  /** Called with the consumer as it stands once the answer is stored. */
  onAnswered?: (consumer: AffectedConsumer) => void;
}

/**
 * Lets an owner of an affected consumer say where it stands: one of five answers, with a note and a date. Renders nothing for who may
 * not answer.
 *
 * @public
 */
export const AnswerButton = (props: AnswerButtonProps) => {
  const { changeId, consumer, onAnswered } = props;
  const { t } = useTranslationRef(changeGuardReactTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<Answer>();
  const answered = consumer.answer.by !== null;

  if (!consumer.mayAnswer) return null;
  return (
    <>
      <Button
        variant={answered ? 'outlined' : 'contained'}
        color="primary"
        size="small"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t(answered ? 'answering.change' : 'answering.button')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(null)}
        MenuListProps={{ 'aria-label': t('answering.menu') }}
      >
        {answers.map(answer => {
          const Icon = answerIcons[answer];
          return (
            <MenuItem
              key={answer}
              selected={consumer.answer.state === answer}
              onClick={() => {
                setAnchor(null);
                setChosen(answer);
              }}
            >
              <ListItemIcon>
                <Icon fontSize="small" aria-hidden />
              </ListItemIcon>
              <ListItemText
                primary={t(`answer.${answer}`)}
                secondary={t(`answering.help.${answer}`)}
              />
            </MenuItem>
          );
        })}
      </Menu>
      {chosen && (
        <AnswerDialog
          changeId={changeId}
          consumer={consumer}
          answer={chosen}
          onClose={() => setChosen(undefined)}
          onAnswered={onAnswered}
        />
      )}
    </>
  );
};
