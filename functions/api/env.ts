import * as z from 'zod/mini';
import {
  bucketEnv,
  intakeQueueEnv,
  mailDomainEnv,
  publicUrlEnv,
  pushEnv,
  signerEnv,
  signInEnv,
  tableEnv,
  workflowsEnv,
} from '../compose/env.ts';

export const env = z.object({
  ...bucketEnv.shape,
  ...intakeQueueEnv.shape,
  ...mailDomainEnv.shape,
  ...publicUrlEnv.shape,
  ...pushEnv.shape,
  ...signInEnv.shape,
  ...signerEnv.shape,
  ...tableEnv.shape,
  ...workflowsEnv.shape,
});
