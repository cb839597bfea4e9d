import {
  AffectedConsumer,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  AnswerButton,
  AnswerChip,
  EntityName,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../hooks/useTexts';
import { isUnanswered } from './byUrgency';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 1),
      padding: theme.spacing(1, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    name: { minWidth: 0, fontWeight: 'bold' },
    answer: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    stale: { flexBasis: '100%' },
  }),
  { name: 'ChangeGuardYourConsumer' },
);

/** One of the reader's own consumers, its answer and the button that gives one. */
export const YourConsumer = (props: {
  change: SchemaChange;
  consumer: AffectedConsumer;
  onAnswered: (consumer: AffectedConsumer) => void;
}) => {
  const { change, consumer, onAnswered } = props;
  const classes = useStyles();
  const t = useTexts();
  const { onVersion } = consumer.answer;
  const isStale = onVersion !== null && onVersion < change.version;

  return (
    <li className={classes.root}>
      <Typography component="span" className={classes.name}>
        <EntityName entityRef={consumer.entityRef} />
      </Typography>
      <span className={classes.answer}>
        {!isUnanswered(consumer) && (
          <AnswerChip state={consumer.answer.state} />
        )}
        <AnswerButton
          changeId={change.id}
          consumer={consumer}
          onAnswered={onAnswered}
        />
      </span>
      {isStale && (
        <Typography
          variant="caption"
          color="textSecondary"
          className={classes.stale}
        >
          {t('changePage.yourTeam.stale')}
        </Typography>
      )}
    </li>
  );
};
