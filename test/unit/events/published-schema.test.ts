import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventsCommand } from '../../../cli/events.ts';
import { deskEventSchema } from '../../../core/events/desk-event.ts';
import { deskEventTypes, eventJsonSchema } from '../../../core/events/event-json-schema.ts';
import { sampleEvents } from './sample-events.ts';

const docs = join(import.meta.dirname, '../../../docs');

async function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await eventsCommand(args, {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, out: out.join(''), err: err.join('') };
}

test('the published schema is what the code has; `harborwatch events schema > docs/events.schema.json` renews it', () => {
  expect(JSON.parse(readFileSync(join(docs, 'events.schema.json'), 'utf8'))).toEqual(eventJsonSchema());
});

test('the guide shows each event as the code makes it', () => {
  const guide = readFileSync(join(docs, 'events.md'), 'utf8');
  const shown = [...guide.matchAll(/```json\n(.*?)```/gs)]
    .map(([, text = '']) => JSON.parse(text) as Record<string, unknown>)
    .map((example) => ('detail' in example ? example['detail'] : example));
  expect(shown).toEqual(deskEventTypes.map((type) => sampleEvents[type]));
});

test.each(deskEventTypes)(
  '%s has an example that its schema takes, and takes again with a field more',
  (type) => {
    const event = sampleEvents[type];
    expect(deskEventSchema.parse(event)).toEqual(event);
    expect(deskEventSchema.parse({ ...event, later: true })).toEqual(event);
    expect(JSON.stringify(eventJsonSchema(type))).not.toContain('additionalProperties');
  },
);

test('the command prints one schema or all, and names what it does not know', async () => {
  expect(JSON.parse((await command('schema')).out)).toEqual(eventJsonSchema());
  expect(JSON.parse((await command('schema', 'sla.breached.v1')).out)).toMatchObject({
    title: 'sla.breached.v1',
    properties: { type: { const: 'sla.breached.v1' } },
  });
  expect(await command('schema', 'sla.breach.v1')).toEqual({
    code: 2,
    out: '',
    err: 'harborwatch events: there is no event "sla.breach.v1"; did you mean sla.breached.v1? (see harborwatch events --help)\n',
  });
  expect((await command('tail')).err).toContain('there is no "tail"; use schema');
  expect((await command('--help')).out).toContain('escalation.ended.v1');
});
