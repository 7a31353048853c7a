/** How legal and gateway notices open. Anchored at a paragraph's start: people use these words inside sentences. */
const OPENINGS = [
  /^(?:this|the|diese|dieses|ce|cet|este|esta|esto|questo|questa|il presente|la presente|deze|dit|detta|denne|tämä|ta|tato|это|цей|bu|la información contenida|the information contained|the content of|le contenu de|o conteúdo|les informations)\b.{0,160}?(?:e-?mail|message|communication|transmission|nachricht|mail|courriel|correo|mensaje|mensagem|messaggio|bericht|meddelande|meddelelse|viesti|wiadomość|zpráva|письмо|сообщение|mesaj|e-?posta).{0,300}?(?:confidential|privileged|intended (?:only|solely|recipient)|vertraulich|confidentiel|confidencial|privilegiad|riservat|confidenzial|vertrouwelijk|konfidentiel|konfidenti|fortrolig|luottamukse|poufn|důvěrn|конфиденциал|конфіденц|gizli)/isu,
  /^[*_\s]*(?:confidentiality|confidential|privileged|legal|privacy)[\w\s/&]{0,30}(?:notice|note|disclaimer|statement|information)?\s{0,3}[*_]{0,2}\s{0,2}[:\-–—]/iu,
  /^[*_\s]*(?:disclaimer|haftungsausschluss|rechtlicher hinweis|vertraulichkeitshinweis|avertissement|clause de confidentialité|aviso legal|aviso de (?:confidencialidad|confidencialidade)|advertencia|nota de confidencialidad|avviso di riservatezza|avvertenza|klauzula poufności|upozornění|免责声明|免責事項|면책)\s{0,3}[*_]{0,2}\s{0,3}(?:[:：\-–—]|$)/iu,
  /^(?:if you (?:are not|have received|received)|sollten sie nicht|wenn sie nicht|si vous (?:n['’]êtes pas|avez reçu)|si usted no|si ha recibido|se (?:você|o senhor) (?:não|recebeu)|se (?:avete|ha) ricevuto|indien u).{0,120}?(?:intended|recipient|in error|by mistake|adressat|empfänger|destinataire|par erreur|destinatario|por error|destinatário|por engano|per errore|geadresseerde)/isu,
  /^(?:please )?(?:consider|think (?:of|about)) the environment before printing/iu,
  /^(?:p\s+)?(?:bitte )?(?:denken sie an die umwelt|pensez à l['’]environnement|avant d['’]imprimer|antes de imprimir)/iu,
  /^(?:virus-free|virenfrei|libre de virus|sans virus|livre de vírus|privo di virus)\.?\s.{0,40}(?:avast|avg)/iu,
  /^(?:this (?:e-?mail|message) (?:has been|was) (?:checked|scanned|sent) (?:for virus|by|from|via)|diese e-?mail wurde von .{1,30} auf viren)/iu,
  /^(?:registered (?:office|in england)|company registration (?:no|number)|geschäftsführer|sitz der gesellschaft|amtsgericht|handelsregister)\b.{0,10}[:\d]/iu,
];

/** True where a paragraph is a legal or gateway notice rather than the writer's words. */
export function isDisclaimer(paragraph: string): boolean {
  const start = paragraph.slice(0, 900).replace(/\s+/gu, ' ').trim();
  return OPENINGS.some((opening) => opening.test(start));
}

/** What a company's gateway writes above mail from outside. */
const BANNER =
  /^[^\p{L}\p{N}]{0,12}(?:caution|warning|attention|external(?: e-?mail)?|achtung|vorsicht|extern|prudence|atención|attenzione)\b.{0,120}?(?:outside (?:of )?(?:the |your |our |this )?\w{0,20} ?(?:organi[sz]ation|company|network|firm|university|domain|institution|agency|corporation|business)|(?:an )?external (?:sender|source|e-?mail|address)|externe[nmrs]? absender|außerhalb (?:der|des|ihrer) \p{L}+|expéditeur externe|remitente externo|mittente esterno|remetente externo)|^you don['’]t often (?:get|receive) e?-?mail from /isu;

/** True where the first paragraph is a gateway's warning and nothing else. */
export function isBanner(paragraph: string): boolean {
  return paragraph.length <= 600 && BANNER.test(paragraph.trim());
}
