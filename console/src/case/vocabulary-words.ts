/** `self-harm` reads `Self-harm`; `on-hold` reads `On hold`. */
export function spoken(word: string): string {
  const text = word === 'self-harm' ? word : word.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
