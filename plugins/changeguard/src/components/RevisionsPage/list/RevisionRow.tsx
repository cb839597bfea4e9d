import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Revision } from '@changeguard/backstage-plugin-changeguard-common';
import {
  EntityName,
  RelativeTime,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { schemaChangeRouteRef } from '../../../routes';
import { EntityParams } from '../entityParams';
import { Changelog } from './Changelog';
import { revisionName } from './revisionName';
import { RevisionVerdict } from './RevisionVerdict';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '42px minmax(0, 1fr)',
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    box: { padding: theme.spacing(0.5) },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'ChangeGuardRevisionRow' },
);

/** One revision: what it is called, what brought it, and what it changed. */
export const RevisionRow = (props: {
  revision: Revision;
  params: EntityParams;
  picked: boolean;
  onPick: () => void;
  onCompare: (from: string, to: string) => void;
}) => {
  const { revision, params, picked, onPick, onCompare } = props;
  const { id, broughtBy, changeId, comparison, previousId } = revision;
  const classes = useStyles();
  const t = useTexts();
  const change = useRouteRef(schemaChangeRouteRef);
  const [open, setOpen] = useState(false);
  const name = revisionName(revision);

  return (
    <Typography variant="body2" component="li" className={classes.root}>
      <div>
        <Checkbox
          size="small"
          color="primary"
          className={classes.box}
          checked={picked}
          disabled={!revision.textKept}
          onChange={onPick}
          inputProps={{ 'aria-label': t('revisions.pick', { name }) }}
        />
      </div>
      <div>
        <div>
          <b>{name}</b> · <RelativeTime at={revision.at} /> ·{' '}
          {t(`revisions.source.${revision.source}`)}
          {/* Of what ChangeGuard found by itself, where it was found says all. */}
          {!broughtBy.startsWith('system:') && (
            <>
              {' '}
              {t('revisions.by')}{' '}
              {broughtBy.startsWith('user:') ? (
                <EntityName entityRef={broughtBy} />
              ) : (
                broughtBy
              )}
            </>
          )}
          {revision.commit && (
            <>
              {' · '}
              {t('revisions.commit')}{' '}
              <code>{revision.commit.slice(0, 12)}</code>
            </>
          )}
          {revision.url && (
            <>
              {' · '}
              <Link to={revision.url}>{t('revisions.published')}</Link>
            </>
          )}
          {!revision.textKept && ` · ${t('revisions.textGone')}`}
        </div>
        <div className={classes.actions}>
          <RevisionVerdict revision={revision} />
          {comparison && comparison.outcome !== 'failed' && (
            <Button
              size="small"
              aria-expanded={open}
              aria-label={t('revisions.changesOf', { name })}
              onClick={() => setOpen(!open)}
            >
              {t('revisions.changes')}
            </Button>
          )}
          {previousId && revision.textKept && (
            <Button
              size="small"
              aria-label={t('revisions.withPreviousOf', { name })}
              onClick={() => onCompare(previousId, id)}
            >
              {t('revisions.withPrevious')}
            </Button>
          )}
          {changeId && (
            <Link to={change({ id: changeId })}>{t('revisions.toChange')}</Link>
          )}
        </div>
        {open && <Changelog params={params} id={id} />}
      </div>
    </Typography>
  );
};
