import type { Preferences } from '@changeguard/backstage-plugin-changeguard-common';
import Switch from '@material-ui/core/Switch';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';

/** The topics something is sent about so far. */
const topics = ['breaking-change', 'discussion'] as const;
const channels = ['inApp', 'email'] as const;

const useStyles = makeStyles(
  theme => ({
    cell: {
      padding: theme.spacing(1, 0.5),
      '&:first-child': { paddingLeft: 0 },
    },
    channel: { width: 84 },
  }),
  { name: 'ChangeGuardTopicTable' },
);

/** A switch for every topic and channel. */
export const TopicTable = (props: {
  preferences: Preferences;
  onChange: (preferences: Preferences) => void;
}) => {
  const { preferences, onChange } = props;
  const classes = useStyles();
  const t = useTexts();

  return (
    <Table aria-label={t('preferences.title')}>
      <TableHead>
        <TableRow>
          <TableCell className={classes.cell}>
            {t('preferences.topic')}
          </TableCell>
          {channels.map(channel => (
            <TableCell
              key={channel}
              align="center"
              className={`${classes.cell} ${classes.channel}`}
            >
              {t(`preferences.${channel}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {topics.map(topic => (
          <TableRow key={topic}>
            <TableCell component="th" scope="row" className={classes.cell}>
              {t(`preferences.topics.${topic}`)}
              <Typography variant="body2" color="textSecondary">
                {t(`preferences.help.${topic}`)}
              </Typography>
            </TableCell>
            {channels.map(channel => (
              <TableCell key={channel} align="center" className={classes.cell}>
                <Switch
                  color="primary"
                  checked={preferences.topics[topic][channel]}
                  disabled={channel === 'email' && !preferences.email}
                  onChange={(_, on) =>
                    onChange({
                      ...preferences,
                      topics: {
                        ...preferences.topics,
                        [topic]: {
                          ...preferences.topics[topic],
                          [channel]: on,
                        },
                      },
                    })
                  }
                  inputProps={{
                    'aria-label': t('preferences.switchLabel', {
                      topic: t(`preferences.topics.${topic}`),
                      channel: t(`preferences.${channel}`),
                    }),
                  }}
                />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
