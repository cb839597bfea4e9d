import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardReactTranslationRef,
  EntityName,
  EntityNames,
  useDateLocale,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { Fragment } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { FollowMenu } from '../FollowMenu/FollowMenu';
import { Section } from '../Section/Section';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(0, 0, 2),
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, minWidth: 0 },
    },
  }),
  { name: 'ChangeGuardPeopleCard' },
);

/** Who stands behind a change, its exact dates, and whether the reader wants to hear of its entity. */
export const PeopleCard = (props: { change: SchemaChange }) => {
  const { change } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;
  const locale = useDateLocale();
  const dates = (
    [
      ['recorded', change.createdAt],
      ['updated', change.updatedAt],
      ['effective', change.effectiveAt],
      ['sunset', change.sunsetAt],
    ] as const
  ).flatMap(([name, at]) => (at ? [[name, at] as const] : []));

  return (
    <Section title={t('changePage.people.title')}>
      <Typography variant="body2" component="dl" className={classes.facts}>
        <dt>{t('changePage.people.owners')}</dt>
        <dd>
          <EntityNames entityRefs={change.ownerRefs} />
        </dd>
        <dt>{t('changePage.people.recordedBy')}</dt>
        <dd>
          <EntityName entityRef={change.createdBy} />
        </dd>
        <dt>{t('changePage.people.source')}</dt>
        <dd>{t(`changePage.people.sources.${change.source}`)}</dd>
        <dt>{t('changePage.people.format')}</dt>
        <dd>{words(`format.${change.format}`)}</dd>
        {dates.map(([name, at]) => (
          <Fragment key={name}>
            <dt>{t(`changePage.people.${name}`)}</dt>
            <dd>
              {DateTime.fromISO(at, { locale }).toLocaleString(
                DateTime.DATETIME_MED,
              )}
            </dd>
          </Fragment>
        ))}
      </Typography>
      <FollowMenu entityRef={change.entityRef} />
    </Section>
  );
};
