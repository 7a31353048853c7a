import type { DeskConfig } from '../../core/config/desk-config.ts';
import { withPromises } from './promises-config.ts';

const evening = { fri: [['18:00', '23:00']], sat: [['18:00', '23:00']], sun: [['18:00', '23:00']] };
const late = { fri: [['20:00', '22:00']], sat: [['20:00', '22:00']] };

/**
 * The promises of `withPromises` for a desk that opens when the bed starts, Friday 18:00, until 23:00 at each day of
 * the week-end. Payments is there from 20:00 to 22:00.
 */
export function inEveningHours(config: DeskConfig): DeskConfig {
  return withPromises(config, {
    calendars: {
      office: { timezone: 'UTC', hours: evening },
      payments: { timezone: 'UTC', hours: late },
    },
  });
}
