import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  AffectedConsumer,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import { EntityName } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../hooks/useTexts';
import { editSchemaChangeRouteRef } from '../../../routes';
import { StatusButton } from '../status/StatusButton';
import { ChangeFacts } from './ChangeFacts';
import { DeleteDraft } from './DeleteDraft';

/** From so many characters on, a title is set smaller. */
const LONG = 90;

const useStyles = makeStyles(
  theme => ({
    top: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
    title: { flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'ChangeGuardChangeHeader' },
);

/** Which change this is, how urgent it is, and what the reader may do with it. */
export const ChangeHeader = (props: {
  change: SchemaChange;
  consumers: AffectedConsumer[] | undefined;
  onChanged: (change: SchemaChange) => void;
}) => {
  const { change, consumers, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const editLink = useRouteRef(editSchemaChangeRouteRef);

  return (
    <header>
      <div className={classes.top}>
        <div className={classes.title}>
          <Typography variant="body2" color="textSecondary" component="div">
            <EntityName
              entityRef={change.entityRef}
              gone={change.flags.entityGone}
              hideIcon={false}
            />{' '}
            ›
          </Typography>
          <Typography
            variant={change.title.length > LONG ? 'h5' : 'h4'}
            component="h2"
          >
            {change.title}
          </Typography>
        </div>
        <div className={classes.actions}>
          <StatusButton
            change={change}
            consumers={consumers}
            onChanged={onChanged}
          />
          {change.may.edit && (
            <LinkButton
              to={editLink({ id: change.id })}
              variant="outlined"
              color="primary"
            >
              {t('changePage.header.edit')}
            </LinkButton>
          )}
          {change.may.edit && change.status === 'draft' && (
            <DeleteDraft change={change} />
          )}
        </div>
      </div>
      <ChangeFacts change={change} />
    </header>
  );
};
