/** From `/` to a rotation on the board, as somebody does it who has never been here: every press is counted. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webApp } from '#functions/web.ts';
import { type Stage, webStage } from '../functions/web-stage.ts';
import { type Browser, countOf, describeInBrowser, faultsOf, launchBrowser } from './chromium.ts';
import { DESK, PHONE, type Served, servePages } from './served.ts';

const NOVEMBER = '2026-11-28T15:00:00.000Z';

describeInBrowser('a newcomer', () => {
  let browser: Browser;
  let served: Served;
  let stage: Stage;

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages((base) => {
      stage = webStage(NOVEMBER, { baseUrl: base });
      return webApp(stage.deps).fetch;
    });
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function started(page: Page, address: string): Promise<void> {
    await page.goto(served.base);
    await page.getByRole('link', { name: 'Start my plan' }).click();
    await page.getByLabel('Your name').fill('Radha Iyer');
    await page.getByLabel('Your email address').fill(address);
    await page.getByLabel('Time zone').fill('India');
    await page.getByLabel('Match year').selectOption('2028');
    await page.getByLabel('Student or graduate').selectOption('enrolled');
    await page.getByLabel('Your pathway into IR').selectOption('ir-dr-backup');
    await page.getByRole('button').click();
    expect(await page.locator('h1').textContent()).toBe('Check your email');
  }

  /** As the emailed link opens it. */
  async function linkOf(address: string): Promise<string> {
    const { rows } = await stage.store.due('2099-01-01T00:00:00.000Z', 100);
    const people = await Promise.all(rows.map(({ id }) => stage.store.read('applicant', id)));
    const person = people.find((each) => each?.facts.profile.address === address);
    return `${served.base}/a/${await stage.token({ personId: person?.id ?? '' })}`;
  }

  test.each([
    { ...PHONE, script: false },
    { ...DESK, script: true },
  ])('has a rotation on the board five presses after the link ($width px)', async (of) => {
    const address = `radha${of.width}@example.org`;
    const page = await browser.open(of, { script: of.script });
    await started(page, address);
    await page.goto(await linkOf(address));
    let presses = 0;
    const press = async (what: Locator) => {
      presses += 1;
      await what.click();
    };
    await press(page.getByRole('button', { name: 'start my plan' }));
    expect(await page.locator('#next').textContent()).toBe('Add your first rotation');
    if (of.script) expect(await faultsOf(page)).toEqual([]);
    await page.locator('input[name=q]').fill('yale');
    await press(page.getByRole('button', { name: 'Search' }));
    await press(page.getByRole('link', { name: /^Yale School of Medicine: Visiting Intern/ }));
    await press(page.getByRole('button', { name: 'Add the rotation' }));
    await press(page.getByRole('link', { name: 'Plan', exact: true }));
    expect(await page.locator('.board li').first().textContent()).toContain('Yale');
    expect(presses).toBe(5);
    await page.close();
  });

  test('is shown each wrong field by a link to it, and types nothing again', async () => {
    const page = await browser.open(PHONE);
    await page.goto(`${served.base}/start`);
    await page.getByLabel('Your name').fill('Radha Iyer');
    await page.getByLabel('Your email address').fill('Radha <r@example.org>');
    await page.getByLabel('Time zone').fill('IST');
    await page.getByRole('button').click();
    await page.getByRole('link', { name: /^Time zone must be a city/ }).click();
    expect(await page.locator(':focus').getAttribute('name')).toBe('zone');
    expect(await page.locator(':focus').inputValue()).toBe('IST');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Radha Iyer');
    expect(await countOf(page.locator('[aria-invalid=true]'))).toBe(5);
    await page.close();
  });
});
