import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';
import { childPointer } from '../../../text/JsonPointer';
import {
  Action,
  Channel,
  Definition,
  Message,
  Operation,
  Reply,
} from './Definition';
import { referenceOf } from './referenceOf';
import { withTraits } from './withTraits';
import { wordAt } from './wordAt';

/** Reads AsyncAPI 3. */
export class Version3Reader {
  private readonly contentType: string | undefined;
  private readonly channels = new Map<string, Channel>();

  constructor(private readonly document: ApiDocument) {
    this.contentType = wordAt(document.root, 'defaultContentType');
  }

  read(): Definition {
    const servers = this.located('servers');
    const names = new Map(
      servers.map(([name, { pointer }]) => [pointer, name] as const),
    );
    for (const [id, located] of this.located('channels')) {
      this.channels.set(located.pointer, this.channel(id, located, names));
    }
    return {
      document: this.document,
      servers: servers.map(([name, located]) => ({
        name,
        located,
        address: `${wordAt(located, 'host') ?? ''}${
          wordAt(located, 'pathname') ?? ''
        }`,
        protocol: wordAt(located, 'protocol') ?? '',
      })),
      channels: [...this.channels.values()],
      operations: this.located('operations').flatMap(([id, located]) =>
        this.operation(id, located),
      ),
    };
  }

  private located(key: string): [string, Located][] {
    return this.document.children(this.document.child(this.document.root, key));
  }

  private channel(
    id: string,
    located: Located,
    serverNames: ReadonlyMap<string, string>,
  ): Channel {
    const servers = this.document
      .items(located, 'servers')
      .flatMap(({ pointer }) => serverNames.get(pointer) ?? []);
    const messages = this.document.child(located, 'messages');
    return {
      id,
      address: wordAt(located, 'address') ?? null,
      located,
      servers: servers.length > 0 ? servers : undefined,
      messages: this.document
        .children(messages)
        .map(([name, own]) =>
          this.message(own, name, referenceOf(messages?.value[name])),
        ),
    };
  }

  private operation(id: string, own: Located): Operation[] {
    const located = withTraits(this.document, own, false);
    const action = wordAt(located, 'action');
    if (action !== 'send' && action !== 'receive') return [];
    const channel = this.channelAt(located);
    return [
      {
        id,
        action: action satisfies Action,
        channel,
        located,
        messages: this.messagesOf(located, channel),
        reply: this.reply(located),
      },
    ];
  }

  private reply(operation: Located): Reply | undefined {
    const located = this.document.child(operation, 'reply');
    if (!located) return undefined;
    const channel = this.channelAt(located);
    const address = this.document.child(located, 'address');
    return {
      located,
      channel,
      addressLocation: wordAt(address, 'location'),
      messages: this.messagesOf(located, channel),
    };
  }

  private channelAt(parent: Located): Channel | undefined {
    const located = this.document.child(parent, 'channel');
    return located && this.channels.get(located.pointer);
  }

  /** Those that are listed, or all of the channel. */
  private messagesOf(
    parent: Located,
    channel: Channel | undefined,
  ): readonly Message[] {
    const { messages } = parent.value;
    if (!Array.isArray(messages)) return channel?.messages ?? [];
    const pointer = childPointer(parent.pointer, 'messages');
    return messages.flatMap((written, index) => {
      const own = this.document.follow(written, childPointer(pointer, index));
      if (!own) return [];
      const known = channel?.messages.find(
        ({ located }) => located.pointer === own.pointer,
      );
      return [known ?? this.message(own, undefined, referenceOf(written))];
    });
  }

  private message(
    own: Located,
    key: string | undefined,
    reference: string | undefined,
  ): Message {
    const located = withTraits(this.document, own, false);
    return {
      name: key ?? wordAt(located, 'name'),
      reference,
      located,
      contentType: wordAt(located, 'contentType') ?? this.contentType,
    };
  }
}
