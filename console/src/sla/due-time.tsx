import { deskNow } from '../time/desk-clock.ts';
import { wholeTime } from '../time/local-time.ts';
import { localZone, zoneTime } from './zone-time.ts';

/** The moment alone: how far off it is, the badge beside it counts. */
export function DueTime({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={wholeTime(at)} className="numbers">
      {zoneTime(Date.parse(at), localZone, deskNow())}
    </time>
  );
}
