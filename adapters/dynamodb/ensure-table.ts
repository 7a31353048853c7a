import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { createTableInput } from './table-definition.ts';

/** Creates the table where it is absent. For one machine; on AWS the stack owns it. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<'created' | 'present'> {
  try {
    await client.send(new DescribeTableCommand({ TableName: tableName }));
    return 'present';
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
  try {
    await client.send(new CreateTableCommand(createTableInput(tableName)));
    return 'created';
  } catch (error) {
    if (error instanceof ResourceInUseException) return 'present';
    throw error;
  }
}
