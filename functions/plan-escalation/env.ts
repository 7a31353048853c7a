export { tableEnv as env } from '../compose/env.ts';
