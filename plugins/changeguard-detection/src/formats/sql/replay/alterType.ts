import { NodeOf, as, strings } from '../parser/nodes';
import { addConstraint } from './addConstraint';
import { newRelation } from './createTable';
import { leaveGap, Step } from './Step';

/** `ALTER TYPE … ADD VALUE` and `RENAME VALUE`. */
export function alterEnum(node: NodeOf<'AlterEnumStmt'>, step: Step): void {
  const path = step.database.resolve('types', strings(node.typeName));
  const type = step.database.types.get(path);
  if (type?.kind !== 'enum') {
    leaveGap(step, `a change of ${path}, which the text does not create`);
    return;
  }
  const { newVal: value = '', oldVal, newValNeighbor } = node;
  if (oldVal) {
    type.values = type.values.map(one => (one === oldVal ? value : one));
    return;
  }
  if (type.values.includes(value)) return;
  const at = newValNeighbor ? type.values.indexOf(newValNeighbor) : -1;
  if (at < 0) type.values.push(value);
  else type.values.splice(node.newValIsAfter ? at + 1 : at, 0, value);
}

/** `ALTER DOMAIN`, whose commands the parser numbers with letters. */
export function alterDomain(node: NodeOf<'AlterDomainStmt'>, step: Step): void {
  const path = step.database.resolve('types', strings(node.typeName));
  const domain = step.database.types.get(path);
  if (domain?.kind !== 'domain') {
    leaveGap(step, `a change of ${path}, which the text does not create`);
    return;
  }
  const constraint = as('Constraint', node.def);
  switch (node.subtype) {
    case 'T':
      domain.holds.fallback = node.def ?? null;
      break;
    case 'N':
      domain.holds.notNull = false;
      break;
    case 'O':
      domain.holds.notNull = true;
      break;
    case 'X':
      domain.constraints.delete(node.name ?? '');
      break;
    case 'C':
      if (constraint?.contype === 'CONSTR_NOTNULL') {
        domain.holds.notNull = true;
      } else if (constraint) {
        const holder = newRelation('table', { relname: domain.name }, step);
        holder.constraints = domain.constraints;
        addConstraint(constraint, holder, step);
      }
      break;
    default:
  }
}
