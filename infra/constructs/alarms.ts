import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DeskFunction } from './desk-function.ts';
import type { WorkflowMachine } from './workflow-machine.ts';

const minute = Duration.minutes(1);

/** What wakes the people who run the desk. One topic; each alarm says what to look at. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { key, email }: { readonly key: IKey; readonly email: string }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    // A policy of its own takes the place of the one that lets the account's own services in.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsPublish',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (email !== '') this.topic.addSubscription(new EmailSubscription(email));
  }

  /** A message that nobody could process waits for a person. */
  watchDeadLetters(name: string, queue: IQueue): void {
    this.#above(name, 0, queue.metricApproximateNumberOfMessagesVisible(most), {
      alarmDescription: `${name}: messages that could not be processed wait for you; see the runbook.`,
    });
  }

  watchFunction({ folder, function: watched }: DeskFunction): void {
    this.#above(`${folder} fails`, 0, watched.metricErrors(sum), {
      alarmDescription: `functions/${folder} ended with an error; its log says why.`,
    });
    this.#above(`${folder} is throttled`, 0, watched.metricThrottles(sum), {
      alarmDescription: `functions/${folder} was held back: raise the account's concurrency.`,
    });
  }

  /** A page, a clock or an escalation that ends in any other way than by its own will. */
  watchWorkflow(name: string, { machine }: WorkflowMachine): void {
    for (const [what, metric] of [
      ['failed', machine.metricFailed(sum)],
      ['timed out', machine.metricTimedOut(sum)],
      ['was aborted', machine.metricAborted(sum)],
    ] as const)
      this.#above(`${name} ${what}`, 0, metric, {
        alarmDescription: `An execution of workflows/${name} ${what}: somebody may wait for a page, a warning or an escalation in vain.`,
      });
  }

  /** Effects of commits wait in the stream: mail that was promised does not leave. */
  watchStreamAge({ folder, function: reader }: DeskFunction): void {
    const metric = reader.metric('IteratorAge', most);
    this.#above(`${folder} lags`, Duration.minutes(1).toMilliseconds(), metric, {
      alarmDescription: `functions/${folder} is more than a minute behind the table's stream.`,
      evaluationPeriods: 2,
    });
  }

  watchIntakeAge(queue: IQueue): void {
    this.#above('Intake lags', 120, queue.metricApproximateAgeOfOldestMessage(most), {
      alarmDescription: 'Mail waits more than two minutes to become a case; an emergency may be in it.',
      evaluationPeriods: 2,
    });
  }

  /** A count of the desk's own, as functions/telemetry.ts writes it. */
  watchCount(metricName: string, { folder }: DeskFunction, alarmDescription: string): void {
    const metric = new Metric({
      namespace: 'Harborwatch',
      metricName,
      dimensionsMap: { service: folder },
      ...sum,
    });
    this.#above(metricName, 0, metric, { alarmDescription });
  }

  #above(name: string, threshold: number, metric: IMetric, options: Partial<AlarmProps>): void {
    const alarm = new Alarm(this, name, {
      evaluationPeriods: 1,
      ...options,
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      // No data is no trouble: these metrics are only written when there is something to count.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }
}

const sum = { period: minute, statistic: Stats.SUM };
const most = { period: minute, statistic: Stats.MAXIMUM };
