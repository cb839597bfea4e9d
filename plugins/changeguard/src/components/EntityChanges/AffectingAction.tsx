import type {
  AffectedConsumer,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  AnswerButton,
  AnswerChip,
  AnswerProgress,
} from '@changeguard/backstage-plugin-changeguard-react';
import { makeStyles } from '@material-ui/core/styles';
import { isUnanswered } from '../../hooks/isUnanswered';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'ChangeGuardAffectingAction' },
);

/** What a consumer's team has said to a change, and the button to say it; the overall progress for everybody else. */
export const AffectingAction = (props: {
  change: SchemaChangeSummary;
  consumer: AffectedConsumer | undefined;
  onAnswered: () => void;
}) => {
  const { change, consumer, onAnswered } = props;
  const classes = useStyles();

  if (!consumer) return <AnswerProgress consumers={change.consumers} />;
  return (
    <div className={classes.root}>
      {!isUnanswered(consumer) && <AnswerChip state={consumer.answer.state} />}
      <AnswerButton
        changeId={change.id}
        consumer={consumer}
        onAnswered={onAnswered}
      />
    </div>
  );
};
