import { narrowColumns } from './SchemaChangeHead';

/** All columns of a change but `search`, which is for the database alone and as long as the texts it was made of. */
export const changeColumns = [
  ...narrowColumns,
  'description',
  'migration_guide',
];
