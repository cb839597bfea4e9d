import { EntityName } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../hooks/useTexts';
import { channelName } from './channelName';
import { NotReached } from './notReached';

/** So many are named; the operators' page has them all. */
const FEW = 5;

const useStyles = makeStyles(
  theme => ({
    list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'ChangeGuardNotReachedList' },
);

/** Whose people have heard nothing yet, why, and by which channel it was tried. */
export const NotReachedList = (props: { consumers: NotReached[] }) => {
  const { consumers } = props;
  const classes = useStyles();
  const t = useTexts();
  const rest = consumers.length - FEW;

  return (
    <>
      <Typography variant="body2">
        {t('changePage.reach.notReached', { count: consumers.length })}
      </Typography>
      <Typography variant="body2" component="ul" className={classes.list}>
        {consumers.slice(0, FEW).map(({ entityRef, why, channels }) => (
          <li key={entityRef}>
            <EntityName entityRef={entityRef} />:{' '}
            {t(`changePage.reach.why.${why}`)}
            {channels.length > 0 &&
              ` (${channels.map(id => channelName(id, t)).join(', ')})`}
          </li>
        ))}
        {rest > 0 && <li>{t('changePage.reach.andMore', { count: rest })}</li>}
      </Typography>
    </>
  );
};
