import { EntityNames } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import WarningOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { useTexts } from '../../../hooks/useTexts';
import { PathInWords } from '../../ChangePage/consumers/PathInWords';
import { AudienceOfOwners } from './byOwner';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 1),
    },
    unreachable: { display: 'inline-flex', gap: theme.spacing(0.5) },
    paths: { listStyle: 'none', padding: 0, margin: 0 },
  }),
  { name: 'ChangeGuardAudienceTeam' },
);

/** One team that would be told, how many people that is, and by which catalog paths. */
export const AudienceTeam = (props: { team: AudienceOfOwners }) => {
  const { ownerRefs, people, reachable, consumers } = props.team;
  const classes = useStyles();
  const t = useTexts();

  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <Typography component="span">
          <EntityNames entityRefs={ownerRefs} />
        </Typography>
        <Typography variant="body2" component="span">
          {reachable ? (
            t('changeForm.audience.people', { count: people })
          ) : (
            <span className={classes.unreachable}>
              <WarningOutlinedIcon fontSize="small" aria-hidden />
              {t('changeForm.audience.unreachable')}
            </span>
          )}
        </Typography>
      </div>
      <ul className={classes.paths}>
        {consumers.map(
          ({ entityRef, paths }) =>
            paths[0] && (
              <Typography
                key={entityRef}
                variant="caption"
                color="textSecondary"
                component="li"
              >
                <PathInWords path={paths[0]} />
              </Typography>
            ),
        )}
      </ul>
    </li>
  );
};
