import { ConsoleChannel } from '../../adapters/channels/console-channel.ts';
import { EmailChannel } from '../../adapters/channels/email-channel.ts';
import { WebhookChannel } from '../../adapters/channels/webhook-channel.ts';
import type { NoticeChannel } from '../../ports/notice-channel.ts';
import type { Ports } from '../../ports/ports.ts';

type ChannelPorts = Pick<
  Ports,
  'mimeWriter' | 'mailer' | 'signer' | 'config' | 'clock' | 'mailDomain' | 'connections' | 'push'
>;

/** Every way to tell somebody, by the channel's name. */
export function composeNoticeChannels(ports: ChannelPorts): Ports['channels'] {
  const channels: NoticeChannel[] = [
    new EmailChannel(ports),
    new WebhookChannel(ports),
    new ConsoleChannel(ports),
  ];
  return new Map(channels.map((channel) => [channel.channel, channel]));
}
