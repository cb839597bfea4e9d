import { PlacedAnnotation } from './placeAnnotation';

/** Rules that say the same about one thing, each a stronger case of those before it. */
const FAMILIES: readonly (readonly string[])[] = [
  [
    'FIELD_NO_DELETE',
    'FIELD_NO_DELETE_UNLESS_NAME_RESERVED',
    'FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED',
  ],
  [
    'ENUM_VALUE_NO_DELETE',
    'ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED',
    'ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED',
  ],
  [
    'FIELD_SAME_TYPE',
    'FIELD_WIRE_JSON_COMPATIBLE_TYPE',
    'FIELD_WIRE_COMPATIBLE_TYPE',
  ],
  [
    'FIELD_SAME_CARDINALITY',
    'FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY',
    'FIELD_WIRE_COMPATIBLE_CARDINALITY',
  ],
  ['FIELD_SAME_JAVA_UTF8_VALIDATION', 'FIELD_SAME_UTF8_VALIDATION'],
];

const RANKS = new Map(
  FAMILIES.flatMap((family, index) =>
    family.map((rule, rank) => [rule, { family: index, rank }] as const),
  ),
);

/** One annotation for each thing that happened: of those that say the same, the one that reaches farthest. */
export function foldAnnotations(
  annotations: readonly PlacedAnnotation[],
): PlacedAnnotation[] {
  const gone = new Set(
    annotations.filter(({ type }) => type === 'ONEOF_NO_DELETE').map(nameOf),
  );
  const strongest = new Map<string, PlacedAnnotation>();
  annotations.forEach((annotation, index) => {
    if (isOfRenamedOneof(annotation, gone)) return;
    const place = RANKS.get(annotation.type);
    const key = place
      ? `${place.family} ${nameOf(annotation)}`
      : `alone ${index}`;
    const known = strongest.get(key);
    if (!known || RANKS.get(known.type)!.rank < place!.rank)
      strongest.set(key, annotation);
  });
  return [...strongest.values()];
}

function nameOf({ container, member }: PlacedAnnotation): string {
  return `${container}.${member}`;
}

/** Fields that moved with their oneof to another name are told with the oneof. */
function isOfRenamedOneof(
  { type, message, container }: PlacedAnnotation,
  gone: ReadonlySet<string>,
): boolean {
  if (type !== 'FIELD_SAME_ONEOF') return false;
  const from = / from oneof "([^"]*)" to oneof /.exec(message)?.[1];
  return from !== undefined && gone.has(`${container}.${from}`);
}
