import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  changeStatuses,
  schemaFormats,
  severities,
} from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardReactTranslationRef } from '@changeguard/backstage-plugin-changeguard-react';
import { useTexts } from '../../hooks/useTexts';
import { ChoiceFilter } from '../Filters/ChoiceFilter';
import { DayFilter } from '../Filters/DayFilter';
import { EntityFilter } from '../Filters/EntityFilter';
import { FilterFrame } from '../Filters/FilterFrame';
import { OwnerFilter } from '../Filters/OwnerFilter';
import { countFilters, Filters, readFilters } from './filters';

/** Everything the list can be narrowed down by. */
export const FilterPanel = (props: {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}) => {
  const { filters, onChange } = props;
  const t = useTexts();
  const { t: word } = useTranslationRef(changeGuardReactTranslationRef);
  const clear = () => {
    const { view, q, ...none } = readFilters(new URLSearchParams());
    onChange(none);
  };

  return (
    <FilterFrame count={countFilters(filters)} onClear={clear}>
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
    </FilterFrame>
  );
};
