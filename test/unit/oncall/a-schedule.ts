import { type Schedule, scheduleSchema } from '../../../core/oncall/schedule.ts';

/** A schedule as it is written, through the schema as every schedule goes. */
export function aSchedule(written: unknown): Schedule {
  return scheduleSchema.parse(written);
}

export const utc = (text: string) => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`${text} is not an instant`);
  return at;
};
