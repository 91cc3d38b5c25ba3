/** The open pages in a real browser: phone and desk, with and without script, by keyboard, by day and by night. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortlistApp } from '#functions/shortlist.ts';
import { weighHere } from '#shared/shortlist/weigh.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../cast.ts';
import {
  type Browser,
  countOf,
  describeInBrowser,
  faultsOf,
  isShown,
  launchBrowser,
} from './chromium.ts';
import { DESK, PHONE, type Served, servePages } from './served.ts';

const ANSWERS =
  'matchYear=2028&pathway=integrated-ir&enrollment=enrolled&entry=visa&schoolInVslo=yes&step1Passed=yes&month.2027-04=yes&month.2027-05=yes&month.2027-06=yes';
/** On a wide page the rows that a phone folds are open. */
const ROWS = ':is(#rotations ~ ol, #rotations ~ .rest > ol) > li';
const PATHS = {
  questions: '/shortlist',
  answer: `/shortlist?${ANSWERS}`,
  'side by side': `/shortlist?${ANSWERS}&compare.yale-international-electives=yes&compare.uab-international-electives=yes&compare.ochsner-electives-new-orleans=yes`,
  refused: `/shortlist?${ANSWERS}&visaWaitDays=9999`,
  directory: '/programs',
  program: '/programs/4160800001',
  host: '/programs/hosts/stanford',
} as const;

describeInBrowser('the open pages', () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    browser = await launchBrowser();
    const app = shortlistApp({
      clock: { now: () => MONDAY },
      worldFor: () => PUBLISHED_WORLD,
      weigh: weighHere,
      baseUrl: 'http://127.0.0.1',
      newId: () => 'ref-1',
      log: (_, event, { error }) => {
        throw new Error(event, { cause: error });
      },
    });
    served = await servePages(() => app.fetch);
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  describe.each(Object.entries(PATHS))('%s', (_, path) => {
    test.each([PHONE, DESK])('at $width px has nothing that axe finds, and fits', async (size) => {
      const page = await browser.open(size);
      await page.goto(`${served.base}${path}`);
      for (const summary of await page
        .locator('main > section > details > summary:visible')
        .all()) {
        await summary.click();
      }
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    });
  });

  test('a list is asked for and read without script, and its address gives it again', async () => {
    const page = await browser.open(PHONE, { script: false });
    await page.goto(`${served.base}/shortlist`);
    await page.getByLabel('Your Match year').fill('2028');
    await page.getByLabel('Your pathway to IR').selectOption('integrated-ir');
    await page.getByLabel('Are you enrolled in a medical school?').selectOption('enrolled');
    await page.locator('summary', { hasText: 'When and how much' }).click();
    await page.getByLabel('May 2027').check();
    await page.getByLabel('June 2027').check();
    await page.getByRole('button', { name: 'Show my list' }).click();
    expect(new URL(page.url()).searchParams.get('month.2027-05')).toBe('yes');
    const first = page.locator('#rotations ~ ol summary').first();
    const words = await first.textContent();
    expect(words).toMatch(/^\s*1\s/);
    await page.goto(page.url());
    expect(await first.textContent()).toBe(words);
    await page.close();
  });

  test('two places are ticked in their rows and compared, without script', async () => {
    const page = await browser.open(PHONE, { script: false });
    await page.goto(`${served.base}${PATHS.answer}`);
    await page.getByLabel(/^Compare Yale/).check();
    await page.getByText('more on this page').first().click();
    await page.getByLabel(/^Compare Stanford/).check();
    await page.getByRole('button', { name: 'Compare', exact: true }).first().click();
    const columns = page.locator('.compare thead th:not(:first-child)');
    await columns.first().waitFor();
    expect(await columns.allTextContents()).toEqual([
      expect.stringContaining('Yale'),
      expect.stringContaining('Stanford'),
    ]);
    expect(await page.getByLabel(/^Compare Yale/).isChecked()).toBe(true);
    await page.close();
  });

  test('twelve offerings are on one desktop screen, and the page is under 3,000 px', async () => {
    const page = await browser.open({ width: 1280, height: 800 });
    await page.goto(`${served.base}${PATHS.answer}`);
    const rows = page.locator(ROWS);
    expect(await countOf(rows)).toBe(12);
    const last = await rows.nth(11).boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(800);
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(3000);
    await page.close();
  });

  test('a phone folds the rest: the page is under 4,000 px', async () => {
    const page = await browser.open(PHONE);
    await page.goto(`${served.base}${PATHS.answer}`);
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(4000);
    expect(await isShown(page.locator(ROWS).nth(4))).toBe(true);
    expect(await isShown(page.locator(ROWS).nth(5))).toBe(false);
    await page.getByText('7 more on this page').first().click();
    expect(await isShown(page.locator(ROWS).nth(11))).toBe(true);
    await page.close();
  });

  test('four questions stand open, and the answer to them is a list', async () => {
    const page = await browser.open(DESK);
    await page.goto(`${served.base}/shortlist`);
    expect(await isShown(page.getByLabel('How will you enter the US?'))).toBe(true);
    expect(await isShown(page.getByLabel('May 2027'))).toBe(false);
    await page.getByLabel('Your Match year').fill('2028');
    await page.getByLabel('Your pathway to IR').selectOption('integrated-ir');
    await page.getByLabel('Are you enrolled in a medical school?').selectOption('enrolled');
    await page.getByRole('button', { name: 'Show my list' }).click();
    expect(await countOf(page.locator(ROWS))).toBe(12);
    await page.close();
  });

  test('the keyboard opens the reasons of the first place', async () => {
    const page = await browser.open(DESK);
    await page.goto(`${served.base}${PATHS.answer}`);
    const reasons = page.locator('#rotations ~ ol details').first();
    await reasons.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await isShown(reasons.getByText('All we know, with sources'))).toBe(true);
    await page.close();
  });

  test('what is wrong is said first, with a way to its field', async () => {
    const page = await browser.open(PHONE);
    await page.goto(`${served.base}${PATHS.refused}`);
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).toContain(
      'Days to wait for a visa appointment: Enter a whole number',
    );
    await alert.getByRole('link').first().click();
    expect(await page.evaluate<string>('location.hash')).toContain('visaWaitDays');
    await page.close();
  });
});
