import { Rule } from '../../Rule';

/** A pair of rules: for values that the revision refuses, and for values that the base would have refused. */
function pair(
  ids: readonly [string, string],
  purposes: readonly [string, string],
  messages: readonly [string, string],
): Rule[] {
  return [0, 1].map(index => ({
    id: ids[index],
    severity: 'breaking',
    side: index === 0 ? 'writer' : 'reader',
    purpose: purposes[index],
    message: messages[index],
    twin: ids[1 - index],
  }));
}

const refused = 'Values that were valid are refused by the new schema';
const unknown = 'Readers that kept the old schema meet values it refuses';

/** A limit that became stricter or looser. */
function limit(noun: string, words: string, strict: 'raised' | 'lowered') {
  const loose = strict === 'raised' ? 'lowered' : 'raised';
  return pair(
    [`${noun}-${strict}`, `${noun}-${loose}`],
    [
      `${refused} because the ${words} is stricter.`,
      `${unknown} because the ${words} is looser.`,
    ],
    [
      `The ${words} of {path} became stricter: {before} → {after}.`,
      `The ${words} of {path} became looser: {before} → {after}.`,
    ],
  );
}

/** What is judged when two JSON Schemas are compared. */
export const jsonSchemaRules: readonly Rule[] = [
  ...pair(
    ['type-narrowed', 'type-widened'],
    [`${refused} because of their type.`, `${unknown} because of their type.`],
    [
      'Values of {path} that are {name} are not allowed any more.',
      'Values of {path} may now be {name}.',
    ],
  ),
  ...pair(
    ['enum-value-removed', 'enum-value-added'],
    [
      `${refused} because they left the list.`,
      `${unknown} because they joined the list.`,
    ],
    [
      'The value {name} of {path} is not allowed any more.',
      'The value {name} of {path} is allowed now.',
    ],
  ),
  ...pair(
    ['enum-added', 'enum-removed'],
    [
      `${refused} because there is a list now that they are not in.`,
      `${unknown} because the list of values is gone.`,
    ],
    [
      'Only listed values of {path} are allowed now: {after}.',
      'Values of {path} are not limited to a list any more: {before}.',
    ],
  ),
  ...limit('minimum', 'minimum', 'raised'),
  ...limit('maximum', 'maximum', 'lowered'),
  ...limit('min-length', 'minimum length', 'raised'),
  ...limit('max-length', 'maximum length', 'lowered'),
  ...limit('min-items', 'minimum number of items', 'raised'),
  ...limit('max-items', 'maximum number of items', 'lowered'),
  ...limit('min-properties', 'minimum number of properties', 'raised'),
  ...limit('max-properties', 'maximum number of properties', 'lowered'),
  ...pair(
    ['multiple-of-narrowed', 'multiple-of-widened'],
    [
      `${refused} because they are not multiples of the new step.`,
      `${unknown} because they are not multiples of the old step.`,
    ],
    [
      'Numbers at {path} have to be multiples of {name} now.',
      'Numbers at {path} need not be multiples of {name} any more.',
    ],
  ),
  ...pair(
    ['pattern-narrowed', 'pattern-widened'],
    [
      `${refused} because they do not match the new pattern.`,
      `${unknown} because they need not match the old pattern.`,
    ],
    [
      'Texts at {path} have to match {name} now.',
      'Texts at {path} need not match {name} any more.',
    ],
  ),
  ...pair(
    ['format-narrowed', 'format-widened'],
    [
      `${refused} because they are not of the new format.`,
      `${unknown} because they need not be of the old format.`,
    ],
    [
      'Values at {path} have to be of the format {name} now.',
      'Values at {path} need not be of the format {name} any more.',
    ],
  ),
  ...pair(
    ['unique-items-added', 'unique-items-removed'],
    [
      `${refused} because items repeat.`,
      `${unknown} because items may repeat now.`,
    ],
    [
      'Items of {path} must not repeat any more.',
      'Items of {path} may repeat now.',
    ],
  ),
  ...pair(
    ['contains-narrowed', 'contains-widened'],
    [
      `${refused} because an item is missing that has to be there now.`,
      `${unknown} because an item may be missing now.`,
    ],
    [
      'The list {path} has to contain an item of a kind now: {after}.',
      'The list {path} need not contain an item of a kind any more: {before}.',
    ],
  ),
  ...pair(
    ['item-closed', 'item-opened'],
    [
      `${refused} because lists may not be as long any more.`,
      `${unknown} because lists may be longer now.`,
    ],
    [
      'Item {name} of {path} is not allowed any more.',
      'Item {name} of {path} is allowed now.',
    ],
  ),
  ...pair(
    ['required-property-added', 'required-property-removed'],
    [
      `${refused} because a property is missing that is required now.`,
      `${unknown} because a property may be missing now.`,
    ],
    [
      'The property {name} of {path} became required.',
      'The property {name} of {path} is not required any more.',
    ],
  ),
  ...pair(
    ['property-closed', 'property-opened'],
    [
      `${refused} because a property is not allowed any more.`,
      `${unknown} because a property is allowed now.`,
    ],
    [
      'The property {name} of {path} is not allowed any more.',
      'The property {name} of {path} is allowed now.',
    ],
  ),
  ...pair(
    ['property-declared', 'property-undeclared'],
    [
      'A property that could hold anything is limited now; mute this rule where undeclared properties are never sent.',
      'A property that was limited may hold anything now; mute this rule where undeclared properties are never sent.',
    ],
    [
      'The property {name} of {path}, open before, has a schema now.',
      'The property {name} of {path} has no schema any more.',
    ],
  ),
  ...pair(
    [
      'property-removed-before-sunset-backward',
      'property-removed-before-sunset-forward',
    ],
    [
      `${refused} because a property is gone earlier than was announced.`,
      `${unknown} because a property is gone earlier than was announced.`,
    ],
    [
      'The property {name} of {path} was removed before its sunset on {sunset}, and is not allowed any more.',
      'The property {name} of {path} was removed before its sunset on {sunset}.',
    ],
  ),
  ...pair(
    [
      'property-removed-after-sunset-backward',
      'property-removed-after-sunset-forward',
    ],
    [
      'A property that is not allowed any more is gone as was announced.',
      'A property that old readers know is gone as was announced.',
    ],
    [
      'The property {name} of {path} was removed, its sunset on {sunset} being past, and is not allowed any more.',
      'The property {name} of {path} was removed, its sunset on {sunset} being past.',
    ],
  ).map((rule): Rule => ({ ...rule, severity: 'non-breaking' })),
  ...pair(
    ['property-names-narrowed', 'property-names-widened'],
    [
      `${refused} because of the names of their properties.`,
      `${unknown} because of the names of their properties.`,
    ],
    [
      'Fewer names of properties are allowed at {path}: {name}.',
      'More names of properties are allowed at {path}: {name}.',
    ],
  ),
  ...pair(
    ['refused-value-added', 'refused-value-removed'],
    [
      `${refused} because a value is ruled out.`,
      `${unknown} because a value is not ruled out any more.`,
    ],
    [
      'The value {name} of {path} is ruled out now.',
      'The value {name} of {path} is not ruled out any more.',
    ],
  ),
  ...pair(
    ['undecidable-backward', 'undecidable-forward'],
    [
      'Whether old values are valid in the new schema could not be decided; somebody has to look.',
      'Whether new values are valid in the old schema could not be decided; somebody has to look.',
    ],
    [
      'Whether values of {path} stay valid could not be decided: {name}.',
      'Whether old readers can read values of {path} could not be decided: {name}.',
    ],
  ).map((rule): Rule => ({ ...rule, severity: 'dangerous' })),
];
