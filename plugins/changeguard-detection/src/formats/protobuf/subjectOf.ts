import { ContainerKind } from './Outline';
import { Annotation } from './runBuf';

/** What a sentence of the program is about, as far as the sentence says. */
export interface Subject {
  kind: ContainerKind | 'file';
  /** Of the message, enum or service: none where the sentence leaves it to the place. */
  name?: string;
  /** How much of the name is told: the last part, all within the package, or all. */
  told: 'inner' | 'nested' | 'whole';
  /** Name of the field, call or oneof, number of the value; empty when it is about all of it. */
  member: string;
  /** By what the member is known among others. */
  key?: string;
}

const EXTENSION =
  /^Extension "\d+"(?: with name "([^"]*)")? on message "[^"]*"(?: changed name from "([^"]*)")?/;
const MEMBER = / on (message|enum|service) "([^"]*)"/;
const MEMBER_NAME =
  /with name "([^"]*)"|(?:RPC|oneof) "([^"]*)"|reserving the name "([^"]*)"|changed name from "([^"]*)"|[eE]num value "([^"]*)"/;
const MEMBER_KEY = /(?:[fF]ield|[eE]num value|RPC|oneof) "([^"]*)"/;
const DELETED =
  /^Previously present (message|enum|service|extension) "([^"]*)"/;
const ITSELF = /^(Message|Enum) "([^"]*)"/;

/** The sentences of the program have fixed forms. */
export function subjectOf({ message }: Annotation): Subject {
  const extension = EXTENSION.exec(message);
  if (extension) return extensionOf(extension[1] ?? extension[2], 'whole');
  const on = MEMBER.exec(message);
  if (on) {
    return {
      kind: on[1] as ContainerKind,
      name: on[2],
      told: 'inner',
      member: MEMBER_NAME.exec(message)?.slice(1).find(Boolean) ?? '',
      key: MEMBER_KEY.exec(message)?.[1],
    };
  }
  const deleted = DELETED.exec(message);
  if (deleted?.[1] === 'extension') return extensionOf(deleted[2], 'nested');
  if (deleted) {
    const [, kind, name] = deleted;
    return { kind: kind as ContainerKind, name, told: 'nested', member: '' };
  }
  const itself = ITSELF.exec(message);
  if (itself) {
    const kind = itself[1] === 'Enum' ? 'enum' : 'message';
    return { kind, name: itself[2], told: 'inner', member: '' };
  }
  const kind = message.startsWith('Message option') ? 'message' : 'file';
  return { kind, told: 'inner', member: '' };
}

/** An extension is a member of where it is declared, not of what it extends. */
function extensionOf(name: string, told: Subject['told']): Subject {
  const dot = name.lastIndexOf('.');
  const member = name.slice(dot + 1);
  return {
    kind: 'message',
    name: name.slice(0, Math.max(0, dot)),
    told,
    member,
    key: member,
  };
}
