import {
  FailurePanel,
  RowsSkeleton,
} from '@changeguard/backstage-plugin-changeguard-react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import Switch from '@material-ui/core/Switch';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { Section } from '../Section/Section';
import { TopicTable } from './TopicTable';
import { usePreferences } from './usePreferences';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), maxWidth: 760 },
    mail: { marginTop: theme.spacing(2) },
    state: { minHeight: '1.5em' },
  }),
  { name: 'ChangeGuardPreferencesPage' },
);

/** By which channels the reader is told of what. Each choice is stored at once. */
export const PreferencesPage = () => {
  const classes = useStyles();
  const t = useTexts();
  const { value, loading, error, refresh, save, saveError, saveState } =
    usePreferences();

  return (
    <div className={classes.root}>
      <Section title={t('preferences.title')} level={2}>
        {error && (
          <FailurePanel
            error={error}
            stale={Boolean(value)}
            onRetry={refresh}
          />
        )}
        {saveError && (
          <FailurePanel error={saveError} title={t('preferences.failed')} />
        )}
        {loading && <RowsSkeleton label={t('preferences.loading')} />}
        {value && (
          <>
            <TopicTable preferences={value} onChange={save} />
            <FormControlLabel
              className={classes.mail}
              control={
                <Switch
                  color="primary"
                  checked={value.email}
                  onChange={(_, email) => save({ ...value, email })}
                  inputProps={{ 'aria-describedby': 'changeguard-mail-help' }}
                />
              }
              label={t('preferences.mail')}
            />
            <FormHelperText id="changeguard-mail-help">
              {t('preferences.mailHelp')}
            </FormHelperText>
            <Typography
              role="status"
              variant="body2"
              color="textSecondary"
              className={classes.state}
            >
              {saveState !== 'idle' && t(`preferences.${saveState}`)}
            </Typography>
          </>
        )}
      </Section>
      <Section title={t('preferences.followTitle')} level={2}>
        <Typography>{t('preferences.followWhat')}</Typography>
      </Section>
    </div>
  );
};
