import { useTexts } from '../../hooks/useTexts';

/** What a channel is called; one that a plugin brought is called by its id. */
export function useChannelName(): (channel: string) => string {
  const t = useTexts();
  return channel =>
    channel === 'backstage' || channel === 'email'
      ? t(`deliveries.channel.${channel}`)
      : channel;
}
