import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './feedback.module.css';

/** Says so only when it takes a while: most answers come before the eye would see a spinner. */
export function Loading({ what }: { readonly what: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes.center} role="status" aria-live="polite">
      {slow && (
        <>
          <Loader size="sm" aria-hidden /> Loading {what}…
        </>
      )}
    </div>
  );
}
