import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { tableDefinition } from '../../adapters/dynamodb/table-definition.ts';
import type { DeskKey } from './desk-key.ts';

export interface TableUse {
  /** Takes items away, beside reading and writing them. */
  readonly removes?: boolean;
  /** Reads the lists that the indexes hold. */
  readonly lists?: boolean;
}

/** The table of adapters/dynamodb, as on the single machine; here it streams its outbox and survives the stack. */
export class CaseTable extends Construct {
  readonly table: Table;
  readonly #key: DeskKey;

  constructor(scope: Construct, id: string, key: DeskKey) {
    super(scope, id);
    this.#key = key;
    const { partitionKey, sortKey, indexes, ttlAttribute, streamViewType } = tableDefinition;
    this.table = new Table(this, 'Table', {
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: ttlAttribute,
      stream: StreamViewType[streamViewType],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key.key,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const index of indexes)
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
      });
  }

  /** TransactWriteItems has no action of its own: it asks for those of the items in it. */
  grantUse(grantee: iam.IGrantable, { removes = false, lists = false }: TableUse = {}): void {
    const { tableArn } = this.table;
    iam.Grant.addToPrincipal({
      grantee,
      actions: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        ...(removes ? ['dynamodb:DeleteItem'] : []),
      ],
      resourceArns: [tableArn],
    });
    if (lists) this.grantLists(grantee);
    this.#key.grantUse(grantee, ['dynamodb']);
  }

  /** Reading the lists that the indexes hold, and nothing else. */
  grantLists(grantee: iam.IGrantable): void {
    const resourceArns = tableDefinition.indexes.map(({ name }) => `${this.table.tableArn}/index/${name}`);
    iam.Grant.addToPrincipal({ grantee, actions: ['dynamodb:Query'], resourceArns });
    this.#key.grantUse(grantee, ['dynamodb']);
  }

  /** The stream's reader; ListStreams knows no resource. */
  grantStream(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resourceArns: [this.streamArn],
    });
    iam.Grant.addToPrincipal({ grantee, actions: ['dynamodb:ListStreams'], resourceArns: ['*'] });
  }

  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error(`${Stack.of(this).stackName}: the table has no stream`);
    return tableStreamArn;
  }
}

function text(name: string): Attribute {
  return { name, type: AttributeType.STRING };
}
