import { schemaFormats } from '@changeguard/backstage-plugin-changeguard-common';
import { explainRule } from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { ChangeGuardFormat } from '@changeguard/backstage-plugin-changeguard-node';

/** Types of APIs in the catalog, and the formats that their definitions are in. */
const ownTypes: Readonly<Record<string, string>> = {
  asyncapi: 'asyncapi',
  avro: 'avro',
  graphql: 'graphql',
  grpc: 'protobuf',
  'json-schema': 'json-schema',
  jsonschema: 'json-schema',
  openapi: 'openapi',
  protobuf: 'protobuf',
  sql: 'sql',
};

/** The formats that can be compared: our own, and those that modules add. Engines are loaded by threads, not here. */
export class Formats {
  private readonly ids: ReadonlySet<string>;
  private readonly byType: ReadonlyMap<string, string>;

  constructor(private readonly added: readonly ChangeGuardFormat[]) {
    this.ids = new Set([
      ...schemaFormats.filter(id => id !== 'other'),
      ...added.map(({ id }) => id),
    ]);
    this.byType = new Map([
      ...Object.entries(ownTypes),
      ...added.flatMap(({ id, types }) =>
        types.map((type): [string, string] => [type, id]),
      ),
    ]);
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Whether its rules are known here, and not to threads only. */
  isOwn(id: string): boolean {
    return this.has(id) && this.added.every(one => one.id !== id);
  }

  /** Why a rule of a format matters, in one sentence; null of a rule that is not known here. */
  purposeOf(id: string, rule: string): string | null {
    return this.isOwn(id) ? explainRule(id, rule)?.purpose ?? null : null;
  }

  /** The format of an API by its `spec.type`; undefined for a type that no format is known for. */
  ofType(type: string): string | undefined {
    return this.byType.get(type);
  }

  /** What threads load besides our own. */
  files(): string[] {
    return this.added.map(({ file }) => file);
  }
}
