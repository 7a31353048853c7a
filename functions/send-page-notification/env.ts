export { deskEnv as env } from '../compose/env.ts';
