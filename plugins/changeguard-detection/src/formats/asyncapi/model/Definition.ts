import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';

/** Who acts: the application that the definition describes sends messages to others, or receives theirs. */
export type Action = 'send' | 'receive';

/** A definition of AsyncAPI 2 or 3, in the words of 3. */
export interface Definition {
  document: ApiDocument;
  servers: readonly Server[];
  channels: readonly Channel[];
  operations: readonly Operation[];
}

/** Where messages are exchanged. */
export interface Server {
  name: string;
  located: Located;
  /** Its host and path, or its URL, with variables as they are written. */
  address: string;
  protocol: string;
}

/** Where messages of some kinds flow. */
export interface Channel {
  /** Its key, which is the address in AsyncAPI 2. */
  id: string;
  /** The topic, queue or path; null where nobody can tell before run time. */
  address: string | null;
  located: Located;
  /** Names of the servers it is on; undefined: on all. */
  servers: readonly string[] | undefined;
  /** What may flow, whoever sends it; AsyncAPI 2 says it of operations only. */
  messages: readonly Message[];
}

/** What the application does with a channel. */
export interface Operation {
  /** Undefined where AsyncAPI 2 gives it none. */
  id: string | undefined;
  action: Action;
  channel: Channel | undefined;
  located: Located;
  messages: readonly Message[];
  reply: Reply | undefined;
}

/** The answer that a message is given. */
export interface Reply {
  located: Located;
  channel: Channel | undefined;
  /** Where a message says where its answer has to go, such as `$message.header#/replyTo`. */
  addressLocation: string | undefined;
  messages: readonly Message[];
}

/** A kind of message. */
export interface Message {
  /** What it is known by, where it is known by anything. */
  name: string | undefined;
  /** The name of the shared part it is written in, where it is. */
  reference: string | undefined;
  located: Located;
  /** The media type of what it carries, also where only the definition says one. */
  contentType: string | undefined;
}
