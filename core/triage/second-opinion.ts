import { comparePriority } from '../case/priority.ts';
import type { Verdict } from './verdict.ts';

/**
 * Joins the verdict of the rules with that of somebody else (a model, a colleague's tool). The second opinion
 * may raise, never lower: the graver priority wins, an emergency in either stays one, and all signals are kept.
 */
export function mergeOpinions(first: Verdict, second: Verdict): Verdict {
  const raises =
    second.emergency && !first.emergency ? true : comparePriority(second.priority, first.priority) < 0;
  const emergency = first.emergency || second.emergency;
  if (!raises) {
    return second.signals.length === 0 ? first : { ...first, signals: [...first.signals, ...second.signals] };
  }
  return {
    priority: emergency ? 'emergency' : second.priority,
    category: second.category,
    emergency,
    signals: [...first.signals, ...second.signals],
    why: `A second opinion raised this from ${first.priority}: ${second.why} The rules said: ${first.why}`,
  };
}
