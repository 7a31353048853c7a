import * as z from 'zod/mini';
import { DomainError } from '../../core/errors.ts';
import { checked } from '../http/checked.ts';
import { strictShape } from '../http/strict-shape.ts';

const frames = {
  hello: strictShape({
    action: z.literal('hello'),
    token: z.string({ error: 'send the token that you signed in with' }),
  }),
  seen: strictShape({
    action: z.literal('seen'),
    attemptKey: z
      .string({ error: 'send the attemptKey of the page' })
      .check(z.minLength(1), z.maxLength(300, { error: 'send the attemptKey of the page, unchanged' })),
  }),
  ping: strictShape({ action: z.literal('ping') }),
};

type Frames = typeof frames;
export type Frame = { [Name in keyof Frames]: z.infer<Frames[Name]> }[keyof Frames];

/** Bytes of the largest frame; API Gateway's own limit. */
export const frameLimit = 32 * 1024;

/** @throws DomainError `frame.too-large`, `frame.malformed`, `frame.unknown-action`, `request.invalid` */
export function readFrame(body: string): Frame {
  if (Buffer.byteLength(body, 'utf8') > frameLimit)
    throw new DomainError('invalid', 'frame.too-large', `A frame has at most ${frameLimit} bytes.`);
  const value = parse(body);
  const { action } = checked(z.looseObject({ action: z.optional(z.unknown()) }), value, 'frame');
  const names = Object.keys(frames);
  const name = names.find((known) => known === action) as keyof Frames | undefined;
  if (name === undefined)
    throw new DomainError('invalid', 'frame.unknown-action', `action: send one of ${names.join(', ')}.`);
  return checked<z.core.$ZodType<Frame>>(frames[name], value, 'frame');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new DomainError('invalid', 'frame.malformed', 'A frame is one JSON object; this is not JSON.', {
      cause,
    });
  }
}
