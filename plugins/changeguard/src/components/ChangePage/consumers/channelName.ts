import { Texts } from '../../../hooks/useTexts';

/** By which way somebody is told; a channel of another plugin goes by its id. */
export function channelName(channel: string, t: Texts): string {
  return channel === 'backstage' || channel === 'email'
    ? t(`changePage.reach.channel.${channel}`)
    : channel;
}
