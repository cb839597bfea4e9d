import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { deliveryStates } from '@changeguard/backstage-plugin-changeguard-common';
import { useTexts } from '../../hooks/useTexts';
import { ChoiceFilter } from '../Filters/ChoiceFilter';
import { FilterFrame } from '../Filters/FilterFrame';
import { isId } from '../Filters/isId';
import { PersonFilter } from '../Filters/PersonFilter';
import { TextFilter } from '../Filters/TextFilter';
import {
  countDeliveryFilters,
  DeliveryFilters,
  readDeliveryFilters,
} from './deliveryFilters';
import { useChannelName } from './useChannelName';

/** A person's name as it is typed: `alice` is `user:default/alice`. */
function toUserRef(typed: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(typed, {
        defaultKind: 'user',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return '';
  }
}

/** Everything the deliveries can be narrowed down by. */
export const DeliveryFilterPanel = (props: {
  filters: DeliveryFilters;
  /** The channels there are. */
  channels: string[];
  onChange: (change: Partial<DeliveryFilters>) => void;
}) => {
  const { filters, onChange } = props;
  const t = useTexts();
  const channelName = useChannelName();
  const channels = [...new Set([...props.channels, ...filters.channel])];
  const checkId = (text: string) =>
    isId(text) ? undefined : t('deliveries.filter.notAnId');
  const clear = () => {
    const { view, ...none } = readDeliveryFilters(new URLSearchParams());
    onChange(none);
  };

  return (
    <FilterFrame count={countDeliveryFilters(filters)} onClear={clear}>
      <ChoiceFilter
        label={t('deliveries.filter.state')}
        options={deliveryStates}
        chosen={filters.state}
        name={state => t(`deliveries.state.${state}`)}
        onChange={state => onChange({ state })}
      />
      {channels.length > 0 && (
        <ChoiceFilter
          label={t('deliveries.filter.channel')}
          options={channels}
          chosen={filters.channel}
          name={channelName}
          onChange={channel => onChange({ channel })}
        />
      )}
      <PersonFilter
        label={t('deliveries.filter.recipient')}
        placeholder={t('deliveries.filter.recipientPlaceholder')}
        value={filters.recipient}
        complete={toUserRef}
        onChange={recipient => onChange({ recipient })}
      />
      <TextFilter
        label={t('deliveries.filter.change')}
        placeholder={t('deliveries.filter.id')}
        value={filters.changeId}
        check={checkId}
        onChange={changeId => onChange({ changeId })}
      />
      <TextFilter
        label={t('deliveries.filter.event')}
        placeholder={t('deliveries.filter.id')}
        value={filters.eventId}
        check={checkId}
        onChange={eventId => onChange({ eventId })}
      />
    </FilterFrame>
  );
};
