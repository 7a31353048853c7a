import { useEffect } from 'react';

/** The tab's title alternates while a page rings, so that a tab in the background is found. */
export function useFlashingTitle(flashing: boolean): void {
  useEffect(() => {
    if (!flashing) return;
    const alarm = '(!) EMERGENCY PAGE';
    let usual = document.title;
    const timer = setInterval(() => {
      if (document.title === alarm) {
        document.title = usual;
        return;
      }
      usual = document.title;
      document.title = alarm;
    }, 1000);
    return () => {
      clearInterval(timer);
      document.title = usual;
    };
  }, [flashing]);
}
