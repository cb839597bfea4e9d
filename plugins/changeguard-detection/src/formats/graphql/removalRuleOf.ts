import { GraphQLSchema } from 'graphql';
import { removalOf } from '../../schema-comparison/lifecycle';
import { elementAt } from './elementAt';

const REMOVED = /^(field|argument|input-field|enum-value)-removed$/;

/** What a removal is told with. */
export interface RemovalRule {
  rule: string;
  sunset?: string;
}

/**
 * A removal that was announced with a date is judged by it. GraphQL has no word for the date: it is the one that the reason of a
 * deprecation names, as in `@deprecated(reason: "Use total. Removal on 2026-06-30.")`; with several, the last.
 */
export function removalRuleOf(
  rule: string,
  path: string,
  base: GraphQLSchema,
  today: Date,
): RemovalRule {
  if (!REMOVED.test(rule)) return { rule };
  const { deprecationReason } = elementAt(base, path);
  const dates = deprecationReason?.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];
  const sunset = dates.sort().at(-1);
  if (sunset === undefined) return { rule };
  const announced = { deprecated: true, 'x-sunset': sunset };
  const removal = removalOf(announced, today);
  return { rule: `${rule}-${removal}`, sunset };
}
