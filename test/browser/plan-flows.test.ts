/** What a person does on the plan, in a real browser: at a phone's width and a desk's, with script and without. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { midwayAtBrown } from '../shared/plan/moves/stories.ts';
import { axeViolations, describeInBrowser, faultsOf, isShown, tabTo } from './chromium.ts';
import { DESK, PHONE } from './served.ts';
import { servedPlans } from './served-plans.ts';

const JULY = '2027-07-20T15:00:00.000Z';
const PAGES = [
  '',
  '/you',
  '/calendar',
  '/r/r1',
  '/r/plan',
  '/add',
  '/profile',
  '/costs',
  '/experience',
  '/export',
  '/delete',
];

describeInBrowser('a person’s plan', () => {
  const plans = servedPlans(JULY, midwayAtBrown().facts);

  const heading = (page: Page) => page.locator('h1').textContent();

  describe.each(PAGES)('the page “%s”', (path) => {
    test.each([PHONE, DESK])('at $width px has no fault that axe finds, and fits', async (size) => {
      const page = await plans.open(size);
      await page.goto(`${await plans.plan()}${path}`);
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate<string[]>(smallTargets(size === PHONE ? 44 : 24))).toEqual([]);
      await page.close();
    });
  });

  test('at 200 % zoom no page scrolls sideways', async () => {
    const plan = await plans.plan();
    const page = await plans.open({ width: 640, height: 400 });
    const wide: string[] = [];
    for (const path of PAGES) {
      await page.goto(`${plan}${path}`);
      if ((await page.evaluate<number>(SIDEWAYS)) > 0) wide.push(path);
    }
    expect(wide).toEqual([]);
    await page.close();
  });

  test.each([PHONE, DESK])(
    'by keyboard alone at $width px a rotation is opened and a mentor named',
    async (size) => {
      const page = await plans.open(size);
      await page.goto(await plans.plan());
      await tabTo(page, 'Brown IR rotation');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/r\/r1/);
      await tabTo(page, 'Name your mentor');
      await page.keyboard.press('Enter');
      await page.waitForURL(/do=mentor-named/);
      await page.keyboard.press('Tab');
      await page.keyboard.type('Dr. Amsel');
      await page.keyboard.press('Enter');
      await page.waitForURL(/done=/);
      expect(await page.locator('div.done').textContent()).toContain('Recorded:');
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    },
  );

  test.each([PHONE, DESK])('the way in at $width px has no fault either', async (size) => {
    const page = await plans.open(size);
    await page.goto(`${plans.base()}/start`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate<number>(SIDEWAYS)).toBe(0);
    await page.getByRole('button').click();
    expect(await page.locator('[role=alert]').textContent()).toContain('Your name is missing.');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  describe.each([
    { ...PHONE, script: false },
    { ...DESK, script: true },
  ])('at $width px, with script: $script,', ({ width, height, script }) => {
    const open = (url: string) =>
      plans.open({ width, height }, { script }).then(async (page) => {
        await page.goto(url);
        return page;
      });

    test('a site is found, picked, filled in and added', async () => {
      const page = await open(await plans.plan());
      await page.getByText('+ Add a rotation').click();
      await page.locator('input[name=q]').fill('yale');
      await page.getByRole('button', { name: 'Search' }).click();
      await page
        .getByRole('link', { name: /^Yale School of Medicine: Visiting International/ })
        .click();
      expect(await page.locator('input[name="rotation.host.name"]').inputValue()).toBe(
        'Yale School of Medicine',
      );
      expect(await page.locator('input[name="rotation.route"]').inputValue()).toBe('vslo');
      expect(await page.locator('#picked').textContent()).toBe('Yale School of Medicine');
      await page.getByRole('button', { name: 'Add the rotation' }).click();
      expect(await heading(page)).toBe('Yale School of Medicine IR rotation');
      expect(await page.locator('div.done').textContent()).toContain('Added to the plan');
      await page.getByRole('button', { name: 'Undo my last update' }).click();
      expect(await page.locator('h1').textContent()).toContain('your rotation plan');
    });

    test('a site of any route and country is entered by hand', async () => {
      const page = await open(`${await plans.plan()}/add`);
      await page.getByText('Enter a site by hand').click();
      const form = page.locator('#form-rotation-added');
      await form.locator('input[name="rotation.host.name"]').fill('City Hospital <i>Pune</i>');
      await form.locator('select[name="rotation.route"]').selectOption('observership');
      await form.locator('select[name="rotation.mode"]').selectOption('observer');
      await form.locator('input[name="rotation.country"]').fill('India');
      await form.getByRole('button').click();
      expect(await heading(page)).toBe('City Hospital <i>Pune</i> IR rotation');
    });

    test('a cost is entered, corrected and taken out', async () => {
      const page = await open(`${await plans.plan()}/costs`);
      const total = async () =>
        Number((await page.locator('#sum').textContent())?.replace(/[^0-9]/g, ''));
      const before = await total();
      await page.getByText('Add a cost').click();
      const form = page.locator('form#form-cost-entered');
      await form.locator('select[name="cost.kind"]').selectOption('housing');
      await form.locator('input[name="cost.amountUsd"]').fill('1400');
      await form.getByRole('button').click();
      expect(await total()).toBe(before + 1400);
      await page.getByText('Edit: Housing, $1,400').click();
      const correct = page.locator('form[id^="form-cost-entered."]');
      await correct.locator('select[name="cost.state"]').selectOption('paid');
      await correct.getByRole('button').click();
      expect(await page.locator('#sum + p').textContent()).toContain('$1,400 paid');
      await page.getByText('Remove: Housing').click();
      await page.getByRole('button', { name: 'Remove the cost' }).click();
      expect(await total()).toBe(before);
    });

    test('the profile is saved, and a year that cannot be comes back with its sentence', async () => {
      const page = await open(`${await plans.plan()}/profile`);
      await page.locator('select[name="profile.entry"]').selectOption('visa');
      await page.locator('input[name="profile.visaWaitDays"]').fill('210');
      await page.getByRole('button', { name: 'Save my profile' }).click();
      expect(await page.locator('main').textContent()).toContain(
        'Wait at your consulate: 210 days',
      );
      await page.locator('input[name="profile.matchYear"]').fill('1899');
      await page.getByRole('button', { name: 'Save my profile' }).click();
      expect(await page.locator('#problem').textContent()).toContain(
        'Match year is not a whole number from 2020 to 2060.',
      );
      expect(await page.locator('input[name="profile.matchYear"]').inputValue()).toBe('1899');
    });

    test('cases are counted, and patient data is refused with what was typed kept', async () => {
      const page = await open(`${await plans.plan()}/r/r1`);
      const log = async (procedure: string) => {
        const form = page.locator('#form-cases-counted');
        if (!(await isShown(form))) await page.getByText('Log the cases of one day').click();
        await form.locator('input[name=on]').fill('2027-07-19');
        await form.locator('input[name=procedure]').fill(procedure);
        await form.locator('input[name=count]').fill('3');
        await form.getByRole('button').click();
      };
      await log('biopsy');
      expect(await page.locator('section[aria-labelledby=diary]').textContent()).toContain(
        'Hands-on, 3: biopsy 3',
      );
      await log('biopsy, Mrs. Okafor');
      expect(await page.locator('#problem').textContent()).toContain(
        'Procedure names a person: enter what was done, and nothing about the patient.',
      );
      expect(await page.locator('input[name=procedure]').inputValue()).toBe('biopsy, Mrs. Okafor');
    });

    test('a story is noted, and an experience whose part is not said holds back the list', async () => {
      const page = await open(`${await plans.plan()}/experience`);
      await page.getByText('Teamwork between professions').click();
      const story = page.locator('form[id="form-story-noted.teamwork"]');
      await story.locator('textarea').fill('A night on call with nurse and anesthetist');
      await story.getByRole('button').click();
      expect(await page.locator('#stories').textContent()).toContain('1 of 3');
      await page.getByText('Add an experience that is not on this plan').click();
      const form = page.locator('#form-experience-added');
      await form.locator('input[name="experience.title"]').fill('IR elective');
      await form.locator('input[name="experience.place"]').fill('Home hospital');
      await form.locator('input[name="experience.country"]').fill('IN');
      await form.locator('input[name="experience.dates.start"]').fill('2026-01-05');
      await form.locator('input[name="experience.dates.end"]').fill('2026-01-30');
      await form.getByRole('button').click();
      expect(await page.locator('section[aria-labelledby=eras]').textContent()).toContain(
        'your role (hands-on, observer, or research) is missing',
      );
    });

    test('everything is taken away, and then the plan is deleted', async () => {
      const plan = await plans.plan();
      const page = await open(`${plan}/you`);
      await page.getByRole('link', { name: 'Delete my plan' }).click();
      await page.getByRole('button', { name: 'Delete my plan' }).click();
      expect(await heading(page)).toBe('Your plan will be deleted');
      await page.goto(plan);
      expect(await heading(page)).toBe('Your plan will be deleted');
    });

    test('of two tabs the older one is told the current state, and nothing is overwritten', async () => {
      const plan = await plans.plan();
      const [first, second] = [await open(`${plan}/r/r1`), await open(`${plan}/r/r1`)];
      for (const page of [first, second]) await page.getByText('Name your mentor').click();
      const name = async (page: Page, mentor: string) => {
        await page.locator('#form-mentor-named input[name=mentor]').fill(mentor);
        await page.locator('#form-mentor-named').getByRole('button').click();
      };
      await name(first, 'Dr. Amsel');
      await name(second, 'Dr. Birk');
      expect(await second.locator('#problem').textContent()).toContain(
        'Your plan changed after you opened this page. Nothing was changed now',
      );
      expect(await second.locator('section[aria-labelledby=diary]').textContent()).toContain(
        'mentor: Dr. Amsel',
      );
      expect(await second.locator('#form-mentor-named input[name=mentor]').inputValue()).toBe(
        'Dr. Birk',
      );
    });
  });
});

// Expressions for the browser, as text: this project's types know no document.
const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const smallTargets = (
  leastPx: number,
) => `[...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, a.button, a.target')]
  .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < ${leastPx})
  .map((it) => it.outerHTML.slice(0, 80))`;
