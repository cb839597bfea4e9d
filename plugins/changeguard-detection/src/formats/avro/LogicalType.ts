/** What values of a type mean beyond their bytes, after "Logical Types" of Avro's specification. */
export interface LogicalType {
  /** Where the schema is written that says so, as a JSON Pointer. */
  pointer: string;
  name: string;
  /** The name, of a decimal with its precision and scale. */
  words: string;
  /** Whether it is one of the specification's. Others are ignored by whoever does not know them. */
  isStandard: boolean;
}

type Schema = Readonly<Record<string, unknown>>;

type Test = (bearer: Schema) => boolean;
const of =
  (type: string): Test =>
  bearer =>
    bearer.type === type;
const fixedOf =
  (size: number): Test =>
  bearer =>
    bearer.type === 'fixed' && bearer.size === size;

/** What can bear the logical types of the specification, as of 1.12. */
const BEARERS: ReadonlyMap<string, readonly Test[]> = new Map([
  ['big-decimal', [of('bytes')]],
  ['date', [of('int')]],
  ['decimal', [of('bytes'), of('fixed')]],
  ['duration', [fixedOf(12)]],
  ['local-timestamp-micros', [of('long')]],
  ['local-timestamp-millis', [of('long')]],
  ['local-timestamp-nanos', [of('long')]],
  ['time-micros', [of('long')]],
  ['time-millis', [of('int')]],
  ['timestamp-micros', [of('long')]],
  ['timestamp-millis', [of('long')]],
  ['timestamp-nanos', [of('long')]],
  ['uuid', [of('string'), fixedOf(16)]],
]);

/** The logical type that a schema names. One that is not valid is none: implementations go by the type that bears it. */
export function logicalTypeOf(
  schema: Schema,
  pointer: string,
): LogicalType | undefined {
  const { logicalType: name } = schema;
  if (typeof name !== 'string') return undefined;
  const bearers = BEARERS.get(name);
  if (!bearers) return { pointer, name, words: name, isStandard: false };
  if (!bearers.some(bears => bears(schema))) return undefined;
  const words = name === 'decimal' ? decimalOf(schema) : name;
  return words === undefined
    ? undefined
    : { pointer, name, words, isStandard: true };
}

function decimalOf({
  type,
  size,
  precision,
  scale = 0,
}: Schema): string | undefined {
  const most = type === 'fixed' ? digitsIn(Number(size)) : Infinity;
  return isDigits(precision, 1, most) && isDigits(scale, 0, precision)
    ? `decimal(${precision}, ${scale})`
    : undefined;
}

function isDigits(
  value: unknown,
  least: number,
  most: number,
): value is number {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= least &&
    value <= most
  );
}

/** Decimal digits that always fit into bytes of two's complement. */
function digitsIn(bytes: number): number {
  return Math.floor(Math.log10(2) * (8 * bytes - 1));
}
