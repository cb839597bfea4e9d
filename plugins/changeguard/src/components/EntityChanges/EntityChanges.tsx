import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ChangeList,
  ChangeListView,
  EntityNames,
  useReadingPlace,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { revisionsRouteRef } from '../../routes';
import { FollowMenu } from '../FollowMenu/FollowMenu';
import { Section } from '../Section/Section';
import { AffectingAction } from './AffectingAction';
import { EntityChangesEmpty } from './EntityChangesEmpty';
import { EntitySummary } from './EntitySummary';
import { useEntityChanges } from './useEntityChanges';
import { useMayRecord } from './useMayRecord';
import { useOwnAnswers } from './useOwnAnswers';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
    },
    summary: { flex: '1 1 260px', minWidth: 0 },
    lists: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
  }),
  { name: 'ChangeGuardEntityChanges' },
);

/** The tab of an entity's page: what changes here, and what changes elsewhere and matters here. */
export const EntityChanges = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const classes = useStyles();
  const t = useTexts();
  const [past, setPast] = useState(false);
  const record = useMayRecord(entity);
  const revisions = useRouteRef(revisionsRouteRef);
  const { ref, isReading } = useReadingPlace<HTMLDivElement>();
  const data = useEntityChanges(entityRef, { hold: isReading });
  const own = useOwnAnswers(data.affecting, entityRef);

  return (
    <div className={classes.root} ref={ref}>
      <div className={classes.head}>
        <div className={classes.summary}>
          <EntitySummary {...data} own={own.byChange} />
        </div>
        <LinkButton
          to={revisions({
            kind: entity.kind.toLocaleLowerCase('en-US'),
            namespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
            name: entity.metadata.name,
          })}
        >
          {t('revisions.open')}
        </LinkButton>
        <FollowMenu entityRef={entityRef} />
        {record.allowed && (
          <LinkButton to={record.link} variant="contained" color="primary">
            {t('page.record')}
          </LinkButton>
        )}
      </div>
      {data.isEmpty ? (
        <EntityChangesEmpty
          name={entity.metadata.title ?? entity.metadata.name}
          owners={
            record.loading || record.allowed ? undefined : (
              <EntityNames entityRefs={record.owners} />
            )
          }
        />
      ) : (
        <div className={classes.lists}>
          <Section title={t('entity.toThis')}>
            <ChangeListView
              list={data.here}
              hideEntity
              label={t('entity.toThis')}
              empty={
                <Typography color="textSecondary">
                  {t('entity.nothingToThis')}
                </Typography>
              }
            />
          </Section>
          <Section title={t('entity.affecting')}>
            <ChangeListView
              list={data.affecting}
              label={t('entity.affecting')}
              action={change => (
                <AffectingAction
                  change={change}
                  consumer={own.byChange.get(change.id)}
                  onAnswered={own.refresh}
                />
              )}
              empty={
                <Typography color="textSecondary">
                  {t('entity.nothingAffecting')}
                </Typography>
              }
            />
          </Section>
        </div>
      )}
      <div>
        <Button onClick={() => setPast(!past)} aria-expanded={past}>
          {t(past ? 'entity.hidePast' : 'entity.past')}
        </Button>
        {past && (
          <Section title={t('entity.pastLabel')}>
            <ChangeList
              query={{
                entityRef: [entityRef],
                status: ['resolved', 'withdrawn'],
                sort: '-updatedAt',
              }}
              hideEntity
              label={t('entity.pastLabel')}
              empty={
                <Typography color="textSecondary">
                  {t('entity.nothingPast')}
                </Typography>
              }
            />
          </Section>
        )}
      </div>
    </div>
  );
};
