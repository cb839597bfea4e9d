import { Node, RangeVar } from '@pgsql/types';
import { pathOf } from '../model/names';
import { allOf, as, NodeOf, strings } from '../parser/nodes';
import { leaveGap, Step } from './Step';
import { typeWords } from './typeOf';

/** `CREATE SEQUENCE`. */
export function createSequence(
  node: NodeOf<'CreateSeqStmt'>,
  step: Step,
): void {
  const { database, place } = step;
  const { schemaname = database.home, relname = '' } = node.sequence ?? {};
  const path = pathOf(schemaname, relname);
  if (node.if_not_exists && database.sequences.has(path)) return;
  database.sequences.set(path, {
    schema: schemaname,
    name: relname,
    ownedBy: ownerIn(node.options, step) ?? null,
    text: settingsIn(node.options, step),
    place,
  });
}

/** `ALTER SEQUENCE`. */
export function alterSequence(node: NodeOf<'AlterSeqStmt'>, step: Step): void {
  const path = sequencePath(node.sequence, step);
  const sequence = step.database.sequences.get(path);
  if (!sequence) {
    if (!node.missing_ok)
      leaveGap(step, `a change of ${path}, which the text does not create`);
    return;
  }
  const owner = ownerIn(node.options, step);
  if (owner !== undefined) sequence.ownedBy = owner;
  const text = settingsIn(node.options, step);
  if (text) sequence.text = [sequence.text, text].filter(Boolean).join(' ');
}

/** The path of a sequence that a statement names. */
export function sequencePath(range: RangeVar | undefined, step: Step): string {
  const { schemaname, relname = '' } = range ?? {};
  return step.database.resolve(
    'sequences',
    schemaname ? [schemaname, relname] : [relname],
  );
}

/** The column that owns it, null for none, undefined where that is not said. */
function ownerIn(
  options: Node[] | undefined,
  { database }: Step,
): string | null | undefined {
  const written = allOf('DefElem', options).find(
    ({ defname }) => defname === 'owned_by',
  );
  if (!written) return undefined;
  const names = strings(as('List', written.arg)?.items);
  if (names.length < 2) return null;
  const relation = database.resolve('relations', names.slice(0, -1));
  return `${relation}.${pathOf(names.at(-1)!)}`;
}

/** What tells which numbers come, in words. */
function settingsIn(options: Node[] | undefined, { database }: Step): string {
  return allOf('DefElem', options)
    .filter(({ defname = '' }) =>
      /^(as|increment|minvalue|maxvalue|cycle)$/.test(defname),
    )
    .map(({ defname, arg }) => {
      const type = as('TypeName', arg);
      const value = type
        ? typeWords(type, database)
        : as('Integer', arg)?.ival ??
          as('Float', arg)?.fval ??
          as('Boolean', arg)?.boolval;
      return `${defname} ${value ?? 'none'}`;
    })
    .sort()
    .join(' ');
}
