import { describe, expect, it } from 'vitest';
import { htmlText } from '../../../adapters/mime/html-text.ts';
import { parseMail } from '../../../adapters/mime/parse-mail.ts';

const header = 'From: a@example.com\r\nContent-Type: text/html; charset=utf-8\r\n\r\n';
const parsed = async (html: string) => (await parseMail(Buffer.from(header + html))).mail;

describe('HTML-only replies', () => {
  it.each([
    [
      'Gmail',
      `<div dir="ltr">Arrêtez la vente.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Le&nbsp;lun. 4 mars 2024 à&nbsp;10:12, Aide &lt;<a href="mailto:a@example.com">a@example.com</a>&gt; a écrit&nbsp;:<br></div><blockquote class="gmail_quote"><div>On continue ?</div></blockquote></div>`,
      'Arrêtez la vente.',
    ],
    [
      'Outlook on the web',
      `<div>Please stop the sale.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>From:</b> Desk &lt;help@example.com&gt;<br><b>Sent:</b> Monday, March 4, 2024 10:12 AM<br><b>To:</b> B &lt;b@example.com&gt;<br><b>Subject:</b> Lot</font><div>&nbsp;</div></div><div>Shall we go on?</div>`,
      'Please stop the sale.',
    ],
    [
      'Outlook for Windows',
      `<div class=WordSection1><p class=MsoNormal>Please stop the sale.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b><span lang=EN-US>From:</span></b><span lang=EN-US> Desk &lt;help@example.com&gt; <br><b>Sent:</b> Monday, March 4, 2024 10:12 AM<br><b>To:</b> b@example.com<br><b>Subject:</b> Lot<o:p></o:p></span></p></div></div><p class=MsoNormal>Shall we go on?<o:p></o:p></p></div>`,
      'Please stop the sale.',
    ],
    [
      'Apple Mail',
      `<body>Please stop the sale.<div><br><blockquote type="cite"><div>On 4 Mar 2024, at 10:12, Desk &lt;help@example.com&gt; wrote:</div><br class="Apple-interchange-newline"><div>Shall we go on?</div></blockquote></div></body>`,
      'Please stop the sale.',
    ],
    [
      'iPhone',
      `<body dir="auto">Please stop the sale.<br><br><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 4 Mar 2024, at 10:12, Desk &lt;help@example.com&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">Shall we go on?</div></blockquote></body>`,
      'Please stop the sale.',
    ],
    [
      'Yahoo',
      `<div class="ydp"><div dir="ltr">Please stop the sale.</div><div><br></div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div><div>On Monday, March 4, 2024 at 10:12:00 AM GMT+1, Desk &lt;help@example.com&gt; wrote: </div><div><br></div><div>Shall we go on?</div></div></div>`,
      'Please stop the sale.',
    ],
    [
      'Thunderbird, with text below the quotation',
      `<p>Please stop the sale.</p><div class="moz-cite-prefix">On 3/4/24 10:12, Desk wrote:<br></div><blockquote type="cite" cite="mid:x"><p>Shall we go on?</p></blockquote><p>Now.</p>`,
      'Please stop the sale.\n\nNow.',
    ],
    [
      'Proton',
      `<div>Please stop the sale.</div><div class="protonmail_quote">------- Original Message -------<br>On Monday, March 4th, 2024 at 10:12, Desk &lt;help@example.com&gt; wrote:<br><br><blockquote type="cite">Shall we go on?</blockquote></div>`,
      'Please stop the sale.',
    ],
    [
      'Zimbra',
      `<div>Please stop the sale.<br><br><hr id="zwchr"><b>From: </b>help@example.com<br><b>To: </b>b@example.com<br><b>Sent: </b>Monday, March 4, 2024 10:12:22 AM<br><b>Subject: </b>Lot<br><br>Shall we go on?<br></div>`,
      'Please stop the sale.',
    ],
    [
      'Hotmail',
      `<div dir='ltr'>Please stop the sale.<br><br><div>&gt; Subject: Lot<br>&gt; From: help@example.com<br>&gt; <br>&gt; Shall we go on?<br></div></div>`,
      'Please stop the sale.',
    ],
  ])('of %s are told from their quotation', async (_, html, reply) => {
    const mail = await parsed(html);
    expect(mail.reply).toBe(reply);
    expect(mail.quoted).toMatch(/go on|On continue/);
  });
});

describe('htmlText', () => {
  it.each([
    ['paragraphs and breaks', '<p>a</p><p>b<br>c</p>d', 'a\n\nb\nc\n\nd'],
    ['white space as on a page', ' a \n  b&nbsp;<b>c</b> d ', 'a b c d'],
    ['cells and rows', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['lists', '<ul><li>a</li><li>b</li></ul><ol><li>c<li>d</ol>', '- a\n- b\n\n1. c\n2. d'],
    [
      'nested quotations',
      'a<blockquote>b<blockquote>c</blockquote>d</blockquote>e',
      'a\n\n> b\n>\n>> c\n>\n> d\n\ne',
    ],
    [
      'scripts, styles and comments',
      '<style>p{}</style><script>x<y</script><!-- c --><!DOCTYPE html><title>t</title>a',
      'a',
    ],
    [
      'hidden elements',
      '<div style="color:red; DISPLAY : none">a<div>b</div>c</div>d<span hidden>e</span>',
      'd',
    ],
    [
      'links whose text is not their address',
      '<a href="https://x.example/a">here</a> <a href="https://x.example/">x.example</a>',
      'here <https://x.example/a> x.example',
    ],
    [
      'an ampersand in an address',
      '<a href="https://x.example/?a=1&amp;copy=2&b=3">here</a>',
      'here <https://x.example/?a=1&copy=2&b=3>',
    ],
    ['links that are none', '<a href="mailto:a@b">a@b</a> <a href="javascript:x">y</a>', 'a@b y'],
    [
      'entities',
      '&lt;&amp;&#8364;&#x20AC;&euro;&#150;&starf;&yuml;&Omega;&omega;&Ccaron;&shy;&nosuch;&#0;',
      '<&€€€–★ÿΩωČ&nosuch;\ufffd',
    ],
    ['the words for a picture', '<img src=x alt="a &amp; b">', 'a & b'],
    ['preformatted text', '<pre>a\n  b</pre>', 'a\n  b'],
    ['brackets that open no tag', 'a < b <3 c<', 'a < b <3 c<'],
    ['a forgotten quotation mark', '<a href="x>a</a> b', 'a b'],
    ['a bracket in a value', '<img alt="a > b">c', 'a > bc'],
    ['tags without an end', '<div><p>a<b>b', 'ab'],
  ])('renders %s', (_, html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it('finds words under any depth of tags', () => {
    expect(htmlText(`${'<div>'.repeat(20_000)}words${'</div>'.repeat(20_000)}`)).toBe('words');
  });
});
