import { createHash } from 'node:crypto';
import { html } from 'hono/html';

/** What the page behind an ack link says. Nothing of the person in crisis, for a phone lies on a table. */
export interface AckPageText {
  readonly title: string;
  readonly lead: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Shown as one big button in a form that posts to the page itself. */
  readonly button: string | null;
  readonly link: { readonly href: string; readonly text: string };
  readonly tone: 'urgent' | 'done' | 'neutral';
}

const style = `
:root{color-scheme:light dark;--bg:#f6f7f9;--fg:#16191d;--soft:#555d68;--card:#fff;--line:#d5d9df;--urgent:#b3261e;--done:#1b6e3c;--on:#fff}
@media (prefers-color-scheme:dark){:root{--bg:#111418;--fg:#eef1f5;--soft:#a9b2bd;--card:#1b1f25;--line:#353b44;--urgent:#ffb4ab;--done:#86d9a1;--on:#16191d}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:1.0625rem/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0}
.urgent h1{color:var(--urgent)}.done h1{color:var(--done)}
dl{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:.5rem 1rem;margin:1.25rem 0}
dt{color:var(--soft);font-size:.875rem;margin-top:.5rem}dd{margin:0 0 .5rem;font-weight:600;overflow-wrap:anywhere}
button{width:100%;min-height:4rem;border:0;border-radius:.75rem;background:var(--urgent);color:var(--on);font:inherit;font-size:1.25rem;font-weight:700;cursor:pointer}
button:focus-visible,a:focus-visible{outline:3px solid currentColor;outline-offset:3px}
a{color:inherit}
`;
const styleHash = createHash('sha256').update(style).digest('base64');

export async function ackPageResponse(text: AckPageText, status: number): Promise<Response> {
  const body = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${text.title}</title>
<style>${style}</style>
</head>
<body>
<main class="${text.tone}">
<h1>${text.title}</h1>
<p>${text.lead}</p>
${text.facts.length === 0 ? '' : html`<dl>${text.facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`}
${text.button === null ? '' : html`<form method="post"><button type="submit">${text.button}</button></form>`}
<p><a href="${text.link.href}" rel="noreferrer">${text.link.text}</a></p>
</main>
</body>
</html>`;
  return new Response(body.toString(), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  });
}
