import { describe, expect, it } from 'vitest';
import { dynamodbLocalFolder, hasJava, startDynamodbLocal } from '../../local/store/start-dynamodb-local.ts';
import { testDynamoOn } from '../dynamodb.ts';
import { caseStoreContract } from './case-store-contract.ts';

const folder = dynamodbLocalFolder();
const possible = folder !== null && hasJava();
const mandatory = process.env.CI === 'true';

function includeDynamodbLocal(): void {
  caseStoreContract('DynamoDB Local', async () => testDynamoOn(await startDynamodbLocal(folder ?? '', null)));
}

function leaveOutDynamodbLocal(): void {
  console.log(
    'LEFT OUT: the case store on DynamoDB Local. Install Java 17 to include it; CI=true demands it.',
  );
  describe('the conformance check against DynamoDB Local', () => {
    it('is left out only outside CI', () => {
      expect(mandatory).toBe(false);
    });
  });
}

const collect = possible ? includeDynamodbLocal : leaveOutDynamodbLocal;
collect();
