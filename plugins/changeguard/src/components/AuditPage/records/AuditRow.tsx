import type { AuditEntry } from '@changeguard/backstage-plugin-changeguard-common';
import {
  EntityName,
  RelativeTime,
} from '@changeguard/backstage-plugin-changeguard-react';
import Chip from '@material-ui/core/Chip';
import Collapse from '@material-ui/core/Collapse';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useId } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { AuditDetails } from './AuditDetails';

const useStyles = makeStyles(
  theme => ({
    root: {
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0 },
    },
    row: {
      display: 'grid',
      gridTemplateColumns: '40px 110px minmax(0, 1fr) minmax(0, 2fr) auto',
      gridTemplateAreas: '"open at actor what place"',
      alignItems: 'center',
      columnGap: theme.spacing(1.5),
      padding: theme.spacing(0.75, 0),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: '40px minmax(0, 1fr) auto',
        gridTemplateAreas: '"open actor place" "open what what" "open at at"',
      },
    },
    open: { gridArea: 'open' },
    arrow: { transition: theme.transitions.create('transform') },
    turned: { transform: 'rotate(180deg)' },
    at: { gridArea: 'at' },
    actor: { gridArea: 'actor' },
    what: { gridArea: 'what' },
    place: { gridArea: 'place', textAlign: 'right' },
    code: { fontFamily: 'monospace' },
    denied: {
      margin: theme.spacing(0, 1, 0, 0),
      borderColor: theme.palette.error.main,
      '& svg': { color: theme.palette.error.main },
    },
  }),
  { name: 'ChangeGuardAuditRow' },
);

/** One record in a line, and all that is known of it when it is open. */
export const AuditRow = (props: {
  record: AuditEntry;
  open: boolean;
  onToggle: () => void;
  onChange: (changeId: string) => void;
}) => {
  const { record, open, onToggle, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const detailsId = useId();
  const place =
    record.seq === null
      ? t('audit.row.unsealed')
      : t('audit.row.place', { seq: String(record.seq) });

  return (
    <li className={classes.root}>
      <Typography variant="body2" component="div" className={classes.row}>
        <div className={classes.open}>
          <IconButton
            size="small"
            onClick={onToggle}
            aria-expanded={open}
            aria-controls={detailsId}
            aria-label={t('audit.row.show', { place })}
          >
            <ExpandMoreIcon
              className={`${classes.arrow} ${open ? classes.turned : ''}`}
            />
          </IconButton>
        </div>
        <div className={classes.at}>
          <RelativeTime at={record.at} />
        </div>
        <div className={classes.actor}>
          {record.actorType === 'user' ? (
            <EntityName entityRef={record.actor} />
          ) : (
            record.actor
          )}
        </div>
        <div className={classes.what}>
          {record.outcome === 'denied' && (
            <Chip
              size="small"
              variant="outlined"
              icon={<BlockIcon aria-hidden />}
              label={t('audit.outcome.denied')}
              className={classes.denied}
            />
          )}
          <span className={classes.code}>{record.action}</span>
          {record.entityRef && (
            <>
              {' · '}
              <EntityName entityRef={record.entityRef} />
            </>
          )}
        </div>
        <Typography
          variant="caption"
          color="textSecondary"
          className={classes.place}
        >
          {place}
        </Typography>
      </Typography>
      <div id={detailsId}>
        <Collapse in={open} unmountOnExit>
          <AuditDetails record={record} onChange={onChange} />
        </Collapse>
      </div>
    </li>
  );
};
