import { Tooltip } from '@mantine/core';
import type { Signal } from '../../../core/triage/verdict.ts';
import classes from './message.module.css';
import { signalWords } from './signal-words.ts';
import { textSegments } from './text-segments.ts';
import { spoken } from './vocabulary-words.ts';

/** A writer's words, never as markup: signs of risk marked, addresses shown with their real host and not linked. */
export function MarkedText({
  text,
  signals,
}: {
  readonly text: string;
  readonly signals: readonly Signal[];
}) {
  return textSegments(text, signals).map((segment) => {
    if (segment.kind === 'plain') return segment.text;
    if (segment.kind === 'link') {
      return (
        <span
          key={segment.start}
          className={classes.address}
          title={`Not a link on purpose. It leads to ${segment.host}.`}
        >
          {segment.text} <span className={classes.host}>[{segment.host}]</span>
        </span>
      );
    }
    const { signal } = segment;
    const weak = signal.suppressedBy !== undefined;
    return (
      <Tooltip
        key={segment.start}
        label={signalWords(signal)}
        events={{ hover: true, focus: true, touch: true }}
        multiline
        maw={320}
        withArrow
      >
        <mark className={classes.mark} data-level={signal.level} data-weak={weak || undefined} tabIndex={0}>
          <span className="sr-only">
            {weak ? 'weakened sign' : 'sign'} of {spoken(signal.category).toLowerCase()}:{' '}
          </span>
          {segment.text}
        </mark>
      </Tooltip>
    );
  });
}
