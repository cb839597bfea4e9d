import { Severity } from '../Finding';
import { Rule } from '../Rule';
import { schemaFamilies, SchemaFamily } from './schemaFamilies';

const b = 'breaking';
const d = 'dangerous';
const n = 'non-breaking';

/** What the provider of a definition sends to others, and what it receives from them. */
export type Way = 'sent' | 'received';

const WAYS: readonly Way[] = ['sent', 'received'];

const PURPOSES: Readonly<Record<Way, Readonly<Record<Severity, string>>>> = {
  sent: {
    breaking: 'Readers may receive what they cannot handle',
    dangerous: 'Readers may receive what they do not expect',
    'non-breaking': 'Readers receive nothing they cannot handle',
  },
  received: {
    breaking: 'What was fine may be refused',
    dangerous: 'Some of what is sent may be refused or mean something else',
    'non-breaking': 'What was fine stays fine',
  },
};

/** What the shared table judges by the vocabulary of HTTP calls is judged here by whether schemas still allow it. */
const OWN: Readonly<Record<Way, Readonly<Record<string, Severity>>>> = {
  sent: { 'any-of-added': b },
  received: {},
};

function severityOf(family: SchemaFamily, way: Way): Severity {
  const { change, request, response } = family;
  const own = OWN[way][change];
  if (own) return own;
  if (way === 'received' && change.endsWith('-set')) return b;
  return way === 'sent' ? response : request;
}

/**
 * Rules for what is exchanged on behalf of readers and writers, with ids that begin with a prefix for each way, such as `sent` and
 * `received`.
 */
export class ExchangeRules {
  constructor(private readonly prefixes: Readonly<Record<Way, string>>) {}

  /** What schemas allow, and which properties there are, wherever they are used. */
  ofSchemas(): Rule[] {
    return [...this.properties(), ...this.lifecycle(), ...this.values()];
  }

  /** One rule; the twin is of the other way unless it says otherwise. */
  one(
    way: Way,
    id: string,
    severity: Severity,
    message: string,
    what: string,
    [twinWay, twin]: readonly [Way, string] = [other(way), id],
  ): Rule {
    return {
      id: `${this.prefixes[way]}-${id}`,
      severity,
      side: way === 'sent' ? 'reader' : 'writer',
      purpose: `${PURPOSES[way][severity]}: ${what}.`,
      message,
      twin: `${this.prefixes[twinWay]}-${twin}`,
    };
  }

  /** The same change for who reads and for who writes. */
  both(
    id: string,
    severities: Readonly<Record<Way, Severity>>,
    message: string,
    what: string,
  ): Rule[] {
    return WAYS.map(way => this.one(way, id, severities[way], message, what));
  }

  private values(): Rule[] {
    return schemaFamilies
      .filter(({ change }) => change !== 'type-compatible')
      .flatMap(family =>
        this.both(
          `value-${family.change}`,
          {
            sent: severityOf(family, 'sent'),
            received: severityOf(family, 'received'),
          },
          `{subject} ${family.did}.`,
          family.what,
        ),
      );
  }

  private properties(): Rule[] {
    return [
      this.one(
        'sent',
        'property-added',
        n,
        '{subject} is new.',
        'a property more',
        ['sent', 'required-property-removed'],
      ),
      this.one(
        'sent',
        'property-added-to-closed-object',
        d,
        '{subject} is new, where readers were told that there is nothing else.',
        'a property that strict readers refuse',
        ['received', 'property-removed-from-closed-object'],
      ),
      this.one(
        'received',
        'property-removed-from-closed-object',
        b,
        '{subject} was removed and is refused now.',
        'a property that is sent is refused',
        ['sent', 'property-added-to-closed-object'],
      ),
      this.one(
        'received',
        'optional-property-added',
        n,
        '{subject} is new and optional.',
        'a property may be sent',
        ['received', 'property-removed'],
      ),
      this.one(
        'received',
        'required-property-added',
        b,
        '{subject} is new and required.',
        'a property they do not have is required',
        ['sent', 'required-property-removed'],
      ),
      this.one(
        'sent',
        'required-property-removed',
        b,
        '{subject}, which was always there, was removed.',
        'a property they rely on is gone',
        ['received', 'required-property-added'],
      ),
      this.one(
        'sent',
        'optional-property-removed',
        d,
        '{subject}, which was there at times, was removed.',
        'a property they may use is gone',
        ['sent', 'property-added'],
      ),
      this.one(
        'received',
        'property-removed',
        d,
        '{subject} was removed.',
        'a property that is sent is left aside',
        ['received', 'optional-property-added'],
      ),
      ...this.both(
        'property-removed-before-sunset',
        { sent: b, received: b },
        '{subject} was removed before its sunset on {sunset}.',
        'a property is gone earlier than was announced',
      ),
      ...this.both(
        'property-removed-after-sunset',
        { sent: n, received: n },
        '{subject} was removed, its sunset on {sunset} being past.',
        'a property is gone as was announced',
      ),
      ...this.both(
        'property-became-required',
        { sent: n, received: b },
        '{subject} became required.',
        'a property has to be there that might have been missing',
      ),
      ...this.both(
        'property-became-optional',
        { sent: b, received: n },
        '{subject} became optional.',
        'a property may be missing that was always there',
      ),
    ];
  }

  private lifecycle(): Rule[] {
    return [
      ...this.both(
        'value-undeclared-required',
        { sent: n, received: b },
        '{subject} requires the property {name}, which it does not describe.',
        'a property has to be there that nobody describes',
      ),
      ...this.both(
        'value-deprecated',
        { sent: n, received: n },
        '{subject} is deprecated.',
        'people are warned',
      ),
      ...this.both(
        'value-deprecated-with-sunset',
        { sent: n, received: n },
        '{subject} is deprecated and goes on {sunset}.',
        'people are warned and told when',
      ),
      ...this.both(
        'value-deprecated-sunset-invalid',
        { sent: b, received: b },
        '{subject} is deprecated with a date nobody can read ({sunset}).',
        'nobody can tell when it goes',
      ),
      ...this.both(
        'value-reactivated',
        { sent: n, received: n },
        '{subject} is not deprecated any more.',
        'it stays',
      ),
    ];
  }
}

function other(way: Way): Way {
  return way === 'sent' ? 'received' : 'sent';
}
