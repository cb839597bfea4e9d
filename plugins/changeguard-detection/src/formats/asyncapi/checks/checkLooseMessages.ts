import { Context } from '../Context';
import { Message, Operation } from '../model/Definition';
import { channelLabel } from '../model/labelOf';
import { checkMessages } from './checkMessages';

/**
 * Messages of channels that no operation exchanges: nobody can tell from the definition who sends them, so they are compared for
 * those who read and for those who write.
 */
export function checkLooseMessages(
  operations: readonly [Operation, Operation][],
  context: Context,
): void {
  const exchanged = new Set(
    operations.flatMap(pair => pair.flatMap(pointersOf)),
  );
  for (const [old, now] of context.channels.matched) {
    const isLoose = ({ located }: Message) => !exchanged.has(located.pointer);
    const before = old.messages.filter(isLoose);
    const after = now.messages.filter(isLoose);
    for (const action of ['send', 'receive'] as const) {
      const label = channelLabel(old);
      checkMessages(
        { before, after },
        { action, label, identity: 'loose ' },
        context,
      );
    }
  }
}

function pointersOf({ messages, reply }: Operation): string[] {
  return [...messages, ...(reply?.messages ?? [])].map(
    ({ located }) => located.pointer,
  );
}
