import * as z from 'zod/mini';
import {
  bucketEnv,
  eventBusEnv,
  mailDomainEnv,
  pushEnv,
  signerEnv,
  tableEnv,
  workflowsEnv,
} from '../compose/env.ts';

export const env = z.object({
  ...bucketEnv.shape,
  ...eventBusEnv.shape,
  ...mailDomainEnv.shape,
  ...pushEnv.shape,
  ...signerEnv.shape,
  ...tableEnv.shape,
  ...workflowsEnv.shape,
});
