/** How a person wishes to be emailed, in a real browser: another day, the hours, the topics; also without script. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webApp } from '#functions/web.ts';
import { webStage } from '../functions/web-stage.ts';
import { acceptedAtBrown } from '../shared/plan/moves/stories.ts';
import { type Browser, describeInBrowser, faultsOf, isShown, launchBrowser } from './chromium.ts';
import { DESK, PHONE, type Served, servePages } from './served.ts';

const MAY = '2027-05-03T15:00:00.000Z';
const SIZES = [PHONE, DESK];

describeInBrowser('the wishes of a person', () => {
  let browser: Browser;
  let served: Served;
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages(async (base) => {
      const stage = webStage(MAY, { baseUrl: base });
      // Brown's papers are due on Mon 7 June. One was put off, and one topic is stopped.
      const tdap = {
        rule: 'G14',
        subject: 'r1/tdap',
        day: '2027-06-07',
        until: '2027-05-20',
      } as const;
      const { facts } = acceptedAtBrown();
      await stage.add('alice', { ...facts, mailing: { stopped: ['season'], snoozes: [tdap] } });
      const plan = `/a/${await stage.token({ personId: 'alice' })}`;
      const stop = `/u/${await stage.token({ personId: 'alice', purpose: 'unsubscribe' })}`;
      paths.plan = plan;
      paths.you = `${plan}/you`;
      paths.later = `${plan}/later?rule=G14&subject=r1%2Ftb`;
      paths.gone = `${plan}/later?rule=G14&subject=r1%2Fnothing`;
      paths.stop = stop;
      paths.topic = `${stop}/overview`;
      paths.stopped = `${stop}/season`;
      return webApp(stage.deps).fetch;
    });
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function open(name: string, size: typeof PHONE, script = true): Promise<Page> {
    const page = await browser.open(size, { script });
    await page.goto(`${served.base}${paths[name]}`);
    await page.evaluate(OPEN_ALL);
    return page;
  }

  async function expectSound(page: Page, { width }: { width: number }): Promise<void> {
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate<string[]>(smallTargets(width < 600 ? 44 : 24))).toEqual([]);
  }

  describe.each(['plan', 'you', 'later', 'gone', 'stop', 'topic', 'stopped'])(
    'the %s page',
    (name) => {
      test.each(SIZES)(
        'at $width px has no fault that axe finds, every form open, and fits',
        async (size) => {
          const page = await open(name, size);
          await expectSound(page, size);
          await page.close();
        },
      );
    },
  );

  test.each(SIZES)(
    'a day after the next firm reminder is refused with the last day to choose, at $width px',
    async (size) => {
      const page = await open('later', size);
      const form = page.locator('form[id="form-snoozed"]');
      await form.locator('input[name=until]').fill('2027-06-10');
      await form.getByRole('button', { name: 'Remind me that day' }).click();
      const text = await page.locator('[role=alert]').textContent();
      expect(text).toMatch(/The last day you can choose is \w+, Jun \d, 2027/);
      expect(await form.locator('input[name=until]').inputValue()).toBe('2027-06-10');
      await expectSound(page, size);
      await page.close();
    },
  );

  test('without script: put off, woken, hours set, a topic stopped', async () => {
    const page = await open('later', PHONE, false);
    await page.getByRole('button', { name: /^Remind me on Thu, May 6/ }).click();
    await page.getByRole('link', { name: /^\d put off$/ }).click();
    expect(await isShown(page.getByText('TB test for the Brown IR rotation, until'))).toBe(true);
    await page.getByRole('button', { name: 'Remind me again' }).first().click();
    expect(await isShown(page.locator('div.done'))).toBe(true);
    await page.close();

    const plan = await open('you', PHONE, false);
    await plan.locator('select[name=hour]').selectOption('17:00');
    await plan.getByRole('button', { name: 'Save these times' }).click();
    expect(await isShown(plan.getByText('at most once a day, at 5 p.m.'))).toBe(true);
    await plan.evaluate(OPEN_ALL);
    await plan.getByRole('button', { name: 'Stop emails about letters' }).click();
    await plan.evaluate(OPEN_ALL);
    expect(await isShown(plan.getByRole('button', { name: 'Email me about letters' }))).toBe(true);
    await plan.close();
  });
});

// Expressions for the browser, as text: this project's types know no document.
const OPEN_ALL = 'for (const each of document.querySelectorAll("details")) each.open = true';
const smallTargets = (
  leastPx: number,
) => `[...document.querySelectorAll('button, input:not([type=hidden]), select, summary, a.button, a.target')]
  .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < ${leastPx})
  .map((it) => it.outerHTML.slice(0, 80))`;
