import { as, NodeOf, strings } from '../parser/nodes';
import { routinesNamed } from './dropRoutine';
import { Step } from './Step';

/** `COMMENT ON`, which may announce that something goes. */
export function comment(node: NodeOf<'CommentStmt'>, step: Step): void {
  const commented = commentedBy(node, step);
  if (commented) commented.comment = node.comment ?? null;
}

function commentedBy(
  { objtype = 'OBJECT_TABLE', object }: NodeOf<'CommentStmt'>,
  { database }: Step,
): { comment: string | null } | undefined {
  const names = strings(
    as('List', object)?.items ?? as('TypeName', object)?.names,
  );
  if (objtype === 'OBJECT_COLUMN') {
    const path = database.resolve('relations', names.slice(0, -1));
    return database.relations.get(path)?.columns.get(names.at(-1) ?? '');
  }
  if (objtype === 'OBJECT_TYPE' || objtype === 'OBJECT_DOMAIN')
    return database.types.get(database.resolve('types', names));
  const routine = as('ObjectWithArgs', object);
  if (routine) {
    const [key] = routinesNamed(routine, database);
    return database.routines.get(key);
  }
  return /^OBJECT_((FOREIGN_)?TABLE|VIEW|MATVIEW)$/.test(objtype)
    ? database.relations.get(database.resolve('relations', names))
    : undefined;
}
