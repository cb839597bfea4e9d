import type { Revision } from '@changeguard/backstage-plugin-changeguard-common';
import {
  PagedList,
  PagedListFrame,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { Nothing } from '../../Nothing/Nothing';
import { EntityParams } from '../entityParams';
import { RevisionRow } from './RevisionRow';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', padding: 0, margin: 0 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      paddingBottom: theme.spacing(1),
    },
  }),
  { name: 'ChangeGuardRevisionList' },
);

/** The revisions, newest first; any two of them can be chosen and compared. */
export const RevisionList = (props: {
  list: PagedList<Revision>;
  params: EntityParams;
  onCompare: (from: string, to: string) => void;
  onMore: () => void;
}) => {
  const { list, params, onCompare, onMore } = props;
  const classes = useStyles();
  const t = useTexts();
  const [picked, setPicked] = useState<string[]>([]);
  // The older of two is what the newer is compared with, in whatever order they were chosen.
  const [to, from] = list.items
    .map(({ id }) => id)
    .filter(id => picked.includes(id));
  const pick = (id: string) =>
    setPicked(
      picked.includes(id)
        ? picked.filter(one => one !== id)
        : [...picked, id].slice(-2),
    );

  return (
    <PagedListFrame
      list={list}
      loading={t('revisions.loading')}
      rows={5}
      empty={
        <Nothing title={t('revisions.none')} help={t('revisions.noneHelp')} />
      }
      newestFirst
      onMore={onMore}
    >
      {list.items.length > 1 && (
        <div className={classes.head}>
          <Button
            variant="outlined"
            size="small"
            disabled={!from}
            onClick={() => onCompare(from, to)}
          >
            {t('revisions.compareTwo')}
          </Button>
          {!from && (
            <Typography variant="body2" color="textSecondary">
              {t('revisions.pickTwo')}
            </Typography>
          )}
        </div>
      )}
      <ul className={classes.list} aria-label={t('revisions.label')}>
        {list.items.map(revision => (
          <RevisionRow
            key={revision.id}
            revision={revision}
            params={params}
            picked={picked.includes(revision.id)}
            onPick={() => pick(revision.id)}
            onCompare={onCompare}
          />
        ))}
      </ul>
    </PagedListFrame>
  );
};
