import { Button } from '@mantine/core';
import { explain } from '../api/problem.ts';
import { Notice } from './notice.tsx';

interface Props {
  /** The subject of the sentence: "The queue". */
  readonly what: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
}

export function Failing({ what, error, onRetry }: Props) {
  return (
    <Notice tone="danger" title={`${what} could not be loaded`}>
      <p style={{ margin: '0 0 0.5rem' }}>{explain(error)}</p>
      {onRetry && (
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Notice>
  );
}
