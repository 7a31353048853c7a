import { EventBus } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/**
 * The bus on which other systems hear what happens to promises. It goes with the stack: it keeps nothing, and its
 * events hold ids and no words of anybody.
 */
export class DeskEvents extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, deskName: string) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: deskName,
      description: 'What happens to promises of the desk; see docs/events.md',
    });
  }

  grantPublish(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['events:PutEvents'],
      resourceArns: [this.bus.eventBusArn],
    });
  }
}
