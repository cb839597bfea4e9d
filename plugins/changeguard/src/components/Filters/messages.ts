/** The texts of what lists are narrowed down with. */
export const filterMessages = {
  title: 'Filters',
  on_one: 'Filters ({{count}})',
  on_other: 'Filters ({{count}})',
  clear: 'Clear filters',
  remove: 'Remove filter {{name}}',
  ownerPlaceholder: 'Team or person',
  ownerNone: 'No team or person by that name',
} as const;
