import {
  Enum,
  Namespace,
  parse,
  ReflectionObject,
  Service,
  Type,
} from 'protobufjs';
import { Comparison } from '../../Comparison';
import { Fact } from '../../Finding';
import { factOf } from './factOf';
import { Definition } from './readDefinition';
import { Outlines } from './Outlines';
import { placeAnnotation } from './placeAnnotation';
import { Annotation } from './runBuf';

const REASON =
  'The program that compares Protobuf does not run on this machine, so only the commonest rules were asked.';

/** What stands in for buf where it does not run: removed and changed messages, fields, values and calls. */
export function compareCommonest(
  base: Definition,
  revision: Definition,
): Comparison<Fact> {
  const annotations: Annotation[] = [];
  const versions = {
    base: new Outlines(base.files),
    revision: new Outlines(revision.files),
  };
  for (const [path, text] of base.files) {
    const now = revision.files.get(path);
    const told = (type: string, message: string) =>
      annotations.push({ path, type, message });
    if (now === undefined) {
      annotations.push({
        type: 'FILE_NO_DELETE',
        message: `Previously present file "${path}" was deleted.`,
      });
      continue;
    }
    const old = read(text, 'base');
    if ('outcome' in old) return old;
    const current = read(now, 'revision');
    if ('outcome' in current) return current;
    compareFiles(old, current, told);
  }
  return {
    outcome: 'partial',
    findings: annotations
      .flatMap(one => placeAnnotation(one, versions))
      .map(factOf)
      .filter(fact => fact !== undefined),
    reasons: [REASON],
  };
}

type Tell = (type: string, message: string) => void;
type Parts = ReadonlyMap<string, ReflectionObject>;

function read(
  text: string,
  which: 'base' | 'revision',
): Parts | Extract<Comparison<never>, { outcome: 'failed' }> {
  try {
    const parsed = parse(text, { keepCase: true });
    const parts = new Map<string, ReflectionObject>();
    collect(parsed.root, parsed.package ?? '', parts);
    return parts;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return {
      outcome: 'failed',
      reason: error instanceof RangeError ? 'too-deep' : 'parse-error',
      which,
      message: `The text is not a Protobuf definition: ${said.slice(0, 300)}.`,
      line: Number(/line (\d+)/.exec(said)?.[1]) || undefined,
    };
  }
}

/** Messages, enums and services by their names within the package. */
function collect(
  object: ReflectionObject,
  scope: string,
  parts: Map<string, ReflectionObject>,
): void {
  if (
    object instanceof Type ||
    object instanceof Enum ||
    object instanceof Service
  ) {
    const name = object.fullName.replace(/^\./, '');
    parts.set(scope ? name.slice(scope.length + 1) : name, object);
  }
  if (object instanceof Namespace)
    object.nestedArray.forEach(nested => collect(nested, scope, parts));
}

function compareFiles(old: Parts, now: Parts, tell: Tell): void {
  for (const [name, part] of old) {
    const other = now.get(name);
    if (part instanceof Type) {
      if (other instanceof Type) compareFields(name, part, other, tell);
      else
        tell(
          'MESSAGE_NO_DELETE',
          `Previously present message "${name}" was deleted from file.`,
        );
    } else if (part instanceof Enum) {
      if (other instanceof Enum) compareValues(name, part, other, tell);
      else
        tell(
          'ENUM_NO_DELETE',
          `Previously present enum "${name}" was deleted from file.`,
        );
    } else if (part instanceof Service) {
      if (other instanceof Service) compareCalls(name, part, other, tell);
      else
        tell(
          'SERVICE_NO_DELETE',
          `Previously present service "${name}" was deleted from file.`,
        );
    }
  }
}

function compareFields(
  message: string,
  old: Type,
  now: Type,
  tell: Tell,
): void {
  for (const field of old.fieldsArray) {
    const other = now.fieldsArray.find(({ id }) => id === field.id);
    const subject = `Field "${field.id}" with name "${field.name}" on message "${message}"`;
    if (!other) {
      const rule = now.isReservedId(field.id)
        ? 'FIELD_NO_DELETE'
        : 'FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED';
      tell(rule, `${subject} was deleted.`);
      continue;
    }
    if (field.type !== other.type)
      tell(
        'FIELD_SAME_TYPE',
        `${subject} changed type from "${field.type}" to "${other.type}".`,
      );
    if (field.name !== other.name)
      tell(
        'FIELD_SAME_NAME',
        `${subject} changed name from "${field.name}" to "${other.name}".`,
      );
    if (field.repeated !== other.repeated || field.map !== other.map)
      tell(
        'FIELD_SAME_CARDINALITY',
        `${subject} changed cardinality from "${formOf(field)}" to "${formOf(
          other,
        )}".`,
      );
  }
}

function formOf({
  repeated,
  map,
}: {
  repeated: boolean;
  map: boolean;
}): string {
  if (map) return 'map';
  return repeated ? 'repeated' : 'single';
}

function compareValues(name: string, old: Enum, now: Enum, tell: Tell): void {
  for (const [value, number] of Object.entries(old.values)) {
    const other = now.valuesById[number];
    const subject = `Enum value "${number}" on enum "${name}"`;
    if (other === undefined) {
      const rule = now.isReservedId(number)
        ? 'ENUM_VALUE_NO_DELETE'
        : 'ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED';
      tell(rule, `${subject} was deleted.`);
    } else if (now.values[value] !== number) {
      tell(
        'ENUM_VALUE_SAME_NAME',
        `${subject} changed name from "${value}" to "${other}".`,
      );
    }
  }
}

function compareCalls(
  service: string,
  old: Service,
  now: Service,
  tell: Tell,
): void {
  for (const call of old.methodsArray) {
    const other = now.methodsArray.find(({ name }) => name === call.name);
    const subject = `RPC "${call.name}" on service "${service}"`;
    if (!other) {
      tell('RPC_NO_DELETE', `Previously present ${subject} was deleted.`);
      continue;
    }
    const changes = [
      ['RPC_SAME_REQUEST_TYPE', call.requestType, other.requestType],
      ['RPC_SAME_RESPONSE_TYPE', call.responseType, other.responseType],
      [
        'RPC_SAME_CLIENT_STREAMING',
        streams(call.requestStream),
        streams(other.requestStream),
      ],
      [
        'RPC_SAME_SERVER_STREAMING',
        streams(call.responseStream),
        streams(other.responseStream),
      ],
    ];
    for (const [rule, before, after] of changes) {
      if (before !== after)
        tell(rule, `${subject} changed from "${before}" to "${after}".`);
    }
  }
}

function streams(many: boolean | undefined): string {
  return many ? 'streaming' : 'unary';
}
