import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconFlame,
  IconMinus,
  IconPlayerPause,
} from '@tabler/icons-react';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import type { BadgeColour } from '../../../core/sla/countdown.ts';
import type { Countable } from '../../../core/sla/next-promise.ts';
import { usePolicySet } from '../api/sla.ts';
import classes from './badge.module.css';
import { nameOfClock, sumWords } from './clock-words.ts';
import { HoverCard } from './hover-card.tsx';
import { PromiseCard } from './promise-card.tsx';
import { type CountedDown, useCountdown } from './use-countdown.ts';
import { localZone, zoneTime } from './zone-time.ts';

const icons = {
  green: IconClock,
  amber: IconAlertTriangle,
  red: IconFlame,
  paused: IconPlayerPause,
  met: IconCircleCheck,
  missed: IconCircleX,
  none: IconMinus,
} satisfies Record<BadgeColour, unknown>;

/** Colour, shape and words tell alike. */
const moods: Readonly<Record<BadgeColour, string>> = {
  green: 'in time',
  amber: 'getting short',
  red: 'pressing',
  paused: 'paused',
  met: 'kept',
  missed: 'missed',
  none: 'without a due time',
};

interface Props {
  readonly clock: Countable | ClockState;
  /** In a list, the promise is named beside its countdown. */
  readonly named?: boolean;
}

/** What is left of a promise, by the desk's clock; what it follows from shows on hover, focus and tap. */
export function CountdownBadge({ clock, named = false }: Props) {
  const policies = usePolicySet(clock.promise.policyVersion);
  const countdown = useCountdown(clock, policies.data?.calendars ?? null);
  const name = nameOfClock(clock);
  const colour = countdown?.colour ?? 'none';
  const Icon = icons[colour];
  const label = countdown?.label ?? fallbackLabel(clock);
  const isPaused = countdown !== null && clock.state === 'paused' && countdown.businessMs !== null;
  return (
    <HoverCard
      className={classes.badge}
      data-colour={colour}
      data-state={clock.state}
      aria-label={ariaLabel(name, label, colour, countdown)}
      card={
        <PromiseCard
          clock={clock}
          countdown={countdown}
          policies={policies.data ?? null}
          error={policies.error}
        />
      }
    >
      <Icon size={15} aria-hidden className={classes.icon} />
      <span className={classes.label}>
        <span className="numbers">{named && isPaused ? sumWords(countdown.businessMs ?? 0) : label}</span>
        {named && <span className={classes.name}>{isPaused ? `${name}, paused` : name}</span>}
      </span>
    </HoverCard>
  );
}

/** Until the hours are known, only the wall clock can be told. */
function fallbackLabel({ dueAt }: Countable): string {
  return dueAt === null ? '…' : `due ${zoneTime(Date.parse(dueAt), localZone, Date.now())}`;
}

function ariaLabel(name: string, label: string, colour: BadgeColour, countdown: CountedDown | null): string {
  if (countdown === null) return `${name}: ${label}`;
  const { dueAt, now } = countdown;
  const due = dueAt === null ? '' : `, due ${zoneTime(Date.parse(dueAt), localZone, now)}`;
  const left = colour === 'green' || colour === 'amber' ? `${label} left` : label;
  return `${name}: ${left}, ${moods[colour]}${due}`;
}
