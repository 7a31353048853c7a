import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { LogGroupProps, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Settings } from '../settings.ts';

/** How each log group of the desk is kept: named under the desk, encrypted, for as long as set. */
export class DeskLogs {
  readonly #settings: Settings;
  readonly #key: IKey;

  constructor(settings: Settings, key: IKey) {
    this.#settings = settings;
    this.#key = key;
  }

  static prefix({ deskName }: Settings): string {
    return `/${deskName}/`;
  }

  group(name: string): LogGroupProps {
    return {
      logGroupName: `${DeskLogs.prefix(this.#settings)}${name}`,
      encryptionKey: this.#key,
      retention: this.#settings.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    };
  }
}
