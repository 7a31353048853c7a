import type { MailAddress } from '../core/case/case.ts';
import type { DeskConfig } from '../core/config/desk-config.ts';
import type { Ports } from '../ports/ports.ts';

/** The mailbox that people see as the sender and can always write to. */
export function deskAddress(config: DeskConfig, { mailDomain }: Pick<Ports, 'mailDomain'>): MailAddress {
  return { address: `${config.desk.supportAddress}@${mailDomain}`, name: config.desk.fromName };
}
