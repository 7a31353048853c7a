import { explain } from '../api/problem.ts';
import { clockTime } from '../time/local-time.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly what: string;
  readonly error: unknown;
  readonly sinceMs: number;
}

/** What is on screen is old: say so, and since when. */
export function StaleNotice({ what, error, sinceMs }: Props) {
  return (
    <Notice
      tone="warn"
      role="status"
      title={`${what} is as of ${clockTime(new Date(sinceMs).toISOString())}`}
    >
      {explain(error)} It is tried again by itself.
    </Notice>
  );
}
