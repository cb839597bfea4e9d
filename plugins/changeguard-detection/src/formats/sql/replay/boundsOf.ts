import { PartitionBoundSpec } from '@pgsql/types';
import { wordingOf } from '../parser/wording';

/** The bounds of a partition as text. */
export function boundsOf(bound: PartitionBoundSpec | undefined): string {
  if (!bound || bound.is_default) return 'default';
  const list = (nodes: PartitionBoundSpec['listdatums']) =>
    (nodes ?? []).map(wordingOf).join(', ');
  switch (bound.strategy) {
    case 'l':
      return `in (${list(bound.listdatums)})`;
    case 'h':
      return `modulus ${bound.modulus}, remainder ${bound.remainder ?? 0}`;
    default:
      return `from (${list(bound.lowerdatums)}) to (${list(
        bound.upperdatums,
      )})`;
  }
}
