export interface AttachmentPolicy {
  readonly maxBytes: number;
  /** Media types, lower case. */
  readonly blockedTypes: readonly string[];
  /** Without the dot, lower case. */
  readonly blockedExtensions: readonly string[];
}

export interface InspectedAttachment {
  readonly name: string | null;
  readonly contentType: string;
  /** `''` where the content tells nothing. */
  readonly sniffedType: string;
  /** Bytes. */
  readonly size: number;
}

export type AttachmentVerdict =
  | { readonly state: 'ok'; readonly reason: null }
  | { readonly state: 'quarantined'; readonly reason: string };

/** Whether an agent may open an attachment: by size, by what it is, by what it says it is, and by its name. */
export function inspectAttachment(
  attachment: InspectedAttachment,
  policy: AttachmentPolicy,
): AttachmentVerdict {
  const reason =
    tooLarge(attachment, policy) ??
    blockedType(attachment, policy) ??
    blockedName(attachment, new Set(policy.blockedExtensions));
  return reason === null ? { state: 'ok', reason: null } : { state: 'quarantined', reason };
}

function tooLarge({ size }: InspectedAttachment, { maxBytes }: AttachmentPolicy): string | null {
  return size > maxBytes ? `it has ${size} bytes; at most ${maxBytes} are allowed` : null;
}

function blockedType(
  { sniffedType, contentType }: InspectedAttachment,
  policy: AttachmentPolicy,
): string | null {
  const blocked = new Set(policy.blockedTypes);
  if (blocked.has(sniffedType)) return `its content is ${sniffedType}`;
  return blocked.has(contentType.toLowerCase()) ? `it is declared as ${contentType.toLowerCase()}` : null;
}

/** Direction marks make `gpj.exe` read as `exe.jpg`; Windows drops trailing dots and blanks. */
const HIDDEN = /[\p{Cc}\p{Cf}]/gu;

function blockedName(attachment: InspectedAttachment, blocked: ReadonlySet<string>): string | null {
  const name = (attachment.name ?? '').slice(-300).replace(HIDDEN, '').toLowerCase();
  const parts = name.split('.').map((part) => part.trim());
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  const [last, inner] = [
    parts.length > 1 ? parts.at(-1) : undefined,
    parts.length > 2 ? parts.at(-2) : undefined,
  ];
  if (last !== undefined && blocked.has(last)) return `its name ends in .${last}`;
  if (inner !== undefined && blocked.has(inner) && !isPlainMedia(attachment.sniffedType)) {
    return `its name hides .${inner} before .${last}`;
  }
  return null;
}

/** `example.com.pdf` that is a PDF is no trick. */
const isPlainMedia = (type: string): boolean =>
  type === 'application/pdf' || /^(?:image|audio|video)\/(?!svg)/.test(type);
