import type { Unread } from '../promises-draft.ts';

/** `50 %, 80` as [50, 80]; an empty text is none. The range is for the schema to judge. */
export function readPercents(text: string): readonly number[] | Unread {
  if (text.trim() === '') return [];
  const parts = text.split(',').map((part) => /^(\d{1,4}) ?%?$/.exec(part.trim())?.[1]);
  if (parts.every((part) => part !== undefined)) return parts.map(Number);
  return { unread: text, problem: 'write whole percents with commas between them, such as 50 %, 80 %' };
}
