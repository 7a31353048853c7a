import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { nameOf } from './aws-errors.ts';
import { createTableInput } from './table-definition.ts';

/** Creates the table where it is absent. For one machine; on AWS the stack owns it. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<'created' | 'present'> {
  try {
    await client.send(new DescribeTableCommand({ TableName: tableName }));
    return 'present';
  } catch (error) {
    if (nameOf(error) !== 'ResourceNotFoundException') throw error;
  }
  try {
    await client.send(new CreateTableCommand(createTableInput(tableName)));
    return 'created';
  } catch (error) {
    if (nameOf(error) === 'ResourceInUseException') return 'present';
    throw error;
  }
}
