import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Every text of this package. @public */
export const changeGuardReactTranslationRef = createTranslationRef({
  id: 'changeguard-react',
  messages: {
    severity: {
      breaking: 'Breaking',
      dangerous: 'Dangerous',
      'non-breaking': 'Non-breaking',
    },
    status: {
      draft: 'Draft',
      announced: 'Announced',
      released: 'Released',
      resolved: 'Resolved',
      withdrawn: 'Withdrawn',
    },
    format: {
      openapi: 'OpenAPI',
      asyncapi: 'AsyncAPI',
      graphql: 'GraphQL',
      protobuf: 'Protocol Buffers',
      avro: 'Avro',
      'json-schema': 'JSON Schema',
      sql: 'SQL',
      other: 'Other',
    },
    flag: {
      overdue: 'Overdue',
      atRisk: 'At risk',
      entityGone: 'No longer in the catalog',
    },
    effective: {
      none: 'No date',
      label: 'Effective {{when}}',
    },
    answer: {
      identified: 'Not told yet',
      notified: 'No answer',
      acknowledged: 'Acknowledged',
      not_affected: 'Not affected',
      migrating: 'Migrating',
      blocked: 'Blocked',
      migrated: 'Migrated',
      waived: 'Waived',
    },
    progress: {
      none: 'Nobody affected',
      draft: 'Not announced',
      resolving: 'Finding out who is affected…',
      answered: '{{answered}} of {{total}} answered',
      partial: 'Some may be missing: the catalog could not be read whole',
      blocked_one: '{{count}} blocked',
      blocked_other: '{{count}} blocked',
    },
    error: {
      retry: 'Retry',
      title: 'This could not be loaded',
      stale: 'Could not refresh; what you see may be old',
      rate: 'Too many requests just now. It will work again in a moment.',
      offline: 'The server cannot be reached.',
      details: 'Details',
    },
    owners: {
      more_one: 'and {{count}} more',
      more_other: 'and {{count}} more',
      none: 'No owner',
    },
  },
});
