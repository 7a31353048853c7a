import { useState } from 'react';
import { durationProblem, durationText, readDuration } from '../duration-text.ts';
import { type DraftMinutes, isUnread } from '../promises-draft.ts';

/** What a field shows while it is typed in, and what it means at each key stroke. */
export function useDurationText(
  value: DraftMinutes | undefined,
  isRequired: boolean,
  onChange: (value: DraftMinutes | undefined) => void,
) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? durationWords(value),
    onChange: (event: { currentTarget: { value: string } }) => {
      const text = event.currentTarget.value;
      setTyped(text);
      onChange(meaningOf(text, isRequired));
    },
    // From then on it reads as everybody's lengths do: 90 min as 1 h 30 min.
    onBlur: () => setTyped(null),
  };
}

export function durationWords(value: DraftMinutes | undefined): string {
  if (value === undefined) return '';
  return isUnread(value) ? value.unread : durationText(value);
}

function meaningOf(text: string, isRequired: boolean): DraftMinutes | undefined {
  if (text.trim() === '' && !isRequired) return undefined;
  return readDuration(text) ?? { unread: text, problem: durationProblem(text) };
}
