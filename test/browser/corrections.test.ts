/** A correction's life in a real browser, without script: Omar enters it, Mal of another cohort confirms it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { advisorsApp } from '#functions/advisors.ts';
import { worldItem } from '#functions/read-world.ts';
import { webApp } from '#functions/web.ts';
import { DATES_PATH, HOSTS_PATH } from '#shared/base/links/advisor-paths.ts';
import { alice, MONDAY } from '../cast.ts';
import { type AdvisorsStage, advisorsStage } from '../functions/advisors-stage.ts';
import { webStage } from '../functions/web-stage.ts';
import { type Browser, describeInBrowser, faultsOf, launchBrowser } from './chromium.ts';
import { DESK, PHONE, type Served, servePages } from './served.ts';

describeInBrowser('corrections', () => {
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
    await stage.store.write(alice());
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  test('a season date: entered after a look at whom it affects, asked again, confirmed by another school', async () => {
    const page = await open(await stage.cookie('advisor'), PHONE);
    await page.getByText('Correct a season date').click();
    const form = page.locator('details[open] form');
    await form.getByLabel('Match year').fill('2028');
    await form.getByLabel('Which date').selectOption('eras-opens');
    await form.getByLabel('Correct date').fill('2027-04-21');
    await form.getByLabel('Page you read it on').fill('https://students-residents.aamc.org/');
    await form.getByLabel('Why').fill('Earlier this year');
    await form.getByRole('button', { name: 'Correct the date' }).click();
    expect(await page.locator('main').textContent()).toContain('In your cohorts: 1 person.');
    await page.getByLabel('I read the page again, and this is right').check();
    await page.getByRole('button', { name: 'Save it' }).click();
    expect(await page.locator('main').textContent()).toContain('Not yet confirmed (1)');
    await page.close();

    const mals = await open(await stage.other('Mal'), DESK);
    await mals.getByRole('button', { name: 'I read this page, too' }).click();
    expect(await mals.locator('main').textContent()).toContain('Nobody in your cohorts.');
    await mals.getByLabel('I read the page again, and this is right').check();
    await mals.getByRole('button', { name: 'Save it' }).click();
    expect(await mals.locator('main').textContent()).toContain('confirmed for everyone');
    await mals.close();
  });

  test.each([
    [
      'Who may come',
      async (page: Page) => page.getByLabel('Graduates', { exact: true }).selectOption('yes'),
      'accepted',
    ],
    [
      'Months and length',
      async (page: Page) => page.getByLabel('September').first().check(),
      'September',
    ],
    ['Dates', async (page: Page) => page.getByLabel('Last day to apply').fill('130'), '130 days'],
    [
      'The offering itself',
      async (page: Page) => page.getByLabel('Its own web domain').fill('ynhh.org'),
      'ynhh.org',
    ],
  ])('a host is chosen in the list, and a cell is filled in: %s', async (group, answer, words) => {
    const page = await open(await stage.cookie('advisor'), DESK);
    await page.goto(`${served.base}${HOSTS_PATH}?text=yale`);
    const row = page.locator('tr').filter({ hasText: 'yale-international-electives' });
    await row.getByRole('link', { name: 'Correct' }).click();
    await page.locator('summary').filter({ hasText: group }).click();
    await answer(page);
    const form = page.locator('form').filter({ hasText: 'Fill in only' });
    await form.getByLabel('Page you read it on').fill('https://medicine.yale.edu/');
    await form.getByLabel('Why').fill('Their page says so');
    await form.getByRole('button', { name: 'Save the corrections' }).click();
    await page.getByRole('button', { name: 'Save it' }).click();
    expect(await page.locator('#waiting + ul').textContent()).toContain(words);
    await page.close();
  });

  test('a new host is entered, and its cells can be chosen', async () => {
    const page = await open(await stage.cookie('advisor'), PHONE);
    await page.getByText('Enter a new host').click();
    const form = page.locator('details[open] form');
    await form.getByLabel('Name of the host').fill('Rural Medical Center');
    await form.getByLabel('State').fill('NE');
    await form.getByLabel('This page is').selectOption('secondary');
    await form.getByLabel('Page you read it on').fill('https://www.ruralmed.org/');
    await form.getByLabel('Why').fill('Two of our students went there');
    await form.getByRole('button', { name: 'Enter the host' }).click();
    await page.getByRole('button', { name: 'Save it' }).click();
    expect((await worldItem(stage.store)).corrections.at(-1)?.of).toBe('new-host');
    await page.getByRole('link', { name: 'Fill in what is known about it' }).click();
    expect(await page.locator('main').textContent()).toContain('Correct Rural Medical Center');
    await page.close();
  });

  test.each([PHONE, DESK])(
    'at $width px the page and the look before saving have no fault that axe finds, and fit',
    async (size) => {
      const page = await browser.open(size);
      await signedIn(page, await stage.cookie('lead'));
      await page.goto(
        `${served.base}${DATES_PATH}?of=host&institutionId=yale-international-electives`,
      );
      await page.evaluate("document.querySelectorAll('details').forEach((it) => (it.open = true))");
      expect(await faultsOf(page)).toEqual([]);
      const form = page.locator('form').filter({ hasText: 'Fill in only' });
      await form.locator('#host-papersWithApplication-passport').check();
      await form.getByLabel('Page you read it on').fill('https://medicine.yale.edu/');
      await form.getByLabel('Why').fill('Their page says so');
      await form.getByRole('button', { name: 'Save the corrections' }).click();
      expect(await page.locator('h1').textContent()).toBe('Check before you save');
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    },
  );

  async function open(cookie: string, size: typeof PHONE): Promise<Page> {
    const page = await browser.open(size, { script: false });
    await signedIn(page, cookie);
    await page.goto(`${served.base}${DATES_PATH}`);
    return page;
  }

  async function signedIn(page: Page, cookie: string): Promise<void> {
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: served.base }]);
  }
});
