import * as z from 'zod/mini';
import { bucketEnv, mailDomainEnv, pushEnv, signerEnv, tableEnv, workflowsEnv } from '../compose/env.ts';

export const env = z.object({
  ...bucketEnv.shape,
  ...mailDomainEnv.shape,
  ...pushEnv.shape,
  ...signerEnv.shape,
  ...tableEnv.shape,
  ...workflowsEnv.shape,
});
