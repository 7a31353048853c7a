import { useEffect, useRef } from 'react';
import type { Case } from '../../../core/case/case.ts';
import { announce } from '../shell/announcer.tsx';

/** Tells a screen reader about cases that came in while the view was open; loading more is not news. */
export function useAnnounceNew(view: string, cases: readonly Case[] | undefined): void {
  const known = useRef<{ view: string; ids: ReadonlySet<string>; newestAt: string } | null>(null);
  useEffect(() => {
    if (!cases) return;
    const before = known.current;
    const ids = new Set(cases.map(({ id }) => id));
    const newestAt = cases.reduce((newest, { createdAt }) => (createdAt > newest ? createdAt : newest), '');
    known.current = { view, ids, newestAt };
    if (before?.view !== view) return;
    const fresh = cases.filter(({ id, createdAt }) => !before.ids.has(id) && createdAt > before.newestAt);
    if (fresh.length > 0) announce(sentence(fresh));
  }, [view, cases]);
}

function sentence(fresh: readonly Case[]): string {
  const emergencies = fresh.filter(({ priority }) => priority === 'emergency').length;
  const first = fresh.length === 1 ? 'One new case' : `${fresh.length} new cases`;
  return emergencies === 0 ? `${first}.` : `${first}, ${emergencies} of them an emergency.`;
}
