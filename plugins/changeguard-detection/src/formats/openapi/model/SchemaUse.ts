import { requiredOf } from '../checks/schema/checkProperties';
import { Report } from '../Report';
import { openApiRuleById } from '../rules';
import { Place } from '../rules/schemaFamilies';
import { SchemaDifference, SchemaPair } from './SchemaPair';
import { SchemaPairs } from './SchemaPairs';

/** Where a schema is used. */
export interface SchemaUse {
  operation: string;
  side: 'request' | 'response';
  place: 'body' | 'parameter' | 'header';
  /** Whether values are JSON on the wire; elsewhere everything is text. */
  json: boolean;
  /** Whether the parameter may be left out. */
  optional?: boolean;
  /** What tells this use from others of the operation. */
  identity: string;
  details: Readonly<Record<string, string>>;
}

interface Spot {
  path: string;
  nested: boolean;
  required: boolean;
}

/** States what differs between two schemas, in the words of the place they are used at. */
export class SchemaReporter {
  constructor(
    private readonly report: Report,
    private readonly pairs: SchemaPairs,
  ) {}

  /** Visits the pair and all that is below it, each once. */
  state(pair: SchemaPair, use: SchemaUse): void {
    const seen = new Set<SchemaPair>();
    const left: [SchemaPair, Spot][] = [
      [pair, { path: '', nested: false, required: true }],
    ];
    for (let next = left.shift(); next; next = left.shift()) {
      const [at, spot] = next;
      if (seen.has(at) || !this.pairs.differs(at)) continue;
      seen.add(at);
      for (const difference of at.differences) {
        this.stateOne(at, difference, use, spot);
      }
      const required = requiredOf(at.revision);
      for (const { token, property, pair: child } of at.children) {
        left.push([
          child,
          {
            path: `${spot.path}/${token}`,
            nested: true,
            required: property === undefined || required.has(property),
          },
        ]);
      }
    }
  }

  private stateOne(
    pair: SchemaPair,
    difference: SchemaDifference,
    use: SchemaUse,
    spot: Spot,
  ): void {
    const rule = ruleOf(pair, difference, use, spot);
    if (rule === undefined) return;
    const path = difference.property
      ? `${spot.path}/${difference.property.name}`
      : spot.path;
    this.report.add(rule, {
      operation: use.operation,
      base: placed(pair.base, difference, 'base'),
      revision: placed(pair.revision, difference, 'revision'),
      before: difference.before,
      after: difference.after,
      identity: `${use.identity} ${path} ${difference.name ?? ''}`,
      details: {
        ...use.details,
        path: path.slice(1) || 'itself',
        name: difference.name ?? '',
        ...shown('before', difference.before),
        ...shown('after', difference.after),
        ...difference.details,
        sunset: String(pair.revision.value['x-sunset'] ?? ''),
      },
    });
  }
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
    return there ? property.schema.pointer : schema.pointer;
  }
  return word !== undefined && Object.hasOwn(schema.value, word)
    ? `${schema.pointer}/${word}`
    : schema.pointer;
}

function ruleOf(
  pair: SchemaPair,
  difference: SchemaDifference,
  use: SchemaUse,
  spot: Spot,
): string | undefined {
  const { side } = use;
  if (difference.property) return propertyRule(difference, use);
  const own = pair.revision.value;
  const hidden =
    spot.nested && own[side === 'request' ? 'readOnly' : 'writeOnly'] === true;
  const change = changeAt(difference, use, spot);
  if (/^became-(not-)?(read|write)-only$/.test(change)) {
    if (use.place !== 'body') return undefined;
    const need = spot.required ? 'required' : 'optional';
    return `${side}-${need}-property-${change}`;
  }
  if (hidden) {
    const veiled = side === 'request' ? 'read-only' : 'write-only';
    const rule = `${side}-${veiled}-property-${change}`;
    if (openApiRuleById.has(rule)) return rule;
  }
  const rule = placesOf(use, spot)
    .map(place => `${place}-${change}`)
    .find(id => openApiRuleById.has(id));
  if (!rule) return undefined;
  return hidden && openApiRuleById.get(rule)!.severity !== 'non-breaking'
    ? undefined
    : rule;
}

/** The places whose rules may apply, the closest first. */
function placesOf(use: SchemaUse, spot: Spot): string[] {
  if (use.place === 'header') return ['response-header'];
  if (use.place === 'parameter') {
    if (!spot.nested) return ['request-parameter'];
    const header =
      use.details.in === 'header' ? ['request-header-property'] : [];
    return [...header, 'request-parameter-property', 'request-parameter'];
  }
  const place: Place = spot.nested
    ? `${use.side}-property`
    : `${use.side}-body`;
  return place === 'response-body' ? [place, 'response-mediatype'] : [place];
}

/** The same difference may mean something else where it is used. */
function changeAt(
  difference: SchemaDifference,
  use: SchemaUse,
  spot: Spot,
): string {
  const { change, details } = difference;
  if (!change.startsWith('type-')) return change;
  const text = !use.json;
  if (
    change === 'type-changed' &&
    text &&
    !(use.place === 'parameter' && spot.nested)
  ) {
    const from = details?.from;
    const to = details?.to;
    if (use.side === 'request' && to === 'string' && from !== 'any') {
      return use.place === 'parameter' ? 'type-generalized' : 'type-compatible';
    }
    const parsed = / \(/.test(String(details?.before));
    if (use.side === 'response' && from === 'string' && !parsed) {
      return 'type-compatible';
    }
  }
  if (change === 'type-specialized') {
    const exists = placesOf(use, spot).some(place =>
      openApiRuleById.has(`${place}-type-specialized`),
    );
    const nestedParameter = use.place === 'parameter' && spot.nested;
    return exists && (use.side === 'response' || nestedParameter)
      ? change
      : 'type-changed';
  }
  if (change === 'type-generalized' && use.side === 'response') {
    const lost = details?.to === 'any' || lostFormat(details);
    return lost ? 'type-changed' : change;
  }
  return change;
}

/** A client that parses a format is not helped by the type staying the same. */
function lostFormat(details: SchemaDifference['details']): boolean {
  return (
    / \(/.test(String(details?.before)) && !/ \(/.test(String(details?.after))
  );
}

function propertyRule(
  { change, property }: SchemaDifference,
  use: SchemaUse,
): string | undefined {
  const { schema, required } = property!;
  const need = required ? 'required' : 'optional';
  if (use.place === 'header') return undefined;
  if (use.place === 'parameter') {
    if (use.details.in !== 'header') return undefined;
    if (change === 'added' && required) {
      return 'new-required-request-header-property';
    }
    return change === 'became-required'
      ? 'request-header-property-became-required'
      : undefined;
  }
  if (use.side === 'request') {
    if (schema.value.readOnly === true) return undefined;
    const standard = schema.value.default === undefined ? '' : '-with-default';
    if (change === 'added') {
      return required
        ? `new-required-request-property${standard}`
        : 'new-optional-request-property';
    }
    if (change === 'became-required') {
      return `request-property-became-required${standard}`;
    }
    return `request-property-${change}`;
  }
  const veiled = schema.value.writeOnly === true ? 'write-only-' : '';
  if (change === 'added' || change === 'removed') {
    return `response-${need}-${veiled}property-${change}`;
  }
  return `response-${veiled}property-${change}`;
}
