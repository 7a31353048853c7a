import { Duration } from 'aws-cdk-lib';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { env as apiEnv } from '../../functions/api/env.ts';
import { env as awaitEscalationAnswerEnv } from '../../functions/await-escalation-answer/env.ts';
import { env as awaitPageAnswerEnv } from '../../functions/await-page-answer/env.ts';
import { env as consoleSocketEnv } from '../../functions/console-socket/env.ts';
import { env as dispatchEventsEnv } from '../../functions/dispatch-events/env.ts';
import { env as planEscalationEnv } from '../../functions/plan-escalation/env.ts';
import { env as planPageEnv } from '../../functions/plan-page/env.ts';
import { env as receiveEmailEnv } from '../../functions/receive-email/env.ts';
import { env as redrivePagesEnv } from '../../functions/redrive-pages/env.ts';
import { env as sendEscalationNoticeEnv } from '../../functions/send-escalation-notice/env.ts';
import { env as sendPageNotificationEnv } from '../../functions/send-page-notification/env.ts';
import { env as sweepClocksEnv } from '../../functions/sweep-clocks/env.ts';
import { env as wakeClockEnv } from '../../functions/wake-clock/env.ts';
import type { Settings } from '../settings.ts';
import type { DeskEvents } from './desk-events.ts';
import { DeskFunction } from './desk-function.ts';
import type { DeskLogs } from './desk-logs.ts';
import type { Gateways } from './gateways.ts';
import type { MailIntake } from './mail-intake.ts';
import { machineArn } from './workflow-machine.ts';

export interface DeskFunctionsProps {
  readonly settings: Settings;
  readonly logs: DeskLogs;
  readonly bundleFolder: string;
  readonly tableName: string;
  readonly intake: MailIntake;
  readonly receiveTimeout: Duration;
  readonly gateways: Gateways;
  readonly events: DeskEvents;
  readonly publicUrl: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly signingKey: ISecret;
}

/** A task answers within 10 to 60 s (the workflow's own limit); it needs a fraction of one. */
const taskTimeout = Duration.seconds(10);

/** Each Lambda with its environment and its size. What each may do is in grant-functions.ts. */
export class DeskFunctions extends Construct {
  readonly receiveEmail: DeskFunction<typeof receiveEmailEnv>;
  readonly dispatchEvents: DeskFunction<typeof dispatchEventsEnv>;
  readonly planPage: DeskFunction<typeof planPageEnv>;
  readonly sendPageNotification: DeskFunction<typeof sendPageNotificationEnv>;
  readonly awaitPageAnswer: DeskFunction<typeof awaitPageAnswerEnv>;
  readonly redrivePages: DeskFunction<typeof redrivePagesEnv>;
  readonly wakeClock: DeskFunction<typeof wakeClockEnv>;
  readonly sweepClocks: DeskFunction<typeof sweepClocksEnv>;
  readonly planEscalation: DeskFunction<typeof planEscalationEnv>;
  readonly sendEscalationNotice: DeskFunction<typeof sendEscalationNoticeEnv>;
  readonly awaitEscalationAnswer: DeskFunction<typeof awaitEscalationAnswerEnv>;
  readonly api: DeskFunction<typeof apiEnv>;
  readonly consoleSocket: DeskFunction<typeof consoleSocketEnv>;

  constructor(scope: Construct, id: string, props: DeskFunctionsProps) {
    super(scope, id);
    const { settings, logs, bundleFolder, intake, gateways } = props;
    const table = { TABLE_NAME: props.tableName };
    const bucket = { MAIL_BUCKET: intake.bucket.bucketName };
    const push = { SOCKET_ENDPOINT: gateways.socketEndpoint };
    const mailDomain = { MAIL_DOMAIN: settings.mailDomain };
    const publicUrl = { PUBLIC_URL: props.publicUrl };
    const signer = { SIGNING_KEY_SECRET_ID: props.signingKey.secretArn };
    const signIn = { USER_POOL_ID: props.userPoolId, USER_POOL_CLIENT_ID: props.userPoolClientId };
    const workflows = { STATE_MACHINE_ARN_PREFIX: machineArn(this, settings.deskName, '') };

    this.receiveEmail = new DeskFunction(this, 'ReceiveEmail', {
      folder: 'receive-email',
      description: 'Makes cases of mail',
      env: receiveEmailEnv,
      environment: { ...table, ...bucket, ...push, ...mailDomain, ...signer, ...workflows },
      timeout: props.receiveTimeout,
      // A whole virtual CPU: ten mails of up to 40 MB are parsed at once.
      memoryMb: 1769,
      logs,
      bundleFolder,
    });
    this.dispatchEvents = new DeskFunction(this, 'DispatchEvents', {
      folder: 'dispatch-events',
      description: 'Carries out what commits promised: pages, mail, news for consoles',
      env: dispatchEventsEnv,
      environment: {
        ...table,
        ...bucket,
        ...push,
        ...mailDomain,
        ...signer,
        ...workflows,
        EVENT_BUS_NAME: props.events.bus.eventBusName,
      },
      timeout: Duration.seconds(60),
      memoryMb: 512,
      logs,
      bundleFolder,
    });
    this.planPage = new DeskFunction(this, 'PlanPage', {
      folder: 'plan-page',
      description: 'Decides whom an attempt of a page notifies',
      env: planPageEnv,
      environment: table,
      timeout: taskTimeout,
      // CPU comes with memory, and a cold start stands between an emergency and its page.
      memoryMb: 1024,
      logs,
      bundleFolder,
    });
    this.sendPageNotification = new DeskFunction(this, 'SendPageNotification', {
      folder: 'send-page-notification',
      description: 'Pages one person on one channel',
      env: sendPageNotificationEnv,
      environment: { ...table, ...push, ...publicUrl, ...mailDomain, ...signer },
      timeout: taskTimeout,
      memoryMb: 1024,
      logs,
      bundleFolder,
    });
    this.awaitPageAnswer = new DeskFunction(this, 'AwaitPageAnswer', {
      folder: 'await-page-answer',
      description: 'Leaves the token of a page where its answer finds it',
      env: awaitPageAnswerEnv,
      environment: { ...table, ...workflows },
      timeout: taskTimeout,
      memoryMb: 512,
      logs,
      bundleFolder,
    });
    this.redrivePages = new DeskFunction(this, 'RedrivePages', {
      folder: 'redrive-pages',
      description: 'Takes up open pages that nobody works on any more',
      env: redrivePagesEnv,
      environment: { ...table, ...workflows },
      timeout: Duration.seconds(50),
      memoryMb: 256,
      logs,
      bundleFolder,
    });
    this.wakeClock = new DeskFunction(this, 'WakeClock', {
      folder: 'wake-clock',
      description: 'Records what is due of a promise when its clock wakes',
      env: wakeClockEnv,
      environment: { ...table, ...workflows },
      timeout: taskTimeout,
      // Nobody waits for it, and it waits up to a second itself: the least memory is the least bill.
      memoryMb: 256,
      logs,
      bundleFolder,
    });
    this.sweepClocks = new DeskFunction(this, 'SweepClocks', {
      folder: 'sweep-clocks',
      description: 'Handles marks of promises that nobody handled, and demands handovers',
      env: sweepClocksEnv,
      environment: { ...table, ...workflows },
      timeout: Duration.seconds(50),
      memoryMb: 256,
      logs,
      bundleFolder,
    });
    this.planEscalation = new DeskFunction(this, 'PlanEscalation', {
      folder: 'plan-escalation',
      description: 'Decides whom a round of an escalation tells',
      env: planEscalationEnv,
      environment: table,
      timeout: taskTimeout,
      memoryMb: 512,
      logs,
      bundleFolder,
    });
    this.sendEscalationNotice = new DeskFunction(this, 'SendEscalationNotice', {
      folder: 'send-escalation-notice',
      description: 'Tells one person of an escalation on one channel',
      env: sendEscalationNoticeEnv,
      environment: { ...table, ...push, ...publicUrl, ...mailDomain, ...signer },
      timeout: taskTimeout,
      memoryMb: 512,
      logs,
      bundleFolder,
    });
    this.awaitEscalationAnswer = new DeskFunction(this, 'AwaitEscalationAnswer', {
      folder: 'await-escalation-answer',
      description: 'Leaves the token of an escalation where its answer finds it',
      env: awaitEscalationAnswerEnv,
      environment: { ...table, ...workflows },
      timeout: taskTimeout,
      memoryMb: 256,
      logs,
      bundleFolder,
    });
    this.api = new DeskFunction(this, 'Api', {
      folder: 'api',
      description: 'HTTP API and ack links',
      env: apiEnv,
      environment: {
        ...table,
        ...bucket,
        ...push,
        ...mailDomain,
        ...publicUrl,
        ...signer,
        ...signIn,
        ...workflows,
        INTAKE_QUEUE_URL: intake.queue.queueUrl,
        RAW_KEY_PREFIX: intake.rawKeyPrefix,
        MAIL_TOPIC_ARN: intake.topic.topicArn,
      },
      // API Gateway gives up after 30 s.
      timeout: Duration.seconds(29),
      // An attachment is cut out of a mail of up to 40 MB.
      memoryMb: 1024,
      logs,
      bundleFolder,
    });
    this.consoleSocket = new DeskFunction(this, 'ConsoleSocket', {
      folder: 'console-socket',
      description: "Consoles' WebSocket",
      env: consoleSocketEnv,
      environment: { ...table, ...push, ...signIn },
      timeout: taskTimeout,
      memoryMb: 512,
      logs,
      bundleFolder,
    });
  }

  /** By folder under functions/. */
  get byFolder(): ReadonlyMap<string, DeskFunction> {
    const all: readonly DeskFunction[] = [
      this.receiveEmail,
      this.dispatchEvents,
      this.planPage,
      this.sendPageNotification,
      this.awaitPageAnswer,
      this.redrivePages,
      this.wakeClock,
      this.sweepClocks,
      this.planEscalation,
      this.sendEscalationNotice,
      this.awaitEscalationAnswer,
      this.api,
      this.consoleSocket,
    ] as readonly unknown[] as readonly DeskFunction[];
    return new Map(all.map((each) => [each.folder, each]));
  }
}
