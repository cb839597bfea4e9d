import type { AuditEntry } from '@changeguard/backstage-plugin-changeguard-common';
import {
  PagedList,
  PagedListFrame,
} from '@changeguard/backstage-plugin-changeguard-react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../hooks/useTexts';
import { Nothing } from '../../Nothing/Nothing';
import { AuditRow } from './AuditRow';

const useStyles = makeStyles(
  { list: { listStyle: 'none', padding: 0, margin: 0 } },
  { name: 'ChangeGuardAuditList' },
);

/** The records with everything that can be true of a list; one of them can be open. */
export const AuditList = (props: {
  list: PagedList<AuditEntry>;
  narrowed: boolean;
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
  onChange: (changeId: string) => void;
  onMore: () => void;
}) => {
  const { list, narrowed, open, onOpen, onChange, onMore } = props;
  const classes = useStyles();
  const t = useTexts();

  return (
    <PagedListFrame
      list={list}
      loading={t('audit.loading')}
      rows={8}
      waiting={count => t('audit.waiting', { count })}
      empty={
        <Nothing
          title={t(narrowed ? 'audit.noneMatch' : 'audit.none')}
          help={t(narrowed ? 'audit.noneMatchHelp' : 'audit.noneHelp')}
        />
      }
      newestFirst
      onMore={onMore}
    >
      <ul className={classes.list} aria-label={t('audit.label')}>
        {list.items.map(record => (
          <AuditRow
            key={record.id}
            record={record}
            open={open === record.id}
            onToggle={() => onOpen(open === record.id ? undefined : record.id)}
            onChange={onChange}
          />
        ))}
      </ul>
    </PagedListFrame>
  );
};
