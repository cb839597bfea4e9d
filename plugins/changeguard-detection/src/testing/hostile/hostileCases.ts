import { apiCases } from './apiCases';
import { avroCases } from './avroCases';
import { graphqlCases } from './graphqlCases';
import { HostileCase } from './HostileCase';
import { protobufCases } from './protobufCases';
import { schemaCases } from './schemaCases';
import { sqlCases } from './sqlCases';
import { textCases } from './textCases';

/**
 * Pairs of texts that have to end as an explained result, in bounded time and memory: bombs, cycles, depths, wrong encodings,
 * names that every object has. Run them through whatever compares texts for others.
 *
 * @public
 */
export const hostileCases: readonly HostileCase[] = [
  ...textCases,
  ...schemaCases,
  ...apiCases,
  ...graphqlCases,
  ...protobufCases,
  ...avroCases,
  ...sqlCases,
];
