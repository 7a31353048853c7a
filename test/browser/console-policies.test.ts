import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inChromium } from './console-browser.ts';
import { promisesOf } from './fake-desk/answer-promises.ts';
import { noPromises, writtenPromises } from './fake-desk/written-promises.ts';

const friday = '2026-11-20T16:50';

/** A case of Friday 16:50 in London. */
async function askOfFriday(page: Page): Promise<void> {
  await page.getByLabel('Created').fill(friday);
  await page.getByLabel('In the time of').selectOption('Europe/London');
}

function answer(page: Page) {
  return page.getByRole('region', { name: 'What the case is promised' });
}

function unfold(page: Page, name: RegExp) {
  return page.getByRole('button', { name, expanded: false }).click();
}

inChromium('promises', (open) => {
  test('the tester says when a Friday-evening case is due, by which policy, each stretch told', async () => {
    const { page } = await open({ as: 'chidi', path: '/promises' });
    await askOfFriday(page);
    const reply = answer(page).getByRole('listitem').filter({ hasText: 'First reply' });
    await expect.poll(() => reply.textContent()).toContain('Mon 2026-11-23 12:50');
    expect(await answer(page).textContent()).toContain('Everyday everyday');
    await answer(page).getByText('Why this one').click();
    expect(await answer(page).textContent()).toContain('crisis does not match: category other');
    await reply.getByText('How it is counted').click();
    const rows = await reply.getByRole('row').allTextContents();
    expect(rows.slice(1)).toEqual([
      'Fri 2026-11-20 16:50 – 17:00counted10 min',
      'Fri 2026-11-20 17:00 – Mon 2026-11-23 09:00closed64 h',
      'Mon 2026-11-23 09:00 – 12:50counted3 h 50 min',
      'Counted together4 h',
    ]);
    await page.getByLabel('Category').selectOption('violence');
    await expect.poll(() => answer(page).textContent()).toContain('People at risk');
  });

  test('a target that is typed moves the draft beside what is in force, and is published with a reason', async () => {
    const { page, desk } = await open({ as: 'chidi', path: '/promises' });
    await askOfFriday(page);
    await unfold(page, /Everyday/);
    const field = page.getByLabel('First reply, high');
    await field.fill('2 h');
    const reply = answer(page).getByRole('listitem').filter({ hasText: 'First reply' });
    await expect.poll(() => reply.textContent()).toContain('Mon 2026-11-23 10:50');
    expect(await reply.textContent()).toContain('2 h earlier');
    expect(await reply.textContent()).toContain('Mon 2026-11-23 12:50');

    await page.getByRole('button', { name: 'Review and publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('targets.first-reply.high').waitFor();
    expect(await dialog.getByRole('list', { name: 'What changes' }).textContent()).toContain('4 h → 2 h');
    expect(await dialog.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Why is this changed?').fill('Buyers wait too long');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Every open case is on the promises in force').waitFor();
    expect(new URL(page.url()).pathname).toBe('/promises/cases');
    const { current } = promisesOf(desk);
    expect([current.publishedBy, current.reason]).toEqual(['chidi', 'Buyers wait too long']);
    expect(current.promises.policies[1]?.targets['first-reply']?.high).toBe(120);
    // Nothing else was touched on the way through the browser.
    const before = writtenPromises();
    expect({ ...current.promises, policies: before.policies }).toEqual(before);
    expect(
      await page.evaluate('Object.keys(sessionStorage).filter((key) => key.includes("promises"))'),
    ).toEqual([]);
  });

  test('a mistake shows at its field and at the top, holds the draft back, and is mended there', async () => {
    const { page } = await open({ as: 'chidi', path: '/promises' });
    await unfold(page, /Everyday/);
    const field = page.getByLabel('First reply, high');
    await field.fill('4');
    await page.getByText('high: "4" has no unit; write 4 min, 4 h or 4 d').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByRole('button', { name: 'Review and publish' }).isDisabled()).toBe(true);
    await page.getByText('The draft has errors.', { exact: false }).waitFor();
    await page.getByRole('tab', { name: 'Calendars' }).click();
    await page.getByText('the draft cannot be published yet', { exact: false }).click();
    await page.getByRole('button', { name: 'everyday.targets.first-reply.high' }).click();
    await field.fill('4 h');
    await expect.poll(() => page.getByText('has no unit').count()).toBe(0);
    expect(await page.getByText('Nothing is changed.').count()).toBe(1);
  });

  test('policies are put in order by their buttons, and undo takes a step back', async () => {
    const { page } = await open({ as: 'chidi', path: '/promises' });
    const titles = () => page.getByRole('main').locator('h3 button').allTextContents();
    await expect.poll(titles).toEqual(['1. People at risk crisis', '2. Everyday everyday']);
    await page.getByRole('button', { name: 'Move People at risk down' }).click();
    await expect.poll(titles).toEqual(['1. Everyday everyday', '2. People at risk crisis']);
    const focused = 'document.activeElement.getAttribute("aria-label")';
    await expect.poll(() => page.evaluate(focused)).toBe('Move People at risk up');
    await expect
      .poll(() => page.getByTestId('announcer').textContent())
      .toBe('People at risk is number 2 of 2 now.');
    await page
      .getByText('is never reached: everyday before it', { exact: false })
      .first()
      .waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(titles).toEqual(['1. People at risk crisis', '2. Everyday everyday']);
    await page.getByRole('button', { name: 'Remove Everyday' }).click();
    await expect.poll(titles).toEqual(['1. People at risk crisis']);
    await page.getByRole('button', { name: 'Discard the draft' }).click();
    await expect.poll(titles).toHaveLength(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(titles).toHaveLength(1);
  });

  test('a draft outlives a reload, and another version loses nothing of it', async () => {
    const { page, desk } = await open({ as: 'chidi', path: '/promises' });
    await unfold(page, /Everyday/);
    await page.getByLabel('First reply, high').fill('2 h');
    await page.getByLabel('Name', { exact: true }).fill('My everyday');
    await page.reload();
    await unfold(page, /2\. My everyday/);
    expect(await page.getByLabel('First reply, high').inputValue()).toBe('2 h');

    const theirs = writtenPromises();
    const [crisis, everyday] = theirs.policies;
    if (!crisis || !everyday) throw new Error('fixture: two policies');
    promisesOf(desk).publish(
      {
        ...theirs,
        policies: [
          { ...crisis, name: 'Lives at risk' },
          { ...everyday, name: 'Their everyday' },
        ],
      },
      'ben',
      'Clearer names',
    );
    await page.getByRole('button', { name: 'Review and publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why is this changed?').fill('Faster');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByText('Not published: somebody was faster').waitFor();
    await dialog.getByRole('button', { name: 'Go on editing' }).click();
    expect(await page.getByLabel('First reply, high').inputValue()).toBe('2 h');

    await page.getByRole('button', { name: 'Compare' }).click();
    expect(await dialog.textContent()).toContain('Ben Achterberg published other promises');
    const goOn = dialog.getByRole('button', { name: /Choose for 1 more|Go on with both/ });
    expect(await goOn.isDisabled()).toBe(true);
    expect(await dialog.getByRole('group', { name: /everyday/ }).textContent()).toMatch(
      /name: Everyday → My everyday.*name: Everyday → Their everyday/s,
    );
    await dialog.getByRole('radio', { name: /Take yours/ }).check();
    await goOn.click();
    await page.getByRole('button', { name: /1\. Lives at risk/ }).waitFor();
    await page.getByRole('button', { name: /2\. My everyday/ }).waitFor();
    await page.getByRole('button', { name: 'Review and publish' }).click();
    await dialog.getByLabel('Why is this changed?').fill('Faster');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.waitForURL('**/promises/cases');
    const names = promisesOf(desk).current.promises.policies.map(({ name }) => name);
    expect(names).toEqual(['Lives at risk', 'My everyday']);
  });

  test('another setting that changes meanwhile is no conflict of promises: publishing again goes through', async () => {
    const { page, desk } = await open({ as: 'chidi', path: '/promises' });
    await unfold(page, /Everyday/);
    await page.getByLabel('First reply, high').fill('2 h');
    promisesOf(desk).reconfigure();
    await page.getByRole('button', { name: 'Review and publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why is this changed?').fill('Faster');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByText('only other settings changed. Publish again.', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.waitForURL('**/promises/cases');
    expect(promisesOf(desk).current.promises.policies[1]?.targets['first-reply']?.high).toBe(120);
  });

  test('a step back over what somebody published does not take that back', async () => {
    const { page, desk } = await open({ as: 'chidi', path: '/promises' });
    await unfold(page, /Everyday/);
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    const theirs = writtenPromises();
    promisesOf(desk).publish(
      { ...theirs, policies: theirs.policies.map((policy) => ({ ...policy, name: `Their ${policy.name}` })) },
      'ben',
      'Clearer names',
    );
    await page.reload();
    await page.getByRole('button', { name: 'Compare' }).waitFor();
    await page.getByRole('button', { name: 'Discard the draft' }).click();
    await page.getByRole('button', { name: /Their Everyday/, expanded: false }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: /2\. Mine/ }).waitFor();
    await page.getByRole('button', { name: 'Compare' }).waitFor();
    expect(await page.getByRole('button', { name: 'Review and publish' }).isDisabled()).toBe(true);
  });

  test('what only the desk knows is told before it is published, and at its field after', async () => {
    const { page, desk } = await open({ as: 'chidi', path: '/promises' });
    promisesOf(desk).problems = [
      {
        severity: 'error',
        field: 'ladders.standard.levels[2].targets[0]',
        message: 'there is no schedule "leads"',
      },
    ];
    await unfold(page, /Everyday/);
    await page.getByLabel('First reply, high').fill('2 h');
    await page.getByRole('button', { name: 'Review and publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The desk refuses this draft').waitFor();
    await dialog.getByLabel('Why is this changed?').fill('Faster');
    expect(await dialog.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Go on editing' }).click();
    await page.getByRole('tab', { name: 'Ladders' }).click();
    await unfold(page, /Standard/);
    await page
      .getByRole('group', { name: 'Who is told' })
      .getByText('there is no schedule "leads"')
      .waitFor();
  });

  test('hours are written by the day, over midnight too, and holidays come from a file after a look', async () => {
    const { page, desk } = await open({ as: 'chidi', path: '/promises/calendars' });
    await unfold(page, /^office/);
    const hours = page.getByRole('region', { name: 'Hours', exact: true });
    await hours.getByRole('button', { name: 'Add an opening to Saturday' }).click();
    await hours.getByLabel('Saturday, opening 1, from').fill('22:00');
    await hours.getByLabel('Saturday, opening 1, to').fill('25:00');
    await hours.getByText('write a time of day as HH:MM', { exact: false }).waitFor();
    await hours.getByLabel('Saturday, opening 1, to').fill('02:00');
    await hours.getByText('next day', { exact: true }).waitFor();
    await expect.poll(() => hours.getByText('write a time of day').count()).toBe(0);

    const holidays = page.getByRole('region', { name: 'Holidays' });
    await holidays.getByRole('button', { name: 'Import an .ics file' }).click();
    const file = (text: string) => ({
      name: 'days.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(text),
    });
    const chooser = holidays.getByLabel('Calendar file (.ics)');
    await chooser.setInputFiles(file('VERSION:2.0\n'));
    await holidays.getByText('the file is no iCalendar file', { exact: false }).waitFor();
    const event = (date: string, name: string) =>
      `BEGIN:VEVENT\nDTSTART;VALUE=DATE:${date}\nSUMMARY:${name}\nEND:VEVENT\n`;
    await holidays.getByLabel('From year').fill('2026');
    await holidays.getByLabel('To year').fill('2027');
    await chooser.setInputFiles(
      file(
        `BEGIN:VCALENDAR\n${event('20261225', 'Christmas')}${event('20270831', 'Bank holiday')}END:VCALENDAR\n`,
      ),
    );
    const found = holidays.getByRole('list', { name: 'Found in the file' }).getByRole('listitem');
    await expect
      .poll(() => found.allTextContents())
      .toEqual(['2026-12-25 Christmas (is there already, not taken)', '2027-08-31 Bank holiday']);
    await holidays.getByRole('button', { name: 'Add 1 to the calendar' }).click();
    await holidays.getByText('3 holidays').last().waitFor();

    await page.getByRole('button', { name: 'Review and publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why is this changed?').fill('August');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.waitForURL('**/promises/cases');
    const { office } = promisesOf(desk).current.promises.calendars;
    expect(office?.hours?.sat).toEqual([['22:00', '02:00']]);
    expect(office?.holidays?.at(-1)).toEqual({ date: '2027-08-31', name: 'Bank holiday' });
  });

  test('ladders and departments are edited, and a new calendar serves them', async () => {
    const { page, desk } = await open({ as: 'chidi', path: '/promises/calendars' });
    await page.getByLabel('Id of a new calendar').fill('Not An Id');
    await page.getByRole('button', { name: 'Add the calendar' }).click();
    await page.getByText('write an id in lower case letters', { exact: false }).waitFor();
    await page.getByLabel('Id of a new calendar').fill('legal-hours');
    await page.getByRole('button', { name: 'Add the calendar' }).click();
    await page.getByLabel('Time zone').fill('Europe/Madrd');
    await page.getByText('is not a time zone', { exact: false }).last().waitFor();
    await page.getByLabel('Time zone').fill('Europe/Madrid');
    await page.getByRole('tab', { name: 'Departments' }).click();
    await unfold(page, /Legal/);
    await page.getByLabel('Calendar', { exact: true }).selectOption('legal-hours');
    await page.getByLabel('Answers within').fill('2 d');
    await page.getByRole('tab', { name: 'Ladders' }).click();
    await unfold(page, /Standard/);
    await page.getByRole('button', { name: 'Remove level 3' }).click();
    await page.getByLabel('Tell the last level again every').fill('');
    await page.getByRole('region', { name: 'Levels' }).getByLabel('Then waits').last().fill('45 min');
    await page.getByRole('button', { name: 'Review and publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why is this changed?').fill('Legal has hours');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.waitForURL('**/promises/cases');
    const { promises } = promisesOf(desk).current;
    expect(promises.departments['legal']).toEqual({
      name: 'Legal',
      email: 'legal@desk.test',
      calendar: 'legal-hours',
      answerMinutes: 2880,
    });
    expect(promises.ladders['standard']?.levels.map(({ tier, waitMinutes }) => [tier, waitMinutes])).toEqual([
      ['agent', 15],
      ['lead', 45],
    ]);
    expect(promises.ladders['standard']?.repeatLastMinutes).toBeUndefined();
    expect(promises.calendars['legal-hours']?.timezone).toBe('Europe/Madrid');
  });

  test('an agent reads it all and tries cases, but finds nothing to change', async () => {
    const { page } = await open({ as: 'ana', path: '/promises' });
    await page.getByText('Leads and admins change promises', { exact: false }).waitFor();
    await unfold(page, /Everyday/);
    await page.getByRole('rowheader', { name: 'First reply' }).waitFor();
    const parts = page.getByRole('tabpanel');
    expect(await parts.getByRole('textbox').count()).toBe(0);
    expect(await parts.getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Review|Undo|Discard|Add|Remove|Move/ }).count()).toBe(0);
    await askOfFriday(page);
    await expect.poll(() => answer(page).textContent()).toContain('Mon 2026-11-23 12:50');
  });

  test('the draft is downloaded as the file that the simulation reads', async () => {
    const { page } = await open({ as: 'chidi', path: '/promises' });
    await unfold(page, /Everyday/);
    await page.getByLabel('First reply, high').fill('2 h');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as YAML' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('promises-draft.yaml');
    const { parse } = await import('yaml');
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const written = parse(Buffer.concat(chunks).toString('utf8'));
    expect(written.policies[1].targets['first-reply'].high).toBe(120);
    expect({ ...written.calendars }).toEqual(writtenPromises().calendars);
    expect(written.crisisCategories).toContain('self-harm');
  });

  test('a desk without promises, one that fails, and a file that is gone each say so', async () => {
    const { page, desk, url } = await open({ as: 'chidi' });
    promisesOf(desk).publish(noPromises(), 'chidi', 'Begin anew');
    await page.goto(`${url}/promises`);
    await page.getByText('No case is promised anything').waitFor();
    await page.getByText('no policy matches, so nothing is promised').waitFor();
    desk.mode = 'failing';
    await page.reload();
    await page.getByText('The promises could not be loaded').waitFor({ timeout: 20_000 });
    desk.mode = 'well';
    await page.route('**/promises-screen-*.js', (route) => route.abort());
    await page.reload();
    await page.getByText('This screen could not be loaded').waitFor();
    await page.getByText('Load the page again', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Queue', exact: true }).click();
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
  });
});
