import * as iam from 'aws-cdk-lib/aws-iam';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { CaseTable } from './case-table.ts';
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
  readonly signingKey: ISecret;
  readonly deskName: string;
}

const pageWorkflow = 'emergency-page';

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
    api,
    consoleSocket,
  } = functions;
  const onPages = (grantee: iam.IGrantable, action: string) => {
    const resourceArns = [machineArn(table, resources.deskName, pageWorkflow)];
    iam.Grant.addToPrincipal({ grantee, actions: [action], resourceArns });
  };
  const startPages = (grantee: iam.IGrantable) => onPages(grantee, 'states:StartExecution');
  const answerPages = (grantee: iam.IGrantable) => onPages(grantee, 'states:SendTaskSuccess');
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
  startPages(receiveEmail.role);
  answerPages(receiveEmail.role);
  sign(receiveEmail.role);

  tell(dispatchEvents.role);
  intake.grantBlobs(dispatchEvents.role, { reads: ['bodies/'], writes: ['sent/'] });
  intake.grantSend(dispatchEvents.role);
  startPages(dispatchEvents.role);
  answerPages(dispatchEvents.role);
  sign(dispatchEvents.role);

  table.grantUse(planPage.role);

  tell(sendPageNotification.role);
  intake.grantSend(sendPageNotification.role);
  sign(sendPageNotification.role);

  table.grantUse(awaitPageAnswer.role);
  answerPages(awaitPageAnswer.role);

  table.grantLists(redrivePages.role);
  startPages(redrivePages.role);

  tell(api.role, true);
  intake.grantBlobs(api.role, { reads: [intake.rawKeyPrefix, 'bodies/', 'sent/'], writes: ['bodies/'] });
  intake.grantEnqueue(api.role);
  answerPages(api.role);
  sign(api.role);

  tell(consoleSocket.role);
}
