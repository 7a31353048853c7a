import * as z from 'zod/mini';
import { type DeskEventType, deskEventSchema, deskEventSchemas } from './desk-event.ts';

export const deskEventTypes = Object.keys(deskEventSchemas) as readonly DeskEventType[];

/** JSON Schema (2020-12) of the detail of an event: of one type, or of any. Fields that it does not name may come. */
export function eventJsonSchema(type: DeskEventType | null = null): object {
  const schema = type === null ? deskEventSchema : deskEventSchemas[type];
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    // Of what one reads, so that it refuses no field of a later desk.
    io: 'input',
    override: ({ jsonSchema }) => {
      // Beside `format`, it says nothing more; and every whole number of ours is a safe one.
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return { $schema, title: type ?? 'Events of a Harborwatch desk', ...rest };
}
