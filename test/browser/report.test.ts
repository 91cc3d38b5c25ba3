/** The report in a real browser: filtered and a case worked on, at a phone's width and a desk's, without script. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advisorsApp } from '#functions/advisors.ts';
import { handOut } from '#functions/run-job.ts';
import { webApp } from '#functions/web.ts';
import { newBulk } from '#shared/cohort/bulk.ts';
import { withCasesJudged } from '#shared/cohort/judge-cases.ts';
import { archived } from '#shared/people/applicant/archive.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, bob, carol, MONDAY } from '../cast.ts';
import { type AdvisorsStage, advisorsStage, OWN } from '../functions/advisors-stage.ts';
import { webStage } from '../functions/web-stage.ts';
import { acceptedAtBrown } from '../shared/plan/moves/stories.ts';
import { type Browser, countOf, describeInBrowser, faultsOf, launchBrowser } from './chromium.ts';
import { DESK, PHONE, type Served, servePages } from './served.ts';

const REPORT = `/advisors/c/${OWN}`;

describeInBrowser('the report', () => {
  let browser: Browser;
  let served: Served;
  let stage: AdvisorsStage;

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages(async (base) => {
      stage = await advisorsStage({ baseUrl: base });
      const advisors = advisorsApp(stage.deps);
      const style = webApp(webStage(MONDAY, { baseUrl: base }).deps);
      return (request) =>
        (new URL(request.url).pathname === '/style.css' ? style : advisors).fetch(request);
    });
    for (const person of [alice({ facts: acceptedAtBrown().facts }), bob(), carol()]) {
      const judged = withCasesJudged(withOutlook(person, PUBLISHED_WORLD, MONDAY), MONDAY);
      await stage.store.write(withLongSources(withOutlook(judged, PUBLISHED_WORLD, MONDAY)));
    }
    await stage.store.write(archived(carol({ id: 'zoe' }), 'Dana Advisor', MONDAY));
    const message = {
      from: 'Dana Advisor',
      subject: 'Office hours',
      paragraphs: ['Come on Friday.'],
    };
    for (const id of ['m1', 'm2']) {
      const { item, parts } = newBulk({ id, cohortId: OWN, message }, ['bob'], MONDAY);
      for (const each of [...parts, item]) await stage.store.write(each);
    }
    await handOut({ ...stage.deps, mayContinue: () => true }, 'm1');
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  /** As many hosts' pages are: an address that no blank breaks. */
  function withLongSources(person: ReturnType<typeof withOutlook>): typeof person {
    if (!person.outlook) return person;
    const source = `https://www.example.org/${'visiting-students/'.repeat(2)}`;
    const due = person.outlook.due.map((each) => ({ ...each, source }));
    return { ...person, outlook: { ...person.outlook, due } };
  }

  async function open(path: string, size: typeof PHONE, script = true): Promise<Page> {
    const page = await browser.open(size, { script });
    const [name = '', value = ''] = (await stage.cookie('lead')).split('=');
    await page.context().addCookies([{ name, value, url: served.base }]);
    await page.goto(`${served.base}${path}`);
    return page;
  }

  describe.each([
    ['of all cohorts', '/advisors'],
    ['whole', REPORT],
    ['filtered', `${REPORT}?code=L2`],
    ['by writer', `${REPORT}?view=writers`],
    ['by what followed an email', `${REPORT}?rung=7&followed=no&utm_source=x`],
    ['by the writer of a letter', `${REPORT}?letter=carol.l1`],
    ['by host', `${REPORT}?view=hosts`],
    ['figures', `${REPORT}?view=figures`],
    ['for a meeting', `${REPORT}?view=meeting`],
    ['refused', `${REPORT}?risk=much`],
    ['of one applicant', `${REPORT}/p/carol`],
    ['of one applicant’s plan', `${REPORT}/p/alice/plan`],
    ['of a season’s end', `${REPORT}/archive`],
    ['message', `${REPORT}/message`],
    ['another address', `${REPORT}/p/carol/address`],
    ['message sent', `${REPORT}/message/m1`],
    ['message under way', `${REPORT}/message/m2`],
  ])('the page %s', (_, path) => {
    test.each([PHONE, DESK])('at $width px has no fault that axe finds, and fits', async (size) => {
      const page = await open(path, size);
      // All that can be opened is looked at too.
      await page.evaluate("document.querySelectorAll('details').forEach((it) => (it.open = true))");
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    });
  });

  test('what can be pressed on the plan of an applicant presses nothing, without script', async () => {
    const page = await open(`${REPORT}/p/alice/plan`, PHONE, false);
    expect(await countOf(page.locator('fieldset button:disabled'))).toBeGreaterThan(0);
    expect(await countOf(page.locator('fieldset button:enabled'))).toBe(0);
  });

  test.each([PHONE, DESK])(
    'at $width px a season is closed by one press, and its list has no fault',
    async (size) => {
      const { facts } = carol();
      const past = { ...facts, profile: { ...facts.profile, name: 'Past Match', matchYear: 2026 } };
      const id = `past-${size.width}`;
      await stage.store.write(withOutlook(carol({ id, facts: past }), PUBLISHED_WORLD, MONDAY));
      const page = await open(`${REPORT}/archive`, size);
      await page.getByText('Who is archived (1)').click();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Archive those whose season is over' }).click();
      expect(await page.locator('div.done').textContent()).toContain('1 applicant archived');
      expect((await stage.store.read('applicant', id))?.archived?.from).toBe(OWN);
    },
  );

  test('loads nothing but itself and its stylesheet, and breaks no rule of its own', async () => {
    const page = await browser.open(DESK);
    const [name = '', value = ''] = (await stage.cookie('lead')).split('=');
    await page.context().addCookies([{ name, value, url: served.base }]);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${served.base}${REPORT}`);
    expect(new Set(asked.filter((origin) => origin !== 'null'))).toEqual(new Set([served.base]));
    expect(complaints).toEqual([]);
  });

  test.each([PHONE, DESK])(
    'at $width px is filtered by its form and by a bar, without script',
    async (size) => {
      const page = await open(REPORT, size, false);
      await page.getByText('Filter and sort').click();
      await page.locator('#filter-img').selectOption('graduate');
      await page.getByRole('button', { name: 'Show' }).click();
      expect(page.url()).toContain('img=graduate');
      expect(await countOf(page.locator('table.people > tbody > tr'))).toBe(1);
      expect(await page.locator('table.people').textContent()).toContain('Bob Tane');
      await page.getByRole('link', { name: 'Remove the filter Enrollment' }).click();
      expect(await countOf(page.locator('table.people > tbody > tr'))).toBe(3);
      await page.getByRole('link', { name: 'figures' }).click();
      await page.locator('svg.bars a', { hasText: 'L2 letter writer' }).click();
      expect(page.url()).toContain('code=L2');
      expect(await page.locator('table.people').textContent()).toContain('Carol Núñez');
    },
  );

  test.each([PHONE, DESK])(
    'at $width px a case is taken, undone and closed, without script',
    async (size) => {
      const page = await open(REPORT, size, false);
      await page.getByRole('link', { name: 'Carol Núñez' }).first().click();
      await page.getByText('Take the case', { exact: true }).click();
      await page.locator('form#form-case-updated [name=note]').fill('called, will ask Dr. Yu');
      await page.getByRole('button', { name: 'Save the case' }).click();
      expect(await page.locator('div.done').textContent()).toContain('Recorded: Case updated');
      expect(
        await page.locator('section[aria-labelledby=case] > p >> nth=1').textContent(),
      ).toContain('called, will ask Dr. Yu');
      await page.getByRole('button', { name: 'Undo the last update of the case' }).click();
      expect(await page.locator('section[aria-labelledby=case]').textContent()).not.toContain(
        'Dr. Yu',
      );
    },
  );

  test('a call is logged from the first screen without script', async () => {
    const page = await open(REPORT, DESK, false);
    await page.getByLabel('Select Carol Núñez').first().check();
    await page.getByText('Log a call', { exact: true }).click();
    await page.locator('#act-note').fill('will ask Dr. Yu');
    await page.getByRole('button', { name: 'Log the call' }).click();
    expect(await page.locator('div.done').textContent()).toContain(
      '1 applicant with a call recorded',
    );
    expect(await page.locator('section', { has: page.locator('#call') }).textContent()).toContain(
      'Call today (0)',
    );
  });

  test('the keyboard reaches the first figure, an applicant and the filter', async () => {
    const page = await open(REPORT, DESK);
    const reached: string[] = [];
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate<string>('document.activeElement.textContent.trim()'));
    }
    expect(reached[0]).toBe('Skip to the content');
    expect(reached).toContain('Carol Núñez');
    expect(reached.some((words) => words.endsWith('to call today'))).toBe(true);
    expect(reached).toContain('Filter and sort');
  });

  test('everything that is pressed is at least 44 px high on a phone', async () => {
    const page = await open(REPORT, PHONE);
    const small = await page.evaluate<string[]>(
      `[...document.querySelectorAll('button, input:not([type=hidden]), select, summary, a.button, a.target')]
        .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 44)
        .map((it) => it.outerHTML.slice(0, 80))`,
    );
    expect(small).toEqual([]);
  });
});
