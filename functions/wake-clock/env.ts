import * as z from 'zod/mini';
import { tableEnv, workflowsEnv } from '../compose/env.ts';

export const env = z.object({
  ...tableEnv.shape,
  ...workflowsEnv.shape,
});
