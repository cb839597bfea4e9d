import { requiredOf } from './checks/checkProperties';
import { typesOf } from './checks/typesOf';
import { Located } from './ApiDocument';
import { Arbiter } from './Arbiter';
import { SchemaDifference, SchemaPair } from './SchemaPair';
import { SchemaPairs } from './SchemaPairs';
import { SchemaUse, Spot } from './SchemaUse';
import { AboutPlace, Report } from './Report';
import { isObject } from '../text/isObject';
import { childPointer } from '../text/JsonPointer';
import { wordOf } from '../text/wordOf';

/** The id of the rule that judges a difference where the schema is used; none where nobody minds. */
export type RuleOf<U extends SchemaUse> = (
  pair: SchemaPair,
  difference: SchemaDifference,
  use: U,
  spot: Spot,
) => string | undefined;

/** Whether what differs is told of every place of a use, or of the first only: for all of them, there may be too much to tell. */
export type Places = 'every' | 'first';

/** More places than this of one use are not told one by one. */
const MOST_WAYS = 500;

/** A pair on one way to it. */
interface Visit {
  at: SchemaPair;
  spot: Spot;
  from?: Visit;
}

function isOnWay(pair: SchemaPair, from: Visit | undefined): boolean {
  for (let visit = from; visit; visit = visit.from) {
    if (visit.at === pair) return true;
  }
  return false;
}

/** States what differs between two schemas, in the words of the place they are used at. */
export class SchemaReporter<U extends SchemaUse> {
  constructor(
    private readonly report: Report,
    private readonly pairs: SchemaPairs,
    private readonly arbiter: Arbiter,
    private readonly ruleOf: RuleOf<U>,
    private readonly places: Places,
  ) {}

  /** States what differs in the pair and in all that is below it, at every place it shows at. */
  state(pair: SchemaPair, use: U): void {
    for (const { at, spot } of this.visits(pair)) {
      if (this.report.isFull) return;
      const ruling = this.arbiter.rule(at);
      const harmless = ruling === (isFed(use) ? 'wider' : 'narrower');
      for (const difference of worthTelling(at, harmless)) {
        this.stateOne(at, difference, use, spot, harmless);
      }
    }
  }

  /**
   * A schema that is used in several places is visited in each of them, so that what is told of one does not depend on the
   * others; where there are too many ways, each is visited on the shortest one.
   */
  private visits(pair: SchemaPair): Visit[] {
    const everyWay = this.places === 'every' && this.walk(pair, true);
    return everyWay || (this.walk(pair, false) ?? []);
  }

  private walk(pair: SchemaPair, everyWay: boolean): Visit[] | undefined {
    const seen = new Set<SchemaPair>();
    const found: Visit[] = [];
    const left: Visit[] = [
      { at: pair, spot: { path: '', nested: false, required: true } },
    ];
    for (let index = 0; index < left.length; index++) {
      const visit = left[index];
      const { at, spot } = visit;
      const isKnown = everyWay ? isOnWay(at, visit.from) : seen.has(at);
      if (isKnown || !this.pairs.differs(at)) continue;
      seen.add(at);
      if (this.arbiter.rule(at) === 'same') continue;
      found.push(visit);
      if (everyWay && found.length > MOST_WAYS) return undefined;
      const required = requiredOf(at.revision);
      for (const { token, property, pair: child } of at.children) {
        left.push({
          at: child,
          spot: {
            path: `${spot.path}/${token}`,
            nested: true,
            required: property === undefined || required.has(property),
          },
          from: visit,
        });
      }
    }
    return found;
  }

  private stateOne(
    pair: SchemaPair,
    difference: SchemaDifference,
    use: U,
    spot: Spot,
    harmless: boolean,
  ): void {
    const rule = this.ruleOf(pair, difference, use, spot);
    if (rule === undefined) return;
    const alarms = this.report.rules.get(rule)?.severity === 'breaking';
    if (harmless && alarms && !difference.property) return;
    const path = difference.property
      ? `${spot.path}/${difference.property.name}`
      : spot.path;
    this.report.add(rule, {
      operation: use.operation,
      base: placed(pair.base, difference, 'base'),
      revision: placed(pair.revision, difference, 'revision'),
      about: aboutOf(pair, difference),
      before: difference.before,
      after: difference.after,
      word: difference.word,
      identity: `${use.identity} ${path} ${difference.name ?? ''}`,
      details: {
        ...use.details,
        path: path.slice(1) || 'itself',
        subject: subjectOf(use, path),
        name: difference.name ?? '',
        ...shown('before', difference.before),
        ...shown('after', difference.after),
        ...difference.details,
        sunset: wordOf(sunsetOf(pair, difference) ?? ''),
      },
    });
  }
}

/** Whether those who mind write the values; others read them. */
function isFed({ side }: SchemaUse): boolean {
  return side === 'request' || side === 'writer';
}

/** What a sentence about a place of the schema begins with, where its use has a name. */
function subjectOf({ details: { part = '' } }: SchemaUse, path: string) {
  return path
    ? `The property ${path.slice(1)} of ${part}`
    : `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`;
}

/** What is removed said itself when it would go. */
function sunsetOf({ revision }: SchemaPair, { property }: SchemaDifference) {
  return (property?.schema ?? revision).value['x-sunset'];
}

function shown(key: string, value: unknown): Record<string, string> {
  return typeof value === 'string' && value.length <= 200
    ? { [key]: value }
    : {};
}

function placed(
  schema: SchemaPair['base'],
  { word, change, property }: SchemaDifference,
  version: 'base' | 'revision',
): string | undefined {
  if (property && (change === 'added' || change === 'removed')) {
    const there = (change === 'added') === (version === 'revision');
    // Where it is named: the schema that it may refer to is written elsewhere, and did not change.
    return there ? placeOfProperty(schema, property) : schema.pointer;
  }
  return word !== undefined && Object.hasOwn(schema.value, word)
    ? `${schema.pointer}/${word}`
    : schema.pointer;
}

function placeOfProperty(
  schema: Located,
  { name, owner = schema }: NonNullable<SchemaDifference['property']>,
): string {
  return childPointer(`${owner.pointer}/properties`, name);
}

/** Two names in one schema are two facts, however often the schema is used: a fact about a name points to it. */
function aboutOf(
  { base, revision }: SchemaPair,
  { word, change, name, property }: SchemaDifference,
): AboutPlace | undefined {
  if (property) {
    const version = change === 'removed' ? 'base' : 'revision';
    const schema = change === 'removed' ? base : revision;
    return { version, pointer: placeOfProperty(schema, property) };
  }
  if (word === undefined || name === undefined) return undefined;
  const index = memberOf(revision.value[word], name);
  return index === undefined
    ? undefined
    : {
        version: 'revision',
        pointer: childPointer(`${revision.pointer}/${word}`, index),
      };
}

/** The key at which a keyword holds a name, in a list or in an object. */
function memberOf(held: unknown, name: string): string | number | undefined {
  if (Array.isArray(held)) {
    const index = held.indexOf(name);
    return index < 0 ? undefined : index;
  }
  return isObject(held) && Object.hasOwn(held, name) ? name : undefined;
}

const RESTRUCTURED = /^(wrapped-in|unwrapped-from)-/;

/**
 * A schema that became a choice of alternatives, or was one, is told as just that: its properties went into the alternatives, which
 * is no news by itself. Nor is it that something which is no object any more has lost its properties.
 */
function worthTelling(
  { differences, revision }: SchemaPair,
  harmless: boolean,
): readonly SchemaDifference[] {
  const whole = differences.filter(({ change }) => RESTRUCTURED.test(change));
  if (whole.length > 0 && !harmless) return whole;
  const { types } = typesOf(revision.value);
  const noObject =
    !types.has('object') &&
    differences.some(({ change }) => change === 'type-changed');
  return whole.length > 0 || noObject
    ? differences.filter(({ property }) => !property)
    : differences;
}
