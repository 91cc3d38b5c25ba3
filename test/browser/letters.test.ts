/** The pages of letters in a real browser: the writer's, the packet, and the applicant's own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webApp } from '#functions/web.ts';
import { newWriter } from '#shared/people/person/writer.ts';
import { webStage } from '../functions/web-stage.ts';
import { midwayAtBrown } from '../shared/plan/moves/stories.ts';
import {
  type Browser,
  describeInBrowser,
  faultsOf,
  isShown,
  launchBrowser,
  tabTo,
} from './chromium.ts';
import { DESK, PHONE, type Served, servePages } from './served.ts';

const JULY = '2027-07-22T15:00:00.000Z';

describeInBrowser('the pages of letters', () => {
  let browser: Browser;
  let served: Served;
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages(async (base) => {
      const stage = webStage(JULY, { baseUrl: base });
      await stage.add('alice', promised().facts);
      const writer = newWriter({ id: 'w1', name: 'Dr. Ortiz', address: 'ortiz@example.org' }, JULY);
      const pointers = [
        { applicantId: 'alice', letterId: LETTER, revision: 1, dueOn: '2027-08-20' as const },
      ];
      await stage.store.write({ ...writer, pointers });
      const letters = `/l/${await stage.token({ personId: 'w1', purpose: 'letters' })}`;
      const plan = `/a/${await stage.token({ personId: 'alice' })}`;
      paths.letters = letters;
      paths.packet = `${letters}/alice/${LETTER}`;
      paths.stop = `/s/${await stage.token({ personId: 'w1', purpose: 'letters-stop' })}`;
      paths.own = `${plan}/r/plan`;
      paths.rotation = `${plan}/r/r1`;
      return webApp(stage.deps).fetch;
    });
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  describe.each(['letters', 'packet', 'stop', 'own', 'rotation'])('the %s page', (name) => {
    test.each([PHONE, DESK])(
      'at $width px has no fault that axe finds, every form open, and fits',
      async (size) => {
        const page = await browser.open(size, { script: true });
        await page.goto(`${served.base}${paths[name]}`);
        await page.evaluate(
          'for (const each of document.querySelectorAll("details")) each.open = true',
        );
        expect(await faultsOf(page)).toEqual([]);
        expect(await page.evaluate<string[]>(smallTargets(size === PHONE ? 44 : 24))).toEqual([]);
        await page.close();
      },
    );
  });

  test.each([
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ])(
    'in the first screen at $width px a writer sees what is asked, by when, and what to press',
    async (size) => {
      const page = await browser.open(size);
      await page.goto(`${served.base}${paths.letters}`);
      const bottoms = await page.evaluate<number[]>(
        '[...document.querySelectorAll("h1, section h2, .when, section form > button")].slice(0, 4).map((it) => it.getBoundingClientRect().bottom)',
      );
      expect(bottoms).toHaveLength(4);
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(size.height);
      expect(await page.locator('section h2').textContent()).toBe('A letter for Alice Mathew');
      await page.close();
    },
  );

  test('a writer answers by keyboard alone: yes on a phone, then another date at a desk', async () => {
    const phone = await browser.open(PHONE);
    await phone.goto(`${served.base}${paths.letters}`);
    await tabTo(phone, 'I will write it');
    await phone.keyboard.press('Enter');
    await phone.waitForURL(/done=/);
    expect(await faultsOf(phone)).toEqual([]);
    await phone.close();
    const desk = await browser.open(DESK);
    await desk.goto(`${served.base}${paths.letters}`);
    await tabTo(desk, 'I need another date');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Tab');
    await desk.keyboard.type('09102027');
    await tabTo(desk, 'I will write it by this day');
    await desk.keyboard.press('Enter');
    await desk.waitForURL(/done=/);
    expect(await isShown(desk.getByText('You will upload it by Fri, Sep 10, 2027'))).toBe(true);
    expect(await faultsOf(desk)).toEqual([]);
    await desk.close();
  });

  test('the packet prints what was entered, and nothing to press', async () => {
    const page = await browser.open(DESK, { script: true });
    await page.goto(`${served.base}${paths.packet}`);
    await page.emulateMedia({ media: 'print' });
    expect(await isShown(page.getByText('12 drainages and my talk'))).toBe(true);
    expect(await isShown(page.getByText('Graduated 2025'))).toBe(true);
    expect(await isShown(page.getByRole('link', { name: 'Back' }))).toBe(false);
    await page.close();
  });

  test('a writer answers on a phone without script: another date, then uploaded', async () => {
    const page = await browser.open(PHONE, { script: false });
    await page.goto(`${served.base}${paths.letters}`);
    await page.getByText('I need another date').click();
    const form = page.locator(`form[id="form-letter-promised.${LETTER}"]`);
    await form.locator('input[name=by]').fill('2027-09-10');
    await form.getByRole('button', { name: 'I will write it by this day' }).click();
    expect(await page.locator('div.done').textContent()).toContain('Recorded:');
    expect(await isShown(page.getByText('You will upload it by Fri, Sep 10, 2027'))).toBe(true);
    // Agreed to a day, the upload is the first thing to press.
    await page.getByRole('button', { name: 'It is uploaded' }).click();
    expect(await isShown(page.getByText('Nothing more is needed'))).toBe(true);
    await page.close();
  });
});

const smallTargets = (
  leastPx: number,
) => `[...document.querySelectorAll('button, input:not([type=hidden]), select, summary, a.button, a.target')]
  .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < ${leastPx})
  .map((it) => it.outerHTML.slice(0, 80))`;

const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', {
  type: 'letter-asked',
  rotationId: 'r1',
  writer: { name: 'Dr. Ortiz', specialty: 'ir' },
});
const LETTER = asked.rotation.letters[0]?.id ?? '';

function promised() {
  const at = '2027-07-21T15:00:00.000Z';
  return asked
    .report(at, {
      type: 'letter-contact',
      rotationId: 'r1',
      letterId: LETTER,
      agreedInPerson: 'yes',
      address: 'ortiz@example.org',
      seen: '12 drainages and my talk on TIPS',
    })
    .report(at, {
      type: 'letter-asked',
      rotationId: 'plan',
      writer: { name: 'Dr. Ito', specialty: 'research' },
    })
    .report(at, {
      type: 'packet-entered',
      item: 'img-note',
      text: 'Graduated 2025.\nNeeds a visa from June on.',
      url: 'https://files.example.org/a-rather-long-address-of-a-document-that-must-wrap.pdf',
    });
}
