/** From `/` to a rotation on the board, as someone does it who has never been here: every press is counted. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { countOf, describeInBrowser, faultsOf } from './chromium.ts';
import { DESK, PHONE } from './served.ts';
import { servedStage } from './served-plans.ts';

const NOVEMBER = '2026-11-28T15:00:00.000Z';

describeInBrowser('a newcomer', () => {
  const { open, base, stage } = servedStage(NOVEMBER);

  async function started(page: Page, address: string): Promise<void> {
    await page.goto(base());
    await page.getByRole('link', { name: 'Start my plan' }).click();
    await page.getByLabel('Your name').fill('Radha Iyer');
    await page.getByLabel('Your email address').fill(address);
    await page.getByLabel('Time zone').fill('Pune');
    await page.getByLabel('Match year').selectOption('2028');
    await page.getByLabel('Student or graduate').selectOption('enrolled');
    await page.getByLabel('Your pathway into IR').selectOption('ir-dr-backup');
    await page.getByRole('button').click();
    expect(await page.locator('h1').textContent()).toBe('Check your email');
  }

  /** As the emailed link opens it. */
  async function linkOf(address: string): Promise<string> {
    const { rows } = await stage().store.due('2099-01-01T00:00:00.000Z', 100);
    const people = await Promise.all(rows.map(({ id }) => stage().store.read('applicant', id)));
    const person = people.find((each) => each?.facts.profile.address === address);
    return `${base()}/a/${await stage().token({ personId: person?.id ?? '' })}`;
  }

  test.each([
    { ...PHONE, script: false },
    { ...DESK, script: true },
  ])('has a rotation on the board five presses after the link ($width px)', async (of) => {
    const address = `radha${of.width}@example.org`;
    const page = await open(of, { script: of.script });
    await started(page, address);
    await page.goto(await linkOf(address));
    let presses = 0;
    const press = async (what: Locator) => {
      presses += 1;
      await what.click();
    };
    await press(page.getByRole('button', { name: 'start my plan' }));
    expect(await page.locator('div.done').textContent()).toContain('Your plan is started.');
    expect(await page.locator('#next').textContent()).toBe('Add your first rotation');
    expect(await countOf(page.locator('#findings, .status.late'))).toBe(0);
    expect(await countOf(page.getByRole('link', { name: 'See where you could rotate' }))).toBe(1);
    if (of.script) expect(await faultsOf(page)).toEqual([]);
    await page.locator('input[name=q]').fill('yale');
    await press(page.getByRole('button', { name: 'Search' }));
    await press(page.getByRole('link', { name: /^Yale School of Medicine: Visiting Intern/ }));
    await press(page.getByRole('button', { name: 'Add the rotation' }));
    await press(page.getByRole('link', { name: 'Plan', exact: true }));
    expect(await page.locator('.board li').first().textContent()).toContain('Yale');
    expect(await countOf(page.locator('div.done'))).toBe(0);
    expect(presses).toBe(5);
    await page.close();
  });

  test('is shown each wrong field by a link to it, and types nothing again', async () => {
    const page = await open(PHONE);
    await page.goto(`${base()}/start`);
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
