import { useNow } from '../time/use-now.ts';
import classes from './page-banner.module.css';
import { usePaging } from './paging-context.tsx';

/** Why it rings or does not, and how to change that; only while a page was sent to this person. */
export function BannerSound() {
  const { ringing, silencedUntilMs, sound, silence } = usePaging();
  const now = useNow(1000);
  const silentFor = Math.ceil((silencedUntilMs - now) / 1000);
  if (silentFor > 0) {
    return (
      <p className={classes.sound} role="status">
        <span>Sound is silenced for {silentFor} s, then rings again.</span>
      </p>
    );
  }
  if (!ringing) return null;
  return (
    <p className={classes.sound}>
      {sound.state === 'ready' && (
        <>
          <span>This page is for you.</span>
          <button type="button" className={classes.soundButton} onClick={silence}>
            Silence for 1 minute
          </button>
        </>
      )}
      {sound.state === 'blocked' && (
        <span role="alert">This page is for you. The browser holds back the sound: press any key.</span>
      )}
      {sound.state === 'off' && (
        <>
          <span>This page is for you. Sound is off on this computer.</span>
          <button type="button" className={classes.soundButton} onClick={() => void sound.turnOn()}>
            Turn on sound
          </button>
        </>
      )}
    </p>
  );
}
