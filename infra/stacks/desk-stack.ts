import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { workflowBindings } from '../../workflows/bindings.ts';
import { Alarms } from '../constructs/alarms.ts';
import { CaseTable } from '../constructs/case-table.ts';
import { ConsoleSite } from '../constructs/console-site.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { DeskEvents } from '../constructs/desk-events.ts';
import { DeskFunctions } from '../constructs/desk-functions.ts';
import { DeskKey } from '../constructs/desk-key.ts';
import { DeskLogs } from '../constructs/desk-logs.ts';
import { feedFunctions } from '../constructs/feed-functions.ts';
import { Gateways } from '../constructs/gateways.ts';
import { grantFunctions } from '../constructs/grant-functions.ts';
import { MailIntake } from '../constructs/mail-intake.ts';
import { SignInPool } from '../constructs/sign-in-pool.ts';
import { WorkflowMachine } from '../constructs/workflow-machine.ts';
import type { Settings } from '../settings.ts';

export interface DeskStackProps {
  readonly settings: Settings;
  readonly bundleFolder: string;
  readonly consoleFolder: string;
}

/** The whole desk in one account and region. What holds data outlives the stack. */
export class DeskStack extends Stack {
  constructor(scope: Construct, id: string, { settings, bundleFolder, consoleFolder }: DeskStackProps) {
    super(scope, id, {
      description: 'Harborwatch: case desk with SLA automation and emergency paging',
      terminationProtection: true,
    });
    const { deskName } = settings;
    const key = new DeskKey(this, 'Key', DeskLogs.prefix(settings));
    const logs = new DeskLogs(settings, key.key);
    const table = new CaseTable(this, 'Cases', key);
    const signingKey = this.#signingKey(key);
    // Six times as long, a mail that failed waits to be tried again: an emergency may be in it.
    const receiveTimeout = Duration.seconds(30);
    const intake = new MailIntake(this, 'Mail', { settings, key, receiveTimeout });
    const events = new DeskEvents(this, 'Events', deskName);
    const gateways = new Gateways(this, 'Gateways', logs);
    const signIn = new SignInPool(this, 'SignIn', deskName);
    const signInOrigin = signIn.domain.baseUrl();
    const console = new ConsoleSite(this, 'Console', { gateways, signInOrigin });
    const client = signIn.addConsole(console.url);

    const functions = new DeskFunctions(this, 'Functions', {
      settings,
      logs,
      bundleFolder,
      tableName: table.table.tableName,
      intake,
      receiveTimeout,
      gateways,
      events,
      publicUrl: console.url,
      userPoolId: signIn.pool.userPoolId,
      userPoolClientId: client.userPoolClientId,
      signingKey,
    });
    const effectDeadLetters = new DeadLetterQueue(this, 'EffectDeadLetters', key);
    grantFunctions(functions, { key, table, intake, gateways, events, signingKey, deskName });
    feedFunctions(this, functions, { intake, table, effectDeadLetters });
    gateways.routeHttp(functions.api);
    gateways.routeSocket(functions.consoleSocket);
    const machines = Object.entries(workflowBindings).map(([name, binding]) => {
      const machine = new WorkflowMachine(this, `Workflow-${name}`, {
        name,
        binding,
        deskName,
        functions: functions.byFolder,
        logs,
      });
      return [name, machine] as const;
    });
    console.deploy(consoleFolder, {
      issuer: 'cognito',
      region: this.region,
      userPoolId: signIn.pool.userPoolId,
      clientId: client.userPoolClientId,
      signInUrl: signInOrigin,
    });

    const alarms = new Alarms(this, 'Alarms', { key: key.key, email: settings.alarmEmail });
    alarms.watchDeadLetters('Mail dead letters', intake.deadLetters.queue);
    alarms.watchDeadLetters('Effect dead letters', effectDeadLetters.queue);
    for (const each of functions.byFolder.values()) alarms.watchFunction(each);
    for (const [name, machine] of machines) alarms.watchWorkflow(name, machine);
    alarms.watchIntakeAge(intake.queue);
    alarms.watchStreamAge(functions.byFolder.get('dispatch-events')!);
    alarms.watchCount(
      'MailProcessingFailed',
      functions.byFolder.get('receive-email')!,
      'A mail could not be processed. It is tried again, then shown among the failed mail of the console.',
    );
    alarms.watchCount(
      'PageRedriven',
      functions.byFolder.get('redrive-pages')!,
      'An open page had lost its workflow and was taken up again: see why the execution ended.',
    );
    alarms.watchCount(
      'ClocksSwept',
      functions.byFolder.get('sweep-clocks')!,
      'A promise had a mark that its clock had not handled: see why the execution ended, or was never started.',
    );
    this.#tell({
      settings,
      intake,
      table,
      console,
      signIn,
      clientId: client.userPoolClientId,
      alarms,
      events,
    });
  }

  #signingKey(key: DeskKey): Secret {
    return new Secret(this, 'SigningKey', {
      description: 'Signs reply addresses and ack links; a new one makes those that are out there worthless',
      encryptionKey: key.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  #tell(made: {
    settings: Settings;
    intake: MailIntake;
    table: CaseTable;
    console: ConsoleSite;
    signIn: SignInPool;
    clientId: string;
    alarms: Alarms;
    events: DeskEvents;
  }): void {
    const output = (id: string, value: string, description: string) =>
      new CfnOutput(this, id, { value, description });
    const { intake, settings } = made;
    output('ConsoleUrl', made.console.url, 'Console, API and ack links');
    output('TableName', made.table.table.tableName, 'Where the configuration is published to');
    output('UserPoolId', made.signIn.pool.userPoolId, 'Where people of the desk are invited');
    output('UserPoolClientId', made.clientId, 'The console as a client of the user pool');
    output(
      'EventBusName',
      made.events.bus.eventBusName,
      'Subscribe other systems with a rule (docs/events.md)',
    );
    output('AlarmTopicArn', made.alarms.topic.topicArn, 'Subscribe whoever runs the desk');
    output(
      'ReceiptRuleSet',
      intake.ruleSet.receiptRuleSetName,
      'Make it the active one: CloudFormation cannot',
    );
    const mailHost = `inbound-smtp.${this.region}.amazonaws.com`;
    output('MxRecord', `${settings.mailDomain} MX 10 ${mailHost}`, 'Brings the mail to the desk');
    intake.identity.dkimRecords.forEach(({ name, value }, at) => {
      output(`DkimRecord${at + 1}`, `${name} CNAME ${value}`, 'Proves that the domain is yours');
    });
  }
}
