import { holds, isNumber, isText } from './holds';
import { ResolvedType } from './ResolvedType';

/** What another type of a column does to those who write and to those who read. */
export interface TypeChange {
  /** Whether PostgreSQL still assigns what was written: always, not every value, or never. */
  writers: 'all' | 'some' | 'none';
  /** Whether readers get what they got: the same values, longer ones, more of the kind, or another kind. */
  readers: 'same' | 'longer' | 'wider' | 'other';
}

/** Casts that PostgreSQL makes by itself on assignment, beside those among numbers and those to text. */
const ASSIGNED: Readonly<
  Record<string, readonly [whole: string, part: string]>
> = {
  'timestamp without time zone': ['date', 'timestamp with time zone'],
  'timestamp with time zone': ['date|timestamp without time zone', ''],
  date: ['', 'timestamp without time zone|timestamp with time zone'],
  'time with time zone': ['time without time zone', 'timestamp with time zone'],
  'time without time zone': [
    '',
    'time with time zone|timestamp without time zone|timestamp with time zone',
  ],
  interval: ['time without time zone', ''],
  json: ['jsonb', ''],
  jsonb: ['json', ''],
  inet: ['cidr', ''],
  cidr: ['', 'inet'],
  'bit varying': ['bit', ''],
  bit: ['', 'bit varying'],
};

/** Judges a change of type by what PostgreSQL assigns, and by what kind of value a client's driver makes of it. */
export function compareTypes(old: ResolvedType, now: ResolvedType): TypeChange {
  if (old.isArray !== now.isArray) return { writers: 'none', readers: 'other' };
  return { writers: writersOf(old, now), readers: readersOf(old, now) };
}

function writersOf(
  old: ResolvedType,
  now: ResolvedType,
): TypeChange['writers'] {
  if (holds(now, old)) return 'all';
  const isOneKind =
    (isText(old) && isText(now)) ||
    (isNumber(old) && isNumber(now)) ||
    old.name === now.name;
  if (isOneKind) return 'some';
  if (isText(now) && !now.isEnum && !old.isArray) {
    return now.size.length === 0 && now.name !== 'character' ? 'all' : 'some';
  }
  const [whole, part] = ASSIGNED[now.name] ?? ['', ''];
  if (whole.split('|').includes(old.name))
    return now.isChecked ? 'some' : 'all';
  return part.split('|').includes(old.name) ? 'some' : 'none';
}

function readersOf(
  old: ResolvedType,
  now: ResolvedType,
): TypeChange['readers'] {
  if (kindOf(old) !== kindOf(now)) return 'other';
  if (holds(old, now)) return 'same';
  if (old.isChecked && !now.isChecked) return 'wider';
  if (old.isEnum || /^(integer|float)$/.test(kindOf(old))) return 'wider';
  return kindOf(old) === 'json' ? 'same' : 'longer';
}

/** Types of one kind are the same to a client's driver. */
function kindOf(type: ResolvedType): string {
  if (isText(type)) return 'text';
  if (/^(smallint|integer|bigint)$/.test(type.name)) return 'integer';
  if (/^(real|double precision)$/.test(type.name)) return 'float';
  return type.name === 'jsonb' ? 'json' : type.name;
}
