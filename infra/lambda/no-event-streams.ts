/**
 * In the place of the SDK's event streams, in which S3 Select answers and some other services talk. The S3 client
 * asks for them when it is made; none of our requests uses one. 14 KB.
 */
export function resolveEventStreamSerdeConfig<
  Input extends { eventStreamSerdeProvider: (options: Input) => unknown },
>(input: Input): Input & { eventStreamMarshaller: unknown } {
  return Object.assign(input, { eventStreamMarshaller: input.eventStreamSerdeProvider(input) });
}

export function eventStreamSerdeProvider(): object {
  return { serialize: leftOut, deserialize: leftOut };
}

export const EventStreamSerde = leftOut;

function leftOut(): never {
  throw new Error('event streams are left out of this bundle: see infra/bundle.ts');
}
