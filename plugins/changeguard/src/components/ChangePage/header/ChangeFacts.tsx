import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import {
  EntityNames,
  RelativeTime,
  SeverityChip,
} from '@changeguard/backstage-plugin-changeguard-react';
import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { useTexts } from '../../../hooks/useTexts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginTop: theme.spacing(1),
    },
    when: { display: 'inline-flex', gap: theme.spacing(0.5) },
    alarm: {
      margin: 0,
      maxWidth: '100%',
      backgroundColor: 'transparent',
      borderColor: theme.palette.error.main,
      fontWeight: 'bold',
      '& .MuiChip-icon': { color: theme.palette.error.main },
    },
    owner: {
      minWidth: 0,
      marginLeft: 'auto',
      [theme.breakpoints.down('xs')]: { marginLeft: 0 },
    },
  }),
  { name: 'ChangeGuardChangeFacts' },
);

/** How bad, by when, what is wrong with it, and whose it is: one line. */
export const ChangeFacts = (props: { change: SchemaChange }) => {
  const { change } = props;
  const classes = useStyles();
  const t = useTexts();
  const blocked = change.consumers.byAnswer.blocked ?? 0;
  const alarms = [
    change.flags.overdue && t('changePage.header.overdue'),
    change.flags.atRisk && t('changePage.header.atRisk', { count: blocked }),
  ];

  return (
    <div className={classes.root}>
      <SeverityChip severity={change.severity} />
      {/* What was withdrawn never takes effect. */}
      {change.status !== 'withdrawn' && (
        <Typography component="span" className={classes.when}>
          <ScheduleIcon aria-hidden fontSize="small" />
          {change.effectiveAt ? (
            <>
              {t('changePage.header.effective')}{' '}
              <RelativeTime at={change.effectiveAt} />
            </>
          ) : (
            t('changePage.header.noDate')
          )}
        </Typography>
      )}
      {alarms.map(
        alarm =>
          alarm && (
            <Chip
              key={alarm}
              size="small"
              variant="outlined"
              icon={<ReportProblemOutlinedIcon aria-hidden />}
              label={alarm}
              className={classes.alarm}
            />
          ),
      )}
      <Typography component="span" className={classes.owner}>
        {t('changePage.header.owner')}:{' '}
        <EntityNames entityRefs={change.ownerRefs} />
      </Typography>
    </div>
  );
};
