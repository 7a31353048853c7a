import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { MessageAttribute } from '../queue/queued-message.ts';

export const attributesSchema = z.record(
  z.string().min(1).max(256),
  z.object({
    DataType: z.string().regex(/^(String|Number|Binary)(\..+)?$/),
    StringValue: z.string().optional(),
    BinaryValue: z.base64().optional(),
  }),
);

export type WireAttributes = z.infer<typeof attributesSchema>;

export function fromWire(attributes: WireAttributes): Record<string, MessageAttribute> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { dataType: DataType, value: (isBinary(DataType) ? BinaryValue : StringValue) ?? '' },
    ]),
  );
}

export function toWire(attributes: Readonly<Record<string, MessageAttribute>>): WireAttributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { dataType, value }]) => [
      name,
      { DataType: dataType, ...(isBinary(dataType) ? { BinaryValue: value } : { StringValue: value }) },
    ]),
  );
}

/** docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html: MD5 of attributes. */
export function md5OfAttributes(attributes: Readonly<Record<string, MessageAttribute>>): string {
  const hash = createHash('md5');
  const add = (bytes: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const name of Object.keys(attributes).sort()) {
    const { dataType, value } = attributes[name] as MessageAttribute;
    add(Buffer.from(name));
    add(Buffer.from(dataType));
    hash.update(Uint8Array.of(isBinary(dataType) ? 2 : 1));
    add(Buffer.from(value, isBinary(dataType) ? 'base64' : 'utf8'));
  }
  return hash.digest('hex');
}

function isBinary(dataType: string): boolean {
  return dataType.startsWith('Binary');
}
