import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { severities } from '@changeguard/backstage-plugin-changeguard-common';
import {
  EffectiveDate,
  FailurePanel,
  SeverityChip,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { schemaChangesRouteRef } from '../../routes';
import { SeeAll } from '../SeeAll/SeeAll';
import { Section } from '../Section/Section';
import { useEntityChanges } from '../EntityChanges/useEntityChanges';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
    },
  }),
  { name: 'ChangeGuardEntityCard' },
);

/** For an entity's overview: how much is about to change, how badly and when. Nothing at all when nothing is. */
export const EntityCard = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const classes = useStyles();
  const t = useTexts();
  const list = useRouteRef(schemaChangesRouteRef);
  const { here, affecting } = useEntityChanges(entityRef);
  const error = here.error ?? affecting.error;
  const changes = [...here.items, ...affecting.items];

  if (changes.length === 0 && !error) return null;
  const worst = severities.find(severity =>
    changes.some(change => change.severity === severity),
  );
  const nearest = changes
    .filter(change => change.effectiveAt && change.status !== 'released')
    .sort((a, b) => a.effectiveAt!.localeCompare(b.effectiveAt!))[0];
  const filter = here.items.length > 0 ? 'entityRef' : 'consumer';
  return (
    <Section
      title={t('entity.cardTitle')}
      action={
        changes.length > 0 && (
          <SeeAll
            to={`${list()}?${new URLSearchParams({ [filter]: entityRef })}`}
            label={t('entity.seeAll')}
          />
        )
      }
    >
      {error && (
        <FailurePanel
          error={error}
          stale={changes.length > 0}
          onRetry={() => {
            here.refresh();
            affecting.refresh();
          }}
        />
      )}
      <div className={classes.facts}>
        {worst && <SeverityChip severity={worst} />}
        {here.items.length > 0 && (
          <Typography component="span">
            {t('entity.cardOpen', { count: here.items.length })}
          </Typography>
        )}
        {affecting.items.length > 0 && (
          <Typography component="span">
            {t('entity.cardAffects', { count: affecting.items.length })}
          </Typography>
        )}
        {nearest && (
          <Typography component="span">
            {t('entity.cardNearest')}:{' '}
            <EffectiveDate
              at={nearest.effectiveAt}
              overdue={nearest.flags.overdue}
            />
          </Typography>
        )}
      </div>
    </Section>
  );
};
