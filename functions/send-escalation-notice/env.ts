import * as z from 'zod/mini';
import { mailDomainEnv, publicUrlEnv, pushEnv, signerEnv, tableEnv } from '../compose/env.ts';

export const env = z.object({
  ...mailDomainEnv.shape,
  ...publicUrlEnv.shape,
  ...pushEnv.shape,
  ...signerEnv.shape,
  ...tableEnv.shape,
});
