/** The applicant's pages in a real browser: at a phone's width and a desk's, by keyboard, without script. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webApp } from '#functions/web.ts';
import { webStage } from '../functions/web-stage.ts';
import { acceptedAtBrown } from '../shared/plan/moves/stories.ts';
import {
  axeViolations,
  type Browser,
  describeInBrowser,
  faultsOf,
  isShown,
  launchBrowser,
} from './chromium.ts';
import { DESK, PHONE, type Served, servePages } from './served.ts';

const APRIL = '2027-04-01T15:00:00.000Z';

describeInBrowser('the applicant’s pages', () => {
  let browser: Browser;
  let served: Served;
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages(async (base) => {
      const stage = webStage(APRIL, { baseUrl: base });
      await stage.add('alice', acceptedAtBrown().facts);
      const plan = `/a/${await stage.token({ personId: 'alice' })}`;
      paths.plan = plan;
      paths.rotation = `${plan}/r/r1?do=document-updated.tb`;
      paths.expired = `/a/${await stage.token({ personId: 'alice' }, 61)}`;
      paths.foreign = '/a/nonsense';
      paths.guide = '/guide';
      paths.stop = `/u/${await stage.token({ personId: 'alice', purpose: 'unsubscribe' })}`;
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
    return page;
  }

  describe.each(['plan', 'rotation', 'expired', 'foreign', 'stop', 'guide'])(
    'the %s page',
    (name) => {
      test.each([PHONE, DESK])(
        'at $width px has no fault that axe finds, by day and by night, and fits',
        async (size) => {
          const page = await open(name, size);
          expect(await faultsOf(page)).toEqual([]);
          await page.close();
        },
      );

      test('loads nothing but itself and its stylesheet, and fits the narrowest phone', async () => {
        const page = await browser.open({ width: 320, height: 640 });
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).origin));
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        await page.goto(`${served.base}${paths[name]}`);
        expect(new Set(asked.filter((origin) => origin !== 'null'))).toEqual(
          new Set([served.base]),
        );
        // That a link is old or foreign is in the status, which the browser reports itself.
        expect(complaints.filter((text) => !/status of 4(04|10)/.test(text))).toEqual([]);
        expect(await sidewaysPixels(page)).toBe(0);
        await page.close();
      });
    },
  );

  test('the keyboard reaches the content, the first form and its button', async () => {
    const page = await open('rotation', PHONE);
    const reached: string[] = [];
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate<string>(FOCUSED));
    }
    expect(reached[0]).toBe('a Skip to the content');
    expect(reached).toContain('select status');
    expect(reached.indexOf('button Save the document')).toBeGreaterThan(
      reached.indexOf('select status'),
    );
  });

  test('everything that is pressed is at least 44 px high', async () => {
    const page = await open('rotation', PHONE);
    expect(await page.evaluate<string[]>(SMALL_TARGETS)).toEqual([]);
  });

  test('a form is filled in, sent, shown and undone without script', async () => {
    const page = await open('rotation', PHONE, false);
    const form = page.locator('form[id="form-document-updated.tb"]');
    await form.locator('select[name=status]').selectOption('submitted');
    await form.locator('input[name=issuedOn]').fill('2027-03-30');
    await form.getByRole('button', { name: 'Save the document' }).click();
    expect(page.url()).toContain('?done=');
    expect(await page.locator('div.done').textContent()).toContain('Document updated: TB test');
    await page.getByRole('button', { name: 'Undo my last update' }).click();
    expect(await page.locator('div.done').textContent()).toContain(
      'The previous update was undone',
    );
  });

  test('a form filled in wrongly comes back with the error beside the field and the values kept', async () => {
    const page = await open('rotation', PHONE);
    await page.getByText('What else happened?').click();
    await page.getByText('The dates changed').click();
    const form = page.locator('form[id="form-dates-changed"]');
    await form.locator('input[name="dates.start"]').fill('2027-08-30');
    await form.locator('input[name="dates.end"]').fill('2027-08-02');
    await form.getByRole('button', { name: 'Save the dates' }).click();
    expect(await page.locator('[role=alert]').textContent()).toContain(
      'Last day is before the first day.',
    );
    expect(await page.locator('input[name="dates.start"]').inputValue()).toBe('2027-08-30');
    expect(await isShown(page.locator('.field.wrong .error'))).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });
});

// Expressions for the browser, as text: this project's types know no document.
const FOCUSED = `(() => {
  const it = document.activeElement;
  return it.tagName.toLowerCase() + ' ' + (it.getAttribute('name') ?? it.textContent.trim());
})()`;

const SMALL_TARGETS = `[...document.querySelectorAll('button, input:not([type=hidden]), select, summary, a.button, a.target')]
  .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 44)
  .map((it) => it.outerHTML.slice(0, 80))`;

function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}
