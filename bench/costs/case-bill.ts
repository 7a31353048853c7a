import { assumed, prices } from './prices.ts';
import { sumOf, type Usage } from './usage.ts';

/** One service's part of a case. */
export interface BillLine {
  readonly what: string;
  readonly count: number;
  readonly usd: number;
}

/** What one case costs, by service; lambda's time is the one line that is assumed and not counted. */
export function billOf(usage: Usage): BillLine[] {
  const { mailsIn, mailsOut } = usage;
  const invocations = sumOf(usage.invocations);
  const line = (what: string, count: number, price: number): BillLine => ({
    what,
    count,
    usd: count * price,
  });
  return [
    line('DynamoDB write units', sumOf(usage.writes), prices.writeUnit),
    line('DynamoDB read units', perCaseReads(usage), prices.readUnit),
    line('Step Functions transitions', sumOf(usage.states), prices.stateTransition),
    line('Lambda invocations', invocations, prices.invocation),
    line(
      `Lambda time at ${assumed.invocationMs} ms and ${assumed.memoryGb} GB each`,
      invocations,
      (assumed.invocationMs / 1_000) * assumed.memoryGb * prices.gigabyteSecond,
    ),
    line('API requests', usage.invocations.api ?? 0, prices.apiRequest),
    // The raw mail is put by SES and read once; sent, received and deleted by the queue.
    line(
      'S3, SNS and SQS for a mail received',
      mailsIn,
      prices.objectPut + prices.objectGet + prices.publish + 3 * prices.queueRequest,
    ),
    line('SES: mails received', mailsIn, prices.mailIn),
    line('SES: mails sent', mailsOut, prices.mailOut),
  ];
}

/**
 * What a schedule reads each minute whatever the cases do is a cost of the month, not of the case; and the desk on
 * one machine asks for some things more often than a Lambda, for some less.
 */
const notOfTheCase = [
  'list MARKS',
  'list PAGES',
  'list FAILED',
  'list EXPIRES',
  'query OUTBOX',
  'query CONNECTIONS',
  'current-config',
];

/** At worst: each invocation looks which configuration is in force, each that tells consoles lists them. */
export function perCaseReads({ reads, invocations }: Usage): number {
  const counted = Object.entries(reads).filter(([kind]) => !notOfTheCase.includes(kind));
  return (
    sumOf(Object.fromEntries(counted)) + sumOf(invocations) + 0.5 * (invocations['dispatch-events'] ?? 0)
  );
}
