import { auditOutcomes } from '@changeguard/backstage-plugin-changeguard-common';
import { useTexts } from '../../hooks/useTexts';
import { ChoiceFilter } from '../Filters/ChoiceFilter';
import { FilterFrame } from '../Filters/FilterFrame';
import { isId } from '../Filters/isId';
import { MomentFilter } from '../Filters/MomentFilter';
import { PersonFilter } from '../Filters/PersonFilter';
import { TextFilter } from '../Filters/TextFilter';
import { ActionFilter } from './ActionFilter';
import {
  AuditFilters,
  countAuditFilters,
  isEntityRef,
  readAuditFilters,
} from './auditFilters';

/** Everything the audit trail can be narrowed down by. */
export const AuditFilterPanel = (props: {
  filters: AuditFilters;
  onChange: (change: Partial<AuditFilters>) => void;
}) => {
  const { filters, onChange } = props;
  const t = useTexts();
  const checkId = (text: string) =>
    isId(text) ? undefined : t('audit.filter.notAnId');

  return (
    <FilterFrame
      count={countAuditFilters(filters)}
      onClear={() => onChange(readAuditFilters(new URLSearchParams()))}
    >
      <PersonFilter
        label={t('audit.filter.actor')}
        placeholder={t('audit.filter.actorPlaceholder')}
        value={filters.actor}
        complete={typed => typed}
        onChange={actor => onChange({ actor })}
      />
      <TextFilter
        label={t('audit.filter.entity')}
        placeholder={t('audit.filter.entityPlaceholder')}
        value={filters.entityRef}
        check={text =>
          isEntityRef(text) ? undefined : t('audit.filter.notAnEntity')
        }
        onChange={entityRef => onChange({ entityRef })}
      />
      <ActionFilter
        chosen={filters.action}
        onChange={action => onChange({ action })}
      />
      <ChoiceFilter
        label={t('audit.filter.outcome')}
        options={auditOutcomes}
        chosen={filters.outcome}
        name={outcome => t(`audit.outcome.${outcome}`)}
        onChange={outcome => onChange({ outcome })}
      />
      <MomentFilter
        label={t('audit.filter.from')}
        value={filters.from}
        onChange={from => onChange({ from })}
      />
      <MomentFilter
        label={t('audit.filter.to')}
        value={filters.to}
        onChange={to => onChange({ to })}
      />
      <TextFilter
        label={t('audit.filter.change')}
        placeholder={t('audit.filter.id')}
        value={filters.changeId}
        check={checkId}
        onChange={changeId => onChange({ changeId })}
      />
      <TextFilter
        label={t('audit.filter.record')}
        placeholder={t('audit.filter.id')}
        value={filters.id}
        check={checkId}
        onChange={id => onChange({ id })}
      />
    </FilterFrame>
  );
};
