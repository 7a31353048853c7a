import * as z from 'zod/mini';
import { deskEnv, signInEnv } from '../compose/env.ts';

export const env = z.extend(deskEnv, signInEnv.shape);
