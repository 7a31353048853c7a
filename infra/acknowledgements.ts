import { type Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

export interface Acknowledgement {
  /** Of the construct, from the stack; what lies below it is covered too. */
  readonly path: string;
  /** Exactly as the rule pack reports them. */
  readonly findings: readonly string[];
  readonly reason: string;
}

const functions = [
  'ReceiveEmail',
  'DispatchEvents',
  'PlanPage',
  'SendPageNotification',
  'AwaitPageAnswer',
  'RedrivePages',
  'WakeClock',
  'SweepClocks',
  'PlanEscalation',
  'SendEscalationNotice',
  'AwaitEscalationAnswer',
  'Api',
  'ConsoleSocket',
];
const pushing = [
  'ReceiveEmail',
  'DispatchEvents',
  'SendPageNotification',
  'SendEscalationNotice',
  'Api',
  'ConsoleSocket',
];
const blobFolders = {
  ReceiveEmail: ['raw', 'bodies'],
  DispatchEvents: ['bodies', 'sent'],
  Api: ['raw', 'bodies', 'sent'],
};
const uploader = 'Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C';

/** Each finding of the AwsSolutions rules that we leave as it is, and why. */
export const acknowledgements: readonly Acknowledgement[] = [
  ...functions.map((name) => ({
    path: `Functions/${name}/Role`,
    findings: ['AwsSolutions-IAM5[Resource::*]'],
    reason:
      name === 'DispatchEvents'
        ? 'X-Ray takes traces, and DynamoDB lists streams, under no narrower resource than *.'
        : 'X-Ray takes traces under no narrower resource than *.',
  })),
  ...pushing.map((name) => ({
    path: `Functions/${name}/Role`,
    findings: [
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<GatewaysSocket12E98FC5>/socket/POST/@connections/*]',
    ],
    reason: 'Connections come and go; they are named only while they last. The API and its stage are fixed.',
  })),
  ...Object.entries(blobFolders).map(([name, folders]) => ({
    path: `Functions/${name}/Role`,
    findings: folders.map((folder) => `AwsSolutions-IAM5[Resource::<Mail879D8D28.Arn>/${folder}/*]`),
    reason: 'Objects are made as mail comes; the function reaches these folders of the bucket alone.',
  })),
  ...['emergency-page', 'sla-clock', 'escalation'].map((name) => ({
    path: `Workflow-${name}/Role`,
    findings: ['AwsSolutions-IAM5[Resource::*]'],
    reason: 'X-Ray and the delivery of logs know no narrower resource than *.',
  })),
  {
    path: 'SigningKey',
    findings: ['AwsSolutions-SMG4'],
    reason:
      'A new key makes every signed reply address and ack link that people hold worthless; it is changed by hand, after a leak.',
  },
  {
    path: 'Gateways',
    findings: ['AwsSolutions-APIG4'],
    reason:
      'The functions verify the token themselves, on both hosts alike; ack links and sockets prove themselves by signature and first frame.',
  },
  {
    path: 'Gateways/SocketStage',
    findings: ['AwsSolutions-APIG1'],
    reason:
      'For WebSocket APIs the log needs a role in the settings of the whole account, which are not ours to change.',
  },
  {
    path: 'Console/Files',
    findings: ['AwsSolutions-S1'],
    reason: 'It holds the public build of the console, read by CloudFront alone.',
  },
  {
    path: 'Console/Distribution',
    findings: ['AwsSolutions-CFR3'],
    reason:
      'CloudFront logs whole paths, and the token of an ack link lies in the path; API Gateway logs routes.',
  },
  {
    path: 'Console/Distribution',
    findings: ['AwsSolutions-CFR4'],
    reason:
      "CloudFront's own certificate fixes its policy; a domain of your own brings a newer one (docs/deploying.md).",
  },
  {
    path: 'Console/Distribution',
    findings: ['AwsSolutions-CFR1'],
    reason: 'On-call people acknowledge from wherever they are.',
  },
  {
    path: 'Console/Distribution',
    findings: ['AwsSolutions-CFR2'],
    reason:
      'Requests are throttled by stage and tokens verified; a firewall that errs would keep an ack from us.',
  },
  {
    path: 'EffectDeadLetters',
    findings: ['AwsSolutions-SQS3'],
    reason: "It is the dead-letter queue of the table's stream, which the rule does not see.",
  },
  {
    path: uploader,
    findings: [
      'AwsSolutions-L1',
      'AwsSolutions-IAM5[Resource::*]',
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      'AwsSolutions-IAM5[Action::s3:GetBucket*]',
      'AwsSolutions-IAM5[Action::s3:GetObject*]',
      'AwsSolutions-IAM5[Action::s3:List*]',
      'AwsSolutions-IAM5[Action::s3:Abort*]',
      'AwsSolutions-IAM5[Action::s3:DeleteObject*]',
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]',
      'AwsSolutions-IAM5[Resource::<ConsoleFiles2D43986C.Arn>/*]',
    ],
    reason:
      "CDK's own uploader of the console: it runs while deploying and reaches its assets and that bucket.",
  },
];

/** @throws Error for a path that the stack has not: an acknowledgement must not outlive what it is for */
export function acknowledgeFindings(stack: Stack): void {
  for (const { path, findings, reason } of acknowledgements) {
    const construct = path.split('/').reduce<IConstruct>((above, part) => above.node.findChild(part), stack);
    const rules = findings.map((finding) => ({ id: `AwsSolutions::${finding}`, reason }));
    Validations.of(construct).acknowledge(...rules);
  }
}
