import { useRouteRef } from '@backstage/core-plugin-api';
import {
  ChangeListView,
  Ownership,
  SchemaChangesQuery,
  useReadingPlace,
  useSchemaChanges,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { schemaChangesRouteRef } from '../../routes';
import { Section } from '../Section/Section';
import { NeedsAnswer } from './NeedsAnswer';
import { SeeAll } from '../SeeAll/SeeAll';
import { UnreadNotifications } from './UnreadNotifications';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
      },
    },
    column: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  }),
  { name: 'ChangeGuardInbox' },
);

/** So many of each kind are shown here; the list has them all. */
const SHOWN = 20;

/** The sections of the inbox for one person. */
export const Inbox = (props: { ownership: Ownership }) => {
  const refs = props.ownership.ownershipEntityRefs;
  const classes = useStyles();
  const t = useTexts();
  const all = useRouteRef(schemaChangesRouteRef)();
  const { ref, isReading } = useReadingPlace<HTMLDivElement>();
  const queries = useMemo(
    (): Record<'mine' | 'affecting', SchemaChangesQuery> => ({
      mine: {
        owner: refs,
        status: ['draft', 'announced', 'released'],
        sort: 'effectiveAt',
        limit: SHOWN,
      },
      affecting: {
        consumerOwner: refs,
        status: ['announced', 'released'],
        sort: 'effectiveAt',
        limit: SHOWN,
      },
    }),
    [refs],
  );
  const mine = useSchemaChanges(queries.mine, { hold: isReading });
  const affecting = useSchemaChanges(queries.affecting, { hold: isReading });

  return (
    <div className={classes.root} ref={ref}>
      <div className={classes.column}>
        <NeedsAnswer affecting={affecting} />
        {(['mine', 'affecting'] as const).map(view => (
          <Section
            key={view}
            level={2}
            title={t(`inbox.${view}`)}
            action={
              <SeeAll
                to={`${all}?view=${view}`}
                label={t(
                  view === 'mine'
                    ? 'inbox.seeAllMine'
                    : 'inbox.seeAllAffecting',
                )}
              />
            }
          >
            <ChangeListView
              list={view === 'mine' ? mine : affecting}
              label={t(`inbox.${view}`)}
              empty={
                <Typography color="textSecondary">
                  {t(`inbox.${view}None`)}
                </Typography>
              }
            />
          </Section>
        ))}
      </div>
      <UnreadNotifications />
    </div>
  );
};
