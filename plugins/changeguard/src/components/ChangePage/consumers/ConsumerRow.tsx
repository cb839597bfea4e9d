import { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';
import {
  AnswerChip,
  EntityName,
  EntityNames,
  RelativeTime,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../hooks/useTexts';
import { ConsumerReach } from './ConsumerReach';
import { PathInWords } from './PathInWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 1),
    },
    name: { fontWeight: 'bold', minWidth: 0 },
    note: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(1),
      borderLeft: `3px solid ${theme.palette.divider}`,
      whiteSpace: 'pre-wrap',
    },
  }),
  { name: 'ChangeGuardConsumerRow' },
);

/** One affected consumer: whose it is, by which channels they were reached, what they say, and by which catalog path it is affected. */
export const ConsumerRow = (props: { consumer: AffectedConsumer }) => {
  const { entityRef, ownerRefs, answer, paths, ...consumer } = props.consumer;
  const classes = useStyles();
  const t = useTexts();
  const marks = [
    consumer.late && t('changePage.consumers.late'),
    consumer.left && t('changePage.consumers.left'),
    !consumer.reachable && t('changePage.consumers.unreachable'),
  ].filter(Boolean);

  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <Typography component="span" className={classes.name}>
          <EntityName entityRef={entityRef} />
        </Typography>
        <AnswerChip state={answer.state} />
      </div>
      <Typography variant="body2" color="textSecondary" component="div">
        <EntityNames entityRefs={ownerRefs} />
        {marks.length > 0 && ` · ${marks.join(' · ')}`}
      </Typography>
      <ConsumerReach consumer={props.consumer} />
      {answer.note && (
        <Typography variant="body2" className={classes.note}>
          {answer.note}
        </Typography>
      )}
      {answer.by && answer.at && (
        <Typography variant="caption" color="textSecondary" component="div">
          <EntityName entityRef={answer.by} /> · <RelativeTime at={answer.at} />
          {answer.expectedAt && (
            <>
              {' · '}
              {t('changePage.consumers.expected')}{' '}
              <RelativeTime at={answer.expectedAt} />
            </>
          )}
          {answer.waivedUntil && (
            <>
              {' · '}
              {t('changePage.consumers.waivedUntil')}{' '}
              <RelativeTime at={answer.waivedUntil} />
            </>
          )}
        </Typography>
      )}
      {paths[0] && (
        <Typography variant="caption" color="textSecondary" component="div">
          <PathInWords path={paths[0]} />
        </Typography>
      )}
    </li>
  );
};
