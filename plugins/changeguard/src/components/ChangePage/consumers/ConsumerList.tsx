import { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { byUrgency } from './byUrgency';
import { ConsumerRow } from './ConsumerRow';

const STEP = 8;
/** From so many rows on, one looks for a name rather than reading. */
const MANY = 12;

const useStyles = makeStyles(
  { list: { listStyle: 'none', padding: 0, margin: 0 } },
  { name: 'ChangeGuardConsumerList' },
);

/** The affected consumers, those first that somebody has to look after; a step at a time, with a filter when there are many. */
export const ConsumerList = (props: { consumers: AffectedConsumer[] }) => {
  const { consumers } = props;
  const classes = useStyles();
  const t = useTexts();
  const [wanted, setWanted] = useState(STEP);
  const filterId = useId();
  const [filter, setFilter] = useState('');
  const words = filter.trim().toLocaleLowerCase('en-US');
  const matching = byUrgency(consumers).filter(({ entityRef, ownerRefs }) =>
    [entityRef, ...ownerRefs].some(ref => ref.includes(words)),
  );
  const rest = matching.length - wanted;

  return (
    <>
      {consumers.length > MANY && (
        <TextField
          id={filterId}
          label={t('changePage.consumers.filter')}
          value={filter}
          onChange={event => setFilter(event.target.value)}
          type="search"
          variant="outlined"
          size="small"
          margin="dense"
          fullWidth
        />
      )}
      {consumers.length > 0 && matching.length === 0 && (
        <Typography variant="body2" color="textSecondary" role="status">
          {t('changePage.consumers.noMatch')}
        </Typography>
      )}
      <ul className={classes.list}>
        {matching.slice(0, wanted).map(consumer => (
          <ConsumerRow key={consumer.id} consumer={consumer} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setWanted(wanted * 4)}>
          {t('changePage.consumers.more', { count: rest })}
        </Button>
      )}
    </>
  );
};
