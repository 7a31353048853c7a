/** One line a budget of DESIGN 8: where we are, said plainly. */
export function verdict(budget: string, isKept: boolean): void {
  console.log(`  ${isKept ? 'OK  ' : 'OVER'} ${budget}`);
}
