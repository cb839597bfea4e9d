import { removalOf } from '../../../schema-comparison/lifecycle';
import { wordOf } from '../../../text/wordOf';
import { Check, Context } from '../Context';
import { Channel, Definition } from '../model/Definition';
import { channelLabel } from '../model/labelOf';
import { wordAt } from '../model/wordAt';
import { checkBindings } from './checkBindings';
import { checkDeprecation } from './checkDeprecation';

/** Channels that came, went or moved. */
export const checkChannels: Check = context => {
  const { channels, report, now } = context;
  for (const channel of channels.removed) {
    const name = channelLabel(channel);
    const { value, pointer } = channel.located;
    const removal = removalOf(value, now);
    report.add(`channel-removed-${removal}`, {
      base: pointer,
      before: name,
      identity: `channel ${name}`,
      details: { channel: name, sunset: wordOf(value['x-sunset'] ?? '') },
    });
  }
  for (const channel of channels.added) {
    const name = channelLabel(channel);
    report.add('channel-added', {
      revision: channel.located.pointer,
      after: name,
      identity: `channel ${name}`,
      details: { channel: name },
    });
  }
  for (const [old, is] of channels.matched) checkChannel(old, is, context);
};

function checkChannel(old: Channel, now: Channel, context: Context): void {
  const { report } = context;
  const name = channelLabel(old);
  const at = {
    base: old.located.pointer,
    revision: now.located.pointer,
    identity: `channel ${name}`,
    details: { channel: name, owner: `the channel ${name}` },
  };
  if (templateOf(old) !== templateOf(now)) {
    const before = old.address ?? 'nothing';
    const after = now.address ?? 'nothing';
    report.add('channel-address-changed', {
      ...at,
      before: old.address,
      after: now.address,
      details: { ...at.details, before, after },
    });
  }
  checkReach(old, now, context);
  checkLocations(old, now, context);
  checkDeprecation('channel', old.located, now.located, at, context);
  checkBindings(old.located, now.located, at, context);
}

function templateOf({ address }: Channel): string | null {
  return address === null ? null : address.replace(/\{[^}]*\}/g, '{}');
}

/** The servers that a channel is on; one that is gone altogether is told as that. */
function checkReach(old: Channel, now: Channel, context: Context): void {
  const { base, revision, report } = context;
  const left = new Set(revision.servers.map(({ name }) => name));
  const before = reachOf(old, base).filter(name => left.has(name));
  const after = reachOf(now, revision);
  const channel = channelLabel(old);
  for (const server of before.filter(name => !after.includes(name))) {
    report.add('channel-server-removed', {
      base: old.located.pointer,
      revision: now.located.pointer,
      before: server,
      identity: `channel ${channel} server ${server}`,
      details: { channel, server },
    });
  }
  const known = new Set(base.servers.map(({ name }) => name));
  for (const server of after.filter(name => known.has(name))) {
    if (before.includes(server)) continue;
    report.add('channel-server-added', {
      base: old.located.pointer,
      revision: now.located.pointer,
      after: server,
      identity: `channel ${channel} server ${server}`,
      details: { channel, server },
    });
  }
}

function reachOf(channel: Channel, { servers }: Definition) {
  return channel.servers ?? servers.map(({ name }) => name);
}

/** Where a message holds the value of a parameter. */
function checkLocations(old: Channel, now: Channel, context: Context): void {
  const { base, revision, report } = context;
  const before = new Map(
    base.document.children(base.document.child(old.located, 'parameters')),
  );
  const channel = channelLabel(old);
  for (const [name, parameter] of revision.document.children(
    revision.document.child(now.located, 'parameters'),
  )) {
    const earlier = before.get(name);
    const was = wordAt(earlier, 'location');
    const is = wordAt(parameter, 'location');
    if (was === undefined || was === is) continue;
    report.add('channel-parameter-location-changed', {
      base: earlier!.pointer,
      revision: parameter.pointer,
      before: was,
      after: is,
      identity: `channel ${channel} parameter ${name}`,
      details: { channel, name, before: was, after: is ?? 'nothing' },
    });
  }
}
