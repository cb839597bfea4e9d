/** How findings read that are told once for all places they show in. */
export const findingGroupMessages = {
  places_one: 'In {{count}} place',
  places_other: 'In {{count}} places',
  more_one: 'Show {{count}} more place',
  more_other: 'Show {{count}} more places',
  accepted: '{{accepted}} of {{total}} accepted',
  andMore_one: 'and {{count}} more',
  andMore_other: 'and {{count}} more',
  findings_one: '{{count}} finding',
  findings_other: '{{count}} findings',
  listed_one: '{{count}} listed finding',
  listed_other: '{{count}} listed findings',
  differences_one: '{{count}} difference',
  differences_other: '{{count}} differences',
  toldAs: '{{findings}}, told as {{differences}}',
} as const;
