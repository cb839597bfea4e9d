import { Audience } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';

/** Whom announcing tells, in one sentence. */
export const AudienceSentence = (props: { audience: Audience }) => {
  const { people, teams, followers } = props.audience;
  const t = useTexts();
  if (people === 0)
    return <Typography>{t('changeForm.audience.noPeople')}</Typography>;

  const told = t('changeForm.audience.people', { count: people });
  const whom = teams
    ? t('changeForm.audience.peopleInTeams', {
        people: told,
        teams: t('changeForm.audience.teams', { count: teams }),
      })
    : told;
  return (
    <Typography>
      <strong>{t('changeForm.audience.summary', { whom })}</strong>{' '}
      {followers > 0 &&
        t('changeForm.audience.followers', { count: followers })}
    </Typography>
  );
};
