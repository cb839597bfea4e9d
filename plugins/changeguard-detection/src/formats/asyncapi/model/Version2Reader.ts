import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';
import { childPointer } from '../../../text/JsonPointer';
import { Channel, Definition, Message, Operation } from './Definition';
import { referenceOf } from './referenceOf';
import { withTraits } from './withTraits';
import { wordAt } from './wordAt';

/**
 * In AsyncAPI 2 the words are those of the client: what it may `subscribe` to is sent by the application, what it may `publish` is
 * received.
 */
const ACTIONS = { publish: 'receive', subscribe: 'send' } as const;

/** Reads AsyncAPI 2 in the words of 3. */
export class Version2Reader {
  private readonly contentType: string | undefined;

  constructor(private readonly document: ApiDocument) {
    this.contentType = wordAt(document.root, 'defaultContentType');
  }

  read(): Definition {
    const { document } = this;
    const channels = this.located('channels').map(([address, located]) =>
      this.channel(address, located),
    );
    return {
      document,
      servers: this.located('servers').map(([name, located]) => ({
        name,
        located,
        address: wordAt(located, 'url') ?? '',
        protocol: wordAt(located, 'protocol') ?? '',
      })),
      channels,
      operations: channels.flatMap(channel => this.operations(channel)),
    };
  }

  private located(key: string): [string, Located][] {
    return this.document.children(this.document.child(this.document.root, key));
  }

  private channel(address: string, located: Located): Channel {
    const { servers } = located.value;
    return {
      id: address,
      address,
      located,
      servers: Array.isArray(servers)
        ? servers.filter((name): name is string => typeof name === 'string')
        : undefined,
      messages: [],
    };
  }

  private operations(channel: Channel): Operation[] {
    return (['publish', 'subscribe'] as const).flatMap(word => {
      const own = this.document.child(channel.located, word);
      if (!own) return [];
      const located = withTraits(this.document, own, true);
      return [
        {
          id: wordAt(located, 'operationId'),
          action: ACTIONS[word],
          channel,
          located,
          messages: this.messages(located),
          reply: undefined,
        },
      ];
    });
  }

  private messages(operation: Located): Message[] {
    const { message } = operation.value;
    const single = this.document.child(operation, 'message');
    if (!single) return [];
    const { oneOf } = single.value;
    if (!Array.isArray(oneOf)) return [this.message(single, message)];
    return oneOf.flatMap((item, index) => {
      const pointer = childPointer(
        childPointer(single.pointer, 'oneOf'),
        index,
      );
      const located = this.document.follow(item, pointer);
      return located ? [this.message(located, item)] : [];
    });
  }

  private message(own: Located, written: unknown): Message {
    const located = withTraits(this.document, own, true);
    return {
      name: wordAt(located, 'messageId') ?? wordAt(located, 'name'),
      reference: referenceOf(written),
      located,
      contentType: wordAt(located, 'contentType') ?? this.contentType,
    };
  }
}
