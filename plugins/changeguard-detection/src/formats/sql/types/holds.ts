import { ResolvedType } from './ResolvedType';

/** Digits before the point that whole numbers may need. */
const DIGITS: Readonly<Record<string, number>> = {
  smallint: 5,
  integer: 10,
  bigint: 19,
};

/** Which whole numbers a binary fraction holds exactly. */
const EXACT: Readonly<Record<string, readonly string[]>> = {
  real: ['smallint'],
  'double precision': ['smallint', 'integer', 'real'],
};

/** Types whose values are text to whoever sends or gets them. */
export function isText({ name, isEnum }: ResolvedType): boolean {
  return (
    isEnum || /^(text|character varying|character|name|citext)$/.test(name)
  );
}

/** Whether a type of numbers. */
export function isNumber({ name }: ResolvedType): boolean {
  return name in DIGITS || name in EXACT || name === 'numeric';
}

/** Whether one type has every value that another one has, to the last digit. */
export function holds(one: ResolvedType, other: ResolvedType): boolean {
  if (one.isChecked && !other.isChecked) return false;
  if (isText(one) && isText(other)) return holdsText(one, other);
  if (isNumber(one) && isNumber(other)) return holdsNumber(one, other);
  return one.name === other.name && sizeOf(one) >= sizeOf(other);
}

function holdsText(one: ResolvedType, other: ResolvedType): boolean {
  if (one.isEnum) return one.name === other.name;
  if (other.isEnum) return one.size.length === 0;
  return lengthOf(one) >= lengthOf(other);
}

function lengthOf({ name, size }: ResolvedType): number {
  if (name === 'name') return 63;
  if (size.length > 0) return Number(size[0]);
  return name === 'character' ? 1 : Infinity;
}

function holdsNumber(one: ResolvedType, other: ResolvedType): boolean {
  if (one.name === 'numeric') {
    if (one.size.length === 0) return true;
    const [precision, scale] = one.size.map(Number);
    if (other.name in DIGITS) return precision - scale >= DIGITS[other.name];
    if (other.name !== 'numeric' || other.size.length === 0) return false;
    const [otherPrecision, otherScale] = other.size.map(Number);
    return (
      scale >= otherScale && precision - scale >= otherPrecision - otherScale
    );
  }
  if (one.name === other.name) return true;
  if (one.name in EXACT) return EXACT[one.name].includes(other.name);
  return other.name in DIGITS && DIGITS[one.name] >= DIGITS[other.name];
}

/** Digits of a second, bits of a string; without a size, the most there are. */
function sizeOf({ name, size }: ResolvedType): number {
  if (size.length > 0) return Number(size.at(-1)) || 0;
  return name === 'bit' ? 1 : Infinity;
}
