import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { AuditEntry } from '@changeguard/backstage-plugin-changeguard-common';
import { EntityName } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment, ReactNode } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { schemaChangeRouteRef } from '../../../routes';
import { FieldChangeLine } from '../../AuditRecord/FieldChangeLine';
import { fieldChanges } from '../../AuditRecord/fieldChanges';
import { BeforeAfter } from '../../BeforeAfter/BeforeAfter';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(0.5, 0, 2, 6.5) },
    facts: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.25, 2),
      margin: theme.spacing(0, 0, 1),
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0 },
    },
    fields: { margin: theme.spacing(0, 0, 1), paddingLeft: theme.spacing(2) },
    [theme.breakpoints.down('xs')]: { root: { paddingLeft: 0 } },
  }),
  { name: 'ChangeGuardAuditDetails' },
);

const asText = (fields: AuditEntry['before']) =>
  fields && JSON.stringify(fields, null, 2);

/** Everything a record holds: for whom words are not enough, as it was stored. */
export const AuditDetails = (props: {
  record: AuditEntry;
  onChange: (changeId: string) => void;
}) => {
  const { record, onChange } = props;
  const { changeId, origin } = record;
  const classes = useStyles();
  const t = useTexts();
  const change = useRouteRef(schemaChangeRouteRef);
  const fields = fieldChanges(record);
  const facts: [string, ReactNode][] = [
    [
      t(record.outcome === 'denied' ? 'audit.row.refusal' : 'audit.row.reason'),
      record.reason,
    ],
    // As auditors quote it: not in the reader's zone, and to the millisecond.
    [t('audit.row.at'), record.at],
    [
      t('audit.row.onBehalfOf'),
      record.onBehalfOf && <EntityName entityRef={record.onBehalfOf} />,
    ],
    [t('audit.row.origin'), origin && t(`audit.origin.${origin}`)],
    [t('audit.row.address'), record.address],
    [t('audit.row.userAgent'), record.userAgent],
    [t('audit.row.requestId'), record.requestId],
    [t('audit.row.eventId'), record.eventId],
    [
      t('audit.row.change'),
      changeId && (
        <>
          <Link to={change({ id: changeId })}>{changeId}</Link>{' '}
          <Button size="small" onClick={() => onChange(changeId)}>
            {t('audit.row.onlyThisChange')}
          </Button>
        </>
      ),
    ],
    [t('audit.row.id'), record.id],
    [t('audit.row.seq'), record.seq],
    [t('audit.row.hash'), record.hash && <code>{record.hash}</code>],
  ];

  return (
    <div className={classes.root}>
      {record.erased && (
        <Typography variant="body2">{t('audit.row.erased')}</Typography>
      )}
      <Typography variant="body2" component="dl" className={classes.facts}>
        {facts
          .filter(([, value]) => value !== null && value !== undefined)
          .map(([name, value]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </Typography>
      {fields.length > 0 && (
        <ul className={classes.fields} aria-label={t('audit.row.fields')}>
          {fields.map(field => (
            <FieldChangeLine key={field.field} change={field} />
          ))}
        </ul>
      )}
      <BeforeAfter
        before={asText(record.before)}
        after={asText(record.after)}
      />
    </div>
  );
};
