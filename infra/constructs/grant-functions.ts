import * as iam from 'aws-cdk-lib/aws-iam';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { WorkflowName } from '../../workflows/bindings.ts';
import type { CaseTable } from './case-table.ts';
import type { DeskEvents } from './desk-events.ts';
import type { DeskFunctions } from './desk-functions.ts';
import type { DeskKey } from './desk-key.ts';
import type { Gateways } from './gateways.ts';
import type { MailIntake } from './mail-intake.ts';
import { machineArn } from './workflow-machine.ts';

export interface GrantedResources {
  readonly key: DeskKey;
  readonly table: CaseTable;
  readonly intake: MailIntake;
  readonly gateways: Gateways;
  readonly events: DeskEvents;
  readonly signingKey: ISecret;
  readonly deskName: string;
}

/** What each Lambda may do, by hand, beside its log and trace: what its use cases call, and no more. */
export function grantFunctions(functions: DeskFunctions, resources: GrantedResources): void {
  const { table, intake, gateways } = resources;
  const {
    receiveEmail,
    dispatchEvents,
    planPage,
    sendPageNotification,
    awaitPageAnswer,
    redrivePages,
    wakeClock,
    sweepClocks,
    planEscalation,
    sendEscalationNotice,
    awaitEscalationAnswer,
    api,
    consoleSocket,
  } = functions;
  const on = (grantee: iam.IGrantable, action: string, names: readonly WorkflowName[]) => {
    const resourceArns = names.map((name) => machineArn(table, resources.deskName, name));
    iam.Grant.addToPrincipal({ grantee, actions: [action], resourceArns });
  };
  const start = (grantee: iam.IGrantable, ...names: readonly WorkflowName[]) =>
    on(grantee, 'states:StartExecution', names);
  const answer = (grantee: iam.IGrantable, ...names: readonly WorkflowName[]) =>
    on(grantee, 'states:SendTaskSuccess', names);
  const sign = (grantee: iam.IGrantable) => {
    const resourceArns = [resources.signingKey.secretArn];
    iam.Grant.addToPrincipal({ grantee, actions: ['secretsmanager:GetSecretValue'], resourceArns });
    resources.key.grantUse(grantee, ['secretsmanager']);
  };
  // Whoever tells consoles also forgets those that are gone.
  const tell = (grantee: iam.IGrantable, lists = false) => {
    table.grantUse(grantee, { removes: true, lists });
    gateways.grantPush(grantee);
  };

  tell(receiveEmail.role);
  intake.grantBlobs(receiveEmail.role, { reads: [intake.rawKeyPrefix], writes: ['bodies/'] });
  start(receiveEmail.role, 'emergency-page');
  answer(receiveEmail.role, 'emergency-page');
  sign(receiveEmail.role);

  tell(dispatchEvents.role);
  intake.grantBlobs(dispatchEvents.role, { reads: ['bodies/'], writes: ['sent/'] });
  intake.grantSend(dispatchEvents.role);
  resources.events.grantPublish(dispatchEvents.role);
  start(dispatchEvents.role, 'emergency-page', 'sla-clock', 'escalation');
  answer(dispatchEvents.role, 'emergency-page', 'escalation');
  sign(dispatchEvents.role);

  table.grantUse(planPage.role);

  tell(sendPageNotification.role);
  intake.grantSend(sendPageNotification.role);
  sign(sendPageNotification.role);

  table.grantUse(awaitPageAnswer.role);
  answer(awaitPageAnswer.role, 'emergency-page');

  table.grantLists(redrivePages.role);
  start(redrivePages.role, 'emergency-page');

  table.grantUse(wakeClock.role);
  start(wakeClock.role, 'sla-clock');

  table.grantUse(sweepClocks.role, { lists: true });
  start(sweepClocks.role, 'escalation');

  table.grantUse(planEscalation.role);

  tell(sendEscalationNotice.role);
  intake.grantSend(sendEscalationNotice.role);
  sign(sendEscalationNotice.role);

  table.grantUse(awaitEscalationAnswer.role);
  answer(awaitEscalationAnswer.role, 'escalation');

  tell(api.role, true);
  intake.grantBlobs(api.role, { reads: [intake.rawKeyPrefix, 'bodies/', 'sent/'], writes: ['bodies/'] });
  intake.grantEnqueue(api.role);
  answer(api.role, 'emergency-page');
  sign(api.role);

  tell(consoleSocket.role);
}
