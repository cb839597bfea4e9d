import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  changeStatuses,
  schemaFormats,
  severities,
} from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardReactTranslationRef } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import FilterListIcon from '@material-ui/icons/FilterList';
import { useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { ChoiceFilter } from './ChoiceFilter';
import { DayFilter } from './DayFilter';
import { EntityFilter } from './EntityFilter';
import { countFilters, Filters, readFilters } from './filters';
import { OwnerFilter } from './OwnerFilter';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      minWidth: 0,
      padding: theme.spacing(1, 2, 2),
    },
    head: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      minHeight: 36,
    },
  }),
  { name: 'ChangeGuardFilterPanel' },
);

/** Everything the list can be narrowed down by. On a narrow screen it opens on demand. */
export const FilterPanel = (props: {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}) => {
  const { filters, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const { t: word } = useTranslationRef(changeGuardReactTranslationRef);
  const [open, setOpen] = useState(false);
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'), {
    noSsr: true,
  });
  const count = countFilters(filters);
  const clear = () => {
    const { view, q, ...none } = readFilters(new URLSearchParams());
    onChange(none);
  };

  const fields = (
    <Paper className={classes.root}>
      <div className={classes.head}>
        <Typography variant="subtitle1" component="h2">
          {t('list.filters')}
        </Typography>
        {count > 0 && (
          <Button size="small" onClick={clear}>
            {t('list.clear')}
          </Button>
        )}
      </div>
      {(['entityRef', 'consumer'] as const).map(key => (
        <EntityFilter
          key={key}
          label={t(key === 'entityRef' ? 'list.entity' : 'list.consumer')}
          entityRefs={filters[key]}
          onChange={entityRefs => onChange({ [key]: entityRefs })}
        />
      ))}
      <ChoiceFilter
        label={t('list.status')}
        options={changeStatuses}
        chosen={filters.status}
        name={status => word(`status.${status}`)}
        onChange={status => onChange({ status })}
      />
      <ChoiceFilter
        label={t('list.severity')}
        options={severities}
        chosen={filters.severity}
        name={severity => word(`severity.${severity}`)}
        onChange={severity => onChange({ severity })}
      />
      <OwnerFilter
        label={t('list.owner')}
        chosen={filters.owner}
        onChange={owner => onChange({ owner })}
      />
      <OwnerFilter
        label={t('list.affectedOwner')}
        chosen={filters.consumerOwner}
        onChange={consumerOwner => onChange({ consumerOwner })}
      />
      <DayFilter
        label={t('list.after')}
        day={filters.after}
        onChange={after => onChange({ after })}
      />
      <DayFilter
        label={t('list.before')}
        day={filters.before}
        onChange={before => onChange({ before })}
      />
      <ChoiceFilter
        label={t('list.format')}
        options={schemaFormats}
        chosen={filters.format}
        name={format => word(`format.${format}`)}
        onChange={format => onChange({ format })}
      />
    </Paper>
  );

  return (
    <aside aria-label={t('list.filters')}>
      {!wide && (
        <Button
          variant="outlined"
          fullWidth
          startIcon={<FilterListIcon />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {count > 0 ? t('list.filtersOn', { count }) : t('list.filters')}
        </Button>
      )}
      {(wide || open) && fields}
    </aside>
  );
};
