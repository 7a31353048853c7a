import type { Attainment } from '../core/sla/attainment.ts';
import type { BreachDay } from '../core/sla/breaches-by-day.ts';
import type { SimulatedClock } from '../core/sla/simulate.ts';
import { attainmentText } from './simulation-text.ts';

const barHeight = 16;
const left = 150;
const width = 760;
const right = 130;

/** Bars of attainment, 0 to 100 %, a pair for each clock that promised something. SVG, coloured by the page. */
export function attainmentChart(clocks: readonly SimulatedClock[]): string {
  const shown = clocks.filter(
    ({ draft, current }) => draft.ratio !== null || (current?.ratio ?? null) !== null,
  );
  const isPaired = shown.some(({ current }) => current !== null);
  const rowHeight = (isPaired ? 2 : 1) * (barHeight + 3) + 14;
  const height = shown.length * rowHeight + 30;
  const xOf = (ratio: number) => left + ratio * (width - left - right);
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (ratio) =>
      `<line class="grid" x1="${xOf(ratio)}" x2="${xOf(ratio)}" y1="4" y2="${height - 22}"/>` +
      `<text class="axis" x="${xOf(ratio)}" y="${height - 6}" text-anchor="middle">${ratio * 100} %</text>`,
  );
  const rows = shown.map(({ clock, draft, current }, i) => {
    const top = i * rowHeight + 8;
    const second = top + barHeight + 3;
    const middle = top + (isPaired ? barHeight + 2 : barHeight / 2 + 1);
    return [
      `<text class="name" x="${left - 10}" y="${middle + 4}" text-anchor="end">${clock}</text>`,
      current === null ? '' : bar('against', current, top),
      bar('draft', draft, current === null ? top : second),
    ].join('');
  });
  return svg(height, 'Attainment of each clock, draft and against', [...grid, ...rows]);

  function bar(side: string, attainment: Attainment, y: number): string {
    const to = xOf(attainment.ratio ?? 0);
    return [
      `<rect class="${side}" x="${left}" y="${y}" width="${(to - left).toFixed(1)}" height="${barHeight}" rx="2"/>`,
      `<text class="value" x="${(to + 6).toFixed(1)}" y="${y + 12.5}">${attainmentText(attainment)}</text>`,
    ].join('');
  }
}

/** Columns of breaches by day, a pair a day. */
export function breachChart(days: readonly BreachDay[]): string {
  const [top, bottom] = [14, 34];
  const height = 220;
  const wide = Math.max(width, left + days.length * 10);
  const most = Math.max(1, ...days.flatMap(({ draft, current }) => [draft, current ?? 0]));
  const step = (wide - 60) / days.length;
  const yOf = (count: number) => height - bottom - (count / most) * (height - top - bottom);
  const isPaired = days.some(({ current }) => current !== null);
  const column = Math.min(22, (step * 0.8) / (isPaired ? 2 : 1));
  const each = Math.ceil(days.length / 12);
  const columns = days.map(({ day, draft, current }, i) => {
    const middle = 45 + step * (i + 0.5);
    const start = middle - (isPaired ? column : column / 2);
    return [
      `<g><title>${day}: ${draft} under the draft${current === null ? '' : `, ${current} under against`}</title>`,
      current === null ? '' : rect('against', start, current),
      rect('draft', isPaired ? middle : start, draft),
      '</g>',
      i % each === 0
        ? `<text class="axis" x="${middle.toFixed(1)}" y="${height - 14}" text-anchor="middle">${day.slice(5)}</text>`
        : '',
    ].join('');
  });
  const lines = [...new Set([0, Math.round(most / 2), most])].map(
    (count) =>
      `<line class="grid" x1="40" x2="${wide}" y1="${yOf(count)}" y2="${yOf(count)}"/>` +
      `<text class="axis" x="34" y="${yOf(count) + 4}" text-anchor="end">${count}</text>`,
  );
  return svg(height, 'Breaches by day, draft and against', [...lines, ...columns], wide);

  function rect(side: string, x: number, count: number): string {
    const y = yOf(count);
    return `<rect class="${side}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${column.toFixed(1)}" height="${(height - bottom - y).toFixed(1)}"/>`;
  }
}

function svg(height: number, title: string, parts: readonly string[], wide = width): string {
  return `<svg viewBox="0 0 ${wide} ${height}" width="${wide}" role="img" aria-label="${title}">${parts.join('')}</svg>`;
}
