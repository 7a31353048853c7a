import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { DeskFunctions } from './desk-functions.ts';
import type { MailIntake } from './mail-intake.ts';

/** The queue of mail, the stream of effects and the clock, to the functions that work them off. */
export function feedFunctions(
  scope: Construct,
  functions: DeskFunctions,
  sources: {
    readonly intake: MailIntake;
    readonly table: CaseTable;
    readonly effectDeadLetters: DeadLetterQueue;
  },
): void {
  const { intake, table, effectDeadLetters } = sources;
  functions.receiveEmail.function.addEventSource(
    new SqsEventSource(intake.queue, {
      // The emergencies of a batch are committed before the rest of it.
      batchSize: 10,
      // A mail that fails does not bring back the nine beside it.
      reportBatchItemFailures: true,
      // Under a flood 1,000 mails at a time, so that an emergency among them does not wait its turn, and yet
      // room in the account for those that page.
      maxConcurrency: 100,
    }),
  );

  // Nothing is kept of a minute that failed: the next one looks again at everything.
  new Rule(scope, 'EachMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [functions.redrivePages, functions.sweepClocks].map(
      (each) => new LambdaTarget(each.function, { retryAttempts: 0 }),
    ),
  });

  const { role, function: dispatcher } = functions.dispatchEvents;
  table.grantStream(role);
  effectDeadLetters.grantSend(role);
  new EventSourceMapping(scope, 'Effects', {
    target: dispatcher,
    eventSourceArn: table.streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    // As functions/dispatch-events/event.ts reads them; all else in the stream is never paid for.
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { NewImage: { entity: { S: FilterRule.isEqual('outbox') } } },
      }),
    ],
    batchSize: 25,
    // Effects of one case stay in order; those of others do not wait for them.
    parallelizationFactor: 10,
    // What failed is given again from the first failure on, and never the batch as a whole.
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    // As often as an hour allows. Then it is named in the queue, and kept in the table for a week.
    retryAttempts: -1,
    maxRecordAge: Duration.hours(1),
    // Not SqsDlq, which grants with wildcards of its own.
    onFailure: { bind: () => ({ destination: effectDeadLetters.queue.queueArn }) },
  });
}
