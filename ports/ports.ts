import type { BlobStore } from './blob-store.ts';
import type { CaseStore } from './case-store.ts';
import type { Clock } from './clock.ts';
import type { ConfigSource } from './config-source.ts';
import type { ConnectionPush, Connections } from './connections.ts';
import type { EventBus } from './event-bus.ts';
import type { Ids } from './ids.ts';
import type { IntakeQueue } from './intake-queue.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mailer.ts';
import type { MimeReader, MimeWriter } from './mime.ts';
import type { NoticeChannel } from './notice-channel.ts';
import type { Signer } from './signer.ts';
import type { Workflows } from './workflows.ts';

/** All that the use cases need. Each takes the part it names: `Pick<Ports, 'store' | 'clock'>`. */
export interface Ports {
  readonly store: CaseStore;
  readonly blobs: BlobStore;
  readonly mailer: Mailer;
  readonly mimeReader: MimeReader;
  readonly mimeWriter: MimeWriter;
  readonly workflows: Workflows;
  readonly intakeQueue: IntakeQueue;
  readonly connections: Connections;
  readonly push: ConnectionPush;
  readonly eventBus: EventBus;
  /** By channel name: `email`, `webhook`, `console`. */
  readonly channels: ReadonlyMap<string, NoticeChannel>;
  readonly signer: Signer;
  readonly config: ConfigSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Where people reach the console and the ack links, without a trailing slash. */
  readonly publicUrl: string;
  /** The domain that the desk sends from and signs reply addresses for. */
  readonly mailDomain: string;
}
