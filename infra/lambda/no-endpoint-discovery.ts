/**
 * In the place of the cache of discovered endpoints, which the DynamoDB client makes and would use only for a
 * command with the discovery middleware: none has it, and a test holds that no bundle does. 8 KB.
 */
export class EndpointCache {
  readonly get = leftOut;
  readonly getEndpoint = leftOut;
  readonly set = leftOut;
  readonly has = leftOut;
  readonly delete = leftOut;
  readonly clear = leftOut;
}

function leftOut(): never {
  throw new Error('endpoint discovery is left out of this bundle: see infra/bundle.ts');
}
