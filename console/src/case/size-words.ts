const units = ['B', 'kB', 'MB', 'GB'] as const;

/** Bytes for people: `812 B`, `14 kB`, `3.2 MB`. */
export function sizeWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit > 1 && size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
