import { Sighting } from '../../../schema-comparison/Report';
import { Context } from '../Context';
import { Operation, Reply } from '../model/Definition';
import { channelLabel, labelOf } from '../model/labelOf';
import { opposite, WAYS } from '../model/sides';
import { checkMessages } from './checkMessages';

/** The answer to a message: whether there is one, where it goes, and what is in it. It goes the other way. */
export function checkReply(
  old: Operation,
  now: Operation,
  at: Sighting,
  context: Context,
): void {
  const { report } = context;
  const action = opposite(old.action);
  const way = WAYS[action];
  const before = old.reply;
  const after = now.reply;
  if (!before || !after) {
    if (!before && !after) return;
    const verb = after ? 'added' : 'removed';
    report.add(`${way}-reply-${verb}`, {
      ...at,
      base: before?.located.pointer,
      revision: after?.located.pointer,
      [after ? 'after' : 'before']: true,
      identity: 'reply',
    });
    return;
  }
  if (whereTo(before) !== whereTo(after)) {
    const words = { before: whereTo(before), after: whereTo(after) };
    report.add(`${way}-reply-address-changed`, {
      ...at,
      base: before.located.pointer,
      revision: after.located.pointer,
      ...words,
      identity: 'reply address',
      details: { ...at.details, ...words },
    });
  }
  checkMessages(
    { before: before.messages, after: after.messages },
    { action, label: labelOf(old), identity: 'reply ' },
    context,
  );
}

/** A message may say it, or the definition. */
function whereTo({ addressLocation, channel }: Reply): string {
  const place = channel ? channelLabel(channel) : '';
  return addressLocation ?? place;
}
