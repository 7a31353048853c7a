/** Edit distance with adjacent swaps counted once (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The one of `known` that `word` is most likely a misspelling of; null when none is close. */
export function closest(word: string, known: readonly string[]): string | null {
  const given = word.slice(0, 80).toLowerCase();
  const ranked = known
    .map((name) => ({ name, away: distance(given, name.toLowerCase()) }))
    .toSorted((a, b) => a.away - b.away);
  const best = ranked[0];
  return best && best.away <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null;
}

/** `; did you mean "users"?` when one of `known` is close to `word`, else what is known. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = closest(word, known);
  if (meant !== null) return `; did you mean "${meant}"?`;
  return known.length === 0 || known.length > 12 ? '' : `; known here: ${known.join(', ')}`;
}
