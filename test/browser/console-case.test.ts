import { expect, test } from 'vitest';
import { inChromium } from './console-browser.ts';
import { ackedCrisisId, openCrisisId } from './fake-desk/crisis-case.ts';
import { fullDesk } from './fake-desk/full-desk.ts';
import { writeIn } from './fake-desk/write-in.ts';

const path = `/cases/${openCrisisId}`;
const noor = { name: 'Noor Haddad', address: 'noor.haddad@mail.test' };

inChromium('case', (open) => {
  test('the reasons are marked in the text, weakened ones apart, each with its rule', async () => {
    const { page } = await open({ stored: fullDesk(Date.now()), path });
    const marks = page.locator('mark');
    await marks.first().waitFor();
    expect(await marks.count()).toBe(3);
    expect(await marks.nth(0).textContent()).toContain("don't want to be here anymore");
    expect(await page.locator('mark[data-weak]').textContent()).toContain('this auction is killing me');
    await marks.nth(0).focus();
    await page.getByRole('tooltip').getByText('rule self-harm.not-be-here').waitFor();
    await page.getByText('[collect-now.test]').waitFor();
    expect(await page.locator('article a[href^="http"]').count()).toBe(0);
  });

  test('what a writer sends stays text', async () => {
    const stored = fullDesk(Date.now());
    writeIn(stored, 'HW-XSS00000', Date.now(), {
      from: { name: '<b onmouseover="hacked=1">Eve</b>', address: 'eve@mail.test' },
      subject: '<img src=x onerror="hacked=1">',
      reply: '<script>hacked=1</script><img src="https://evil.test/p.gif">',
    });
    const { page } = await open({ stored, path: '/cases/HW-XSS00000' });
    await page.getByRole('heading', { name: '<img src=x onerror="hacked=1">' }).waitFor();
    await page.getByText('<script>hacked=1</script>').waitFor();
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
  });

  test('a reply is sent with the chosen status, and its draft lives until then', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await page.getByRole('heading', { name: 'Lot 214' }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Noor, I am here. Are you safe right now?');
    await page.reload();
    expect(await page.getByLabel('Reply text').inputValue()).toContain('Are you safe');
    await page.getByLabel('Status after sending').selectOption('pending');
    await page.getByLabel('Reply text').focus();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article', { name: 'Ana Ortiz replied' }).getByText('Are you safe').waitFor();
    await expect.poll(() => page.getByLabel('Reply text').inputValue()).toBe('');
    expect(desk.stored.cases.get(openCrisisId)?.status).toBe('pending');
    expect(
      await page.evaluate(`Object.keys(localStorage).filter((key) => key.includes('draft')).length`),
    ).toBe(0);
  });

  test('a reply is never sent over an unseen message: the draft stays and sending takes a second act', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
    await page.getByLabel('Reply text').fill('Please tell us more about the lot.');
    // Quietly, as when the push is late: the desk itself has to refuse.
    writeIn(desk.stored, openCrisisId, Date.now(), {
      from: noor,
      subject: 'Re: Lot 214',
      reply: 'I took some of them.',
      priority: 'emergency',
      category: 'self-harm',
    });
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('Not sent: the case changed while you wrote').waitFor();
    const news = page.getByRole('alert').filter({ hasText: 'New on this case since you began to write' });
    await news.getByText('I took some of them.').waitFor();
    expect(await page.getByLabel('Reply text').inputValue()).toBe('Please tell us more about the lot.');
    expect(await page.getByRole('button', { name: /^Send/ }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'I have read it' }).click();
    await page.getByLabel('Reply text').fill('Calling help for you now. Stay with me.');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByRole('article', { name: 'Ana Ortiz replied' }).getByText('Stay with me').waitFor();
    const replies = desk.stored.messagesOf(openCrisisId).filter(({ kind }) => kind === 'outbound');
    expect(replies.map(({ text }) => text)).toEqual(['Calling help for you now. Stay with me.']);
  });

  test('a note looks different, says who sees it, and is not mail', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await page.getByRole('heading', { name: 'Lot 214' }).waitFor();
    const answer = `document.querySelector('section[aria-label="Answer"]')`;
    const border = () => page.evaluate(`getComputedStyle(${answer}).borderTopColor`);
    const replyBorder = await border();
    await page.keyboard.press('n');
    await page.getByText('Only agents see this.').waitFor();
    expect(await border()).not.toBe(replyBorder);
    await page.keyboard.type('Rang the number on file, no answer.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article', { name: 'Ana Ortiz noted, for agents only' }).waitFor();
    expect(desk.stored.messagesOf(openCrisisId).filter(({ kind }) => kind === 'outbound')).toEqual([]);
  });

  test('an emergency is lowered with a reason only', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path: `/cases/${ackedCrisisId}` });
    await page.getByLabel('Priority').selectOption('high');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Lower the priority' }).isDisabled()).toBe(true);
    expect(desk.stored.cases.get(ackedCrisisId)?.priority).toBe('emergency');
    await dialog.getByRole('textbox').fill('Police are with him.');
    await dialog.getByRole('button', { name: 'Lower the priority' }).click();
    await page.getByText('set the priority from emergency to high: Police are with him.').waitFor();
  });

  test('a field changed by somebody faster is told, and shows the newest', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await page.getByRole('heading', { name: 'Lot 214' }).waitFor();
    // The socket's welcome re-reads the case: only after it does the page hold what is about to be stale.
    await page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    const actor = { kind: 'agent', userId: 'dana' } as const;
    const fact = { type: 'case.assigned.v1', data: { from: null, to: 'dana', reason: null } } as const;
    desk.stored.record(openCrisisId, Date.now(), [{ actor, fact }]);
    await page.getByLabel('Assignee').selectOption('ana');
    await page.getByText('Not changed: somebody was faster').waitFor();
    await page.getByText('was changed by Dana Whitfield').waitFor();
    await expect.poll(() => page.getByLabel('Assignee').inputValue()).toBe('dana');
  });

  test('an image is blurred until asked for, a quarantined file offers no link', async () => {
    const { page } = await open({ stored: fullDesk(Date.now()), path });
    const button = page.getByRole('button', { name: 'Show the image message-from-seller.png' });
    const filter = () => page.evaluate(`getComputedStyle(document.querySelector('article img')).filter`);
    await page.locator('article img').waitFor();
    expect(await filter()).toContain('blur');
    await button.click();
    expect(await filter()).toBe('none');
    expect(await page.getByRole('button', { name: 'refund_form.exe' }).count()).toBe(0);
    await page.getByText('programs are not accepted by mail').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Original mail (.eml)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^HW-7K2MQ9XA-.+\.eml$/);
  });

  test('the HTML of sent mail runs no script and loads nothing', async () => {
    const stored = fullDesk(Date.now());
    const { page, faults } = await open({ stored, path: `/outbox/${stored.outbox[0]?.id}` });
    const outside: string[] = [];
    // Chromium also reports as requests what its policy then holds back: what counts is what would leave.
    await page.context().route(/tracker/, async (route) => {
      outside.push(route.request().url());
      await route.abort();
    });
    await page.getByRole('tab', { name: 'HTML' }).click();
    await page.frameLocator('iframe').getByText('Ben').waitFor();
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    expect(outside).toEqual([]);
    // What the browser logs when it holds such mail back is the proof, and the only noise.
    expect(faults.splice(0).filter((fault) => !/sandboxed|Content Security Policy/.test(fault))).toEqual([]);
  });
});
