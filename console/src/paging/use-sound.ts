import { useEffect, useMemo, useState } from 'react';
import { AlarmSound, type SoundState } from './alarm-sound.ts';

export interface Sound {
  readonly state: SoundState;
  readonly turnOn: () => Promise<void>;
  readonly turnOff: () => void;
}

/** Rings while `ringing`. */
export function useSound(ringing: boolean): Sound {
  const [, redraw] = useState(0);
  const alarm = useMemo(() => new AlarmSound(() => redraw((count) => count + 1)), []);

  useEffect(() => {
    const wake = () => void alarm.wake();
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', wake);
    return () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
    };
  }, [alarm]);

  const { state } = alarm;
  useEffect(() => {
    if (!ringing || state === 'off') return;
    alarm.start();
    return () => alarm.stop();
  }, [alarm, ringing, state]);

  return useMemo(
    () => ({ state, turnOn: () => alarm.turnOn(), turnOff: () => alarm.turnOff() }),
    [alarm, state],
  );
}
