import { Annotation } from './runBuf';

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
  annotations: readonly Annotation[],
): Annotation[] {
  const strongest = new Map<string, Annotation>();
  const told = annotations.filter(one => !isRenamedOneof(one, annotations));
  told.forEach((annotation, index) => {
    const place = RANKS.get(annotation.type);
    const key = place
      ? `${place.family} ${annotation.path} ${subjectOf(annotation)}`
      : `alone ${index}`;
    const known = strongest.get(key);
    if (!known || RANKS.get(known.type)!.rank < place!.rank)
      strongest.set(key, annotation);
  });
  return [...strongest.values()];
}

/** `field "2" with name "note" on message "Order"`: what an annotation is about. */
function subjectOf({ message }: Annotation): string {
  const on = /"([^"]*)"(?: with name "[^"]*")? on \w+ "([^"]*)"/.exec(message);
  return on ? `${on[2]} ${on[1]}` : message;
}

/** Fields that moved with their oneof to another name are told with the oneof. */
function isRenamedOneof(
  { type, message, path }: Annotation,
  annotations: readonly Annotation[],
): boolean {
  const moved =
    type === 'FIELD_SAME_ONEOF' &&
    / on message "([^"]*)".* from oneof "([^"]*)" to oneof /.exec(message);
  if (!moved) return false;
  const gone = `oneof "${moved[2]}" on message "${moved[1]}" was deleted`;
  return annotations.some(
    one =>
      one.type === 'ONEOF_NO_DELETE' &&
      one.path === path &&
      one.message.includes(gone),
  );
}
