import { describe, expect, it } from 'vitest';
import { dynamodbLocalFolder, hasJava, startDynamodbLocal } from '../../local/store/start-dynamodb-local.ts';
import { testDynamoOn } from '../dynamodb.ts';
import { caseStoreContract } from './case-store-contract.ts';

const folder = dynamodbLocalFolder();
const mandatory = process.env.CI === 'true';

if (folder !== null && (hasJava() || mandatory))
  caseStoreContract('DynamoDB Local', async () => testDynamoOn(await startDynamodbLocal(folder, null)));
else {
  console.log(
    'LEFT OUT: the case store on DynamoDB Local. Install Java 17 to include it; CI=true demands it.',
  );
  describe('the conformance check against DynamoDB Local', () => {
    it('is left out only outside CI', () => {
      expect(mandatory).toBe(false);
    });
  });
}
