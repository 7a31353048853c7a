export interface SplitReply {
  readonly reply: string;
  readonly quoted: string;
}
export function splitReply(text: string, _options: { marker?: string } = {}): SplitReply {
  return { reply: text.trim(), quoted: '' };
}
