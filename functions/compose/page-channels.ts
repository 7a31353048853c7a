import { ConsolePageChannel } from '../../adapters/channels/console-page-channel.ts';
import { EmailPageChannel } from '../../adapters/channels/email-page-channel.ts';
import { WebhookPageChannel } from '../../adapters/channels/webhook-page-channel.ts';
import type { PageChannel } from '../../ports/page-channel.ts';
import type { Ports } from '../../ports/ports.ts';

type ChannelPorts = Pick<
  Ports,
  'mimeWriter' | 'mailer' | 'signer' | 'config' | 'clock' | 'mailDomain' | 'connections' | 'push'
>;

/** Every way to page somebody, by the channel's name. */
export function composePageChannels(ports: ChannelPorts): Ports['channels'] {
  const channels: PageChannel[] = [
    new EmailPageChannel(ports),
    new WebhookPageChannel(ports),
    new ConsolePageChannel(ports),
  ];
  return new Map(channels.map((channel) => [channel.channel, channel]));
}
