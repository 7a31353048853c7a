type Kind = 'from' | 'date' | 'to' | 'subject' | 'other';

const LABELS: Readonly<Record<Kind, string>> = {
  from: 'from|von|de|da|van|från|fra|lähettäjä|od|от|від|от кого|kimden|gönderen|expéditeur|remitente|remetente|mittente|afzender|avsändare|afsender|nadawca|odesílatel|отправитель|feladó|de la|差出人|送信者|发件人|寄件者|寄件人|보낸 사람|보낸사람|מאת|من|από|từ|dari',
  date: 'sent|date|gesendet|datum|gesendet am|envoyé|envoyé le|message du|date d’envoi|enviado|enviado el|enviado em|enviada em|enviada|fecha|data|inviato|verzonden|verzonden op|skickat|sendt|dato|lähetetty|päivämäärä|wysłano|wysłane|odesláno|отправлено|дата|надіслано|gönderildi|gönderilen|tarih|gönderme tarihi|elküldve|dátum|trimis|送信日時|日時|送信日|发送时间|日期|寄件日期|傳送時間|보낸 날짜|날짜|נשלח|תאריך|تاريخ|التاريخ|đã gửi|tanggal',
  to: 'to|an|à|a|para|aan|till|til|vastaanottaja|do|komu|pro|кому|kime|alıcı|destinataire|destinatario|destinatário|címzett|către|宛先|收件人|收件者|받는 사람|받는사람|אל|إلى|προς|đến|kepada',
  subject:
    'subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|тема|konu|tárgy|subiect|件名|主题|主旨|主題|제목|נושא|الموضوع|θέμα|chủ đề|subjek',
  other:
    'cc|bcc|kopie|kopia|kopi|copie|copie à|copia|cco|ccn|kopio|dw|копия|копія|bilgi|másolatot kap|참조|抄送|副本|reply-to|reply to|antwort an|répondre à|responder a|importance|wichtigkeit|priority|priorité|organization|organisation|attachments|anlagen|anhang|pièces jointes|adjuntos|anexos|allegati|bijlagen|bilagor|vedhæftet|sent by|mailed-by|resent-from|list|x-mailer|message-id',
};

const KINDS = new Map<string, Kind>(
  Object.entries(LABELS).flatMap(([kind, labels]) =>
    labels.split('|').map((label): [string, Kind] => [label, kind as Kind]),
  ),
);

const LABEL_LINE =
  /^[\s*_>|\u200b\u200e\u200f-]{0,20}([\p{L}][\p{L}\p{M} .’'-]{0,24}?)[\s*_\u00a0]{0,4}[:：][*_]{0,3}(?=\s|$|[^/\s])(.{0,150})/u;
const MAX_BLOCK = 24;
const DATED = /@|\d{1,2}[:.]\d{2}|(?<!\d)(?:19|20)\d\d(?!\d)/u;

/**
 * Number of lines, from `at` on, of a copied message header ("From: … Sent: … To: … Subject: …") in the wording of
 * the major programs and languages; 0 where there is none. One label is not enough: it takes two different ones, of
 * which one names the sender or the date, and an address or a date in a value.
 */
export function headerBlockLines(lines: readonly string[], at: number): number {
  const first = labelOf(lines[at]);
  if (first === null || first.kind === 'other') return 0;
  const kinds = new Set<Kind>([first.kind]);
  let evidence = DATED.test(first.value);
  let end = at + 1;
  let wraps = 0;
  let repeats = 0;
  for (let i = at + 1; i < lines.length && i < at + MAX_BLOCK; i++) {
    const line = lines[i] ?? '';
    const label = labelOf(line);
    if (label !== null) {
      if (label.kind !== 'other' && kinds.has(label.kind) && ++repeats > 1) break;
      kinds.add(label.kind);
      evidence ||= DATED.test(label.value);
      end = i + 1;
      wraps = 0;
    } else if (line.trim() === '') {
      if (labelOf(lines[i + 1]) === null) break;
    } else if (++wraps > 3 || !wrapsOn(lines, i)) {
      break;
    }
  }
  const named = kinds.has('from') || (kinds.has('date') && (kinds.has('to') || kinds.has('subject')));
  const primary = [...kinds].filter((kind) => kind !== 'other').length;
  return named && primary >= 2 && (evidence || primary >= 3) ? end - at : 0;
}

/** A long recipient list or subject goes on; it counts only where another label comes after it. */
function wrapsOn(lines: readonly string[], at: number): boolean {
  for (let i = at + 1; i <= at + 3; i++) {
    if (labelOf(lines[i]) !== null) return true;
  }
  return false;
}

/** True for a line such as `From: a@example.com`: enough below a line of underscores. */
export function isSenderLine(line: string | undefined): boolean {
  const label = labelOf(line);
  return label !== null && label.kind === 'from' && label.value.includes('@');
}

function labelOf(line: string | undefined): { kind: Kind; value: string } | null {
  if (line === undefined || line.length < 2) return null;
  const match = LABEL_LINE.exec(line.slice(0, 600));
  const kind = KINDS.get((match?.[1] ?? '').trim().toLowerCase());
  return kind === undefined ? null : { kind, value: match?.[2] ?? '' };
}
