import {
  AffectedConsumer,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { Section } from '../../Section/Section';
import { byUrgency, isUnanswered } from './byUrgency';
import { YourConsumer } from './YourConsumer';

const STEP = 5;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', padding: 0, margin: theme.spacing(1, 0, 0) },
  }),
  { name: 'ChangeGuardYourTeam' },
);

/** What the reader is asked for: the answers of the own teams, the open ones first. Draws nothing for who has none to give. */
export const YourTeam = (props: {
  change: SchemaChange;
  consumers: AffectedConsumer[];
  onAnswered: (consumer: AffectedConsumer) => void;
}) => {
  const { change, onAnswered } = props;
  const classes = useStyles();
  const t = useTexts();
  const [wanted, setWanted] = useState(STEP);
  const own = byUrgency(props.consumers.filter(({ mayAnswer }) => mayAnswer));
  const ordered = [
    ...own.filter(isUnanswered),
    ...own.filter(consumer => !isUnanswered(consumer)),
  ];
  if (own.length === 0) return null;
  const open = own.some(isUnanswered) ? 'ask' : 'done';
  const saying = change.status === 'resolved' ? 'closed' : open;

  return (
    <Section title={t('changePage.yourTeam.title', { count: own.length })}>
      <Typography variant="body2">
        {t(`changePage.yourTeam.${saying}`)}
      </Typography>
      <ul className={classes.list}>
        {ordered.slice(0, wanted).map(consumer => (
          <YourConsumer
            key={consumer.id}
            change={change}
            consumer={consumer}
            onAnswered={onAnswered}
          />
        ))}
      </ul>
      {ordered.length > wanted && (
        <Button size="small" onClick={() => setWanted(ordered.length)}>
          {t('changePage.yourTeam.more', { count: ordered.length - wanted })}
        </Button>
      )}
    </Section>
  );
};
