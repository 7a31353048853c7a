import * as z from 'zod/mini';
import { pushEnv, signInEnv, tableEnv } from '../compose/env.ts';

export const env = z.object({
  ...pushEnv.shape,
  ...signInEnv.shape,
  ...tableEnv.shape,
});
