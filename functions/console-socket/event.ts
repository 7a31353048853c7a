import * as z from 'zod/mini';

/**
 * What we read of an API Gateway WebSocket event. Ours, because the published schemas refuse valid events.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
 */
export const socketEventSchema = z.object({
  requestContext: z.object({
    routeKey: z.string(),
    connectionId: z.string(),
    requestId: z.string(),
  }),
  body: z.optional(z.nullable(z.string())),
  isBase64Encoded: z.optional(z.boolean()),
});

export type SocketEvent = z.infer<typeof socketEventSchema>;

/** API Gateway reads only the status; what went wrong reaches the console as an `error` frame. */
export interface SocketResult {
  readonly statusCode: number;
}
