import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import type * as z from 'zod/mini';
import { ApiGatewayPush } from '../../adapters/apigateway/api-gateway-push.ts';
import type { ConnectionPush } from '../../ports/connections.ts';
import type { pushEnv } from './env.ts';

export function composePush({ SOCKET_ENDPOINT }: z.infer<typeof pushEnv>): ConnectionPush {
  return new ApiGatewayPush(new ApiGatewayManagementApiClient({ endpoint: SOCKET_ENDPOINT }));
}
