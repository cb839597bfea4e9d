import { Audience } from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { AudienceTeam } from './AudienceTeam';
import { byOwner } from './byOwner';

const STEP = 6;

const useStyles = makeStyles(
  { list: { listStyle: 'none', padding: 0, margin: 0 } },
  { name: 'ChangeGuardAudienceDetails' },
);

/** Team by team: who would hear of it, and because of what. */
export const AudienceDetails = (props: { audience: Audience }) => {
  const { audience } = props;
  const classes = useStyles();
  const t = useTexts();
  const [wanted, setWanted] = useState(STEP);
  const teams = byOwner(audience.consumers);
  const rest = teams.length - wanted;
  const nobody = teams.length === 0 && audience.hidden === 0;

  return (
    <>
      {audience.state === 'partial' && (
        <Alert severity="warning">{t('changeForm.audience.partial')}</Alert>
      )}
      {nobody && (
        <Typography color="textSecondary">
          {t('changeForm.audience.nobody')}
        </Typography>
      )}
      <ul className={classes.list}>
        {teams.slice(0, wanted).map(team => (
          <AudienceTeam key={team.ownerRefs.join()} team={team} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setWanted(teams.length)}>
          {t('changeForm.audience.more', { count: rest })}
        </Button>
      )}
      {audience.hidden > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('changeForm.audience.hidden', { count: audience.hidden })}
        </Typography>
      )}
    </>
  );
};
