import { deskNow, onDeskClockSet } from '../time/desk-clock.ts';
import { CountdownTicker } from './countdown-ticker.ts';

/** The page's own. A tab that was asleep or a clock that was set makes every badge look again. */
export const ticker = new CountdownTicker({
  now: deskNow,
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
});
onDeskClockSet(() => ticker.wakeAll());

export function listenForWaking(): () => void {
  const onVisible = () => {
    if (document.visibilityState === 'visible') ticker.wakeAll();
  };
  document.addEventListener('visibilitychange', onVisible);
  return () => document.removeEventListener('visibilitychange', onVisible);
}
