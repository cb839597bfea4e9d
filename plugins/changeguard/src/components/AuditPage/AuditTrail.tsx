import { useReadingPlace } from '@changeguard/backstage-plugin-changeguard-react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useUrlFilters } from '../Filters/useUrlFilters';
import { AuditFilterPanel } from './AuditFilterPanel';
import { countAuditFilters, readAuditFilters } from './auditFilters';
import { ChainHead } from './chain/ChainHead';
import { AuditList } from './records/AuditList';
import { useAuditTrail } from './useAuditTrail';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2, 3),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      marginTop: theme.spacing(2),
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: '240px minmax(0, 1fr)',
      },
    },
    paper: { padding: theme.spacing(1, 2) },
  }),
  { name: 'ChangeGuardAuditTrail' },
);

/** The state of the chain, and the records in it. */
export const AuditTrail = () => {
  const classes = useStyles();
  const { filters, setFilters, pages, showMore } =
    useUrlFilters(readAuditFilters);
  const { ref, isReading } = useReadingPlace<HTMLDivElement>();
  const [open, setOpen] = useState<string>();
  const list = useAuditTrail(filters, {
    pages,
    hold: () => isReading() || open !== undefined,
  });

  return (
    <>
      <ChainHead
        filters={filters}
        onShow={id =>
          setFilters({ ...readAuditFilters(new URLSearchParams()), id })
        }
      />
      <div className={classes.root}>
        <AuditFilterPanel filters={filters} onChange={setFilters} />
        <Paper ref={ref} className={classes.paper}>
          <AuditList
            list={list}
            narrowed={countAuditFilters(filters) > 0}
            open={open}
            onOpen={setOpen}
            onChange={changeId => setFilters({ changeId })}
            onMore={showMore}
          />
        </Paper>
      </div>
    </>
  );
};
