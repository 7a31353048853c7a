import { startTestDynamo } from '../dynamodb.ts';
import { caseStoreContract } from './case-store-contract.ts';

caseStoreContract('the embedded server', startTestDynamo);
