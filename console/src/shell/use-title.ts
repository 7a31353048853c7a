import { useEffect } from 'react';

/** Never a person's words or name: titles land in histories and on shared screens. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Harborwatch`;
  }, [title]);
}
