import * as z from 'zod';
import { isLocalDate } from './local-day.ts';

/** A day of the Gregorian calendar, `YYYY-MM-DD`. */
export const localDateSchema = z.string().refine(isLocalDate, { error: 'write a date as YYYY-MM-DD' });
