/**
 * What comes first is in the first screen, at a desk and on a phone, for everybody in the demo, an empty plan, and one whose
 * season is over.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webApp } from '#functions/web.ts';
import { CAST } from '#infra/local/demo/cast.ts';
import { demoStart } from '#infra/local/demo/story.ts';
import { emailUrls } from '#shared/base/links/urls.ts';
import { forecast } from '#shared/people/mailing/forecast.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { webStage } from '../functions/web-stage.ts';
import { seededDemo } from '../local/seeded-demo.ts';
import { aliceFacts } from '../shared/plan/moves/stories.ts';
import { type Browser, countOf, describeInBrowser, faultsOf, launchBrowser } from './chromium.ts';
import { type Served, servePages } from './served.ts';

const NOVEMBER = '2026-11-28T15:00:00.000Z';
/** A plan has at most 450 words; a rotation with fifteen papers may have a few more. */
const WORDS_MOST = { plan: 450, rotation: 480 };
const CALENDAR_MOST = 2000;
const SIZES = [
  { width: 1280, height: 800, pageMost: 2000 },
  { width: 390, height: 844, pageMost: 2532 },
];
const PEOPLE = CAST.map((character) => character(demoStart(NOVEMBER)).id);
const SHOTS = process.env.AWAY_SHOTS;
/** The pictures of the README, which `npm run test:browser -- --shots docs/pictures` makes again. */
const PICTURES: Readonly<Record<string, string>> = {
  'alice-390': 'plan.png',
  'rotation-alice-1-390': 'rotation.png',
};

describeInBrowser('the first screen', () => {
  let browser: Browser;
  let served: Served;
  let email = '';
  const paths: Record<string, string> = { front: '/' };

  beforeAll(async () => {
    browser = await launchBrowser();
    const demo = await seededDemo(NOVEMBER);
    served = await servePages(async (base) => {
      const stage = webStage(NOVEMBER, { baseUrl: base });
      for (const id of PEOPLE) {
        const person = await demo.store.read('applicant', id);
        if (!person) throw new Error(`${id} is not in the demo.`);
        await stage.add(id, person.facts);
        paths[id] = `/a/${await stage.token({ personId: id })}`;
        paths[`calendar-${id}`] = `${paths[id]}/calendar`;
        for (const [at, { id: rotationId }] of person.facts.rotations.entries()) {
          paths[`rotation-${id}-${at + 1}`] = `${paths[id]}/r/${rotationId}`;
        }
        if (id === 'alice') {
          const next = forecast(person, PUBLISHED_WORLD, NOVEMBER, 9).find(
            ({ email: { nudges } }) =>
              nudges.some(({ occasion: { rotationId, isQuestion } }) => rotationId && !isQuestion),
          );
          const urls = emailUrls(base, { answer: 'T', unsubscribe: 'U' });
          if (next)
            email = renderEmail(next.email, next.applicant, urls, PUBLISHED_WORLD, next.at).html;
        }
      }
      const { profile } = aliceFacts();
      await stage.add('empty', aliceFacts({ profile: { ...profile, address: 'e@example.org' } }));
      const over = { ...profile, address: 'o@example.org', matchYear: 2026 };
      await stage.add('over', aliceFacts({ profile: over }));
      for (const id of ['empty', 'over']) paths[id] = `/a/${await stage.token({ personId: id })}`;
      return webApp(stage.deps).fetch;
    });
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function open(name: string, size: { width: number; height: number }): Promise<Page> {
    const page = await browser.open(size);
    await page.goto(`${served.base}${paths[name]}`);
    const picture = PICTURES[`${name}-${size.width}`];
    if (SHOTS && picture) await page.screenshot({ path: join(SHOTS, picture) });
    return page;
  }

  describe.each(SIZES)('at $width x $height', ({ width, height, pageMost }) => {
    const size = { width, height };

    test.each([...PEOPLE, 'empty', 'over'])(
      'the plan of %s shows how it is, the next act, its day, and its button',
      async (name) => {
        const page = await open(name, size);
        const bottoms = await page.evaluate<number[]>(
          bottomsOf('h1, #next, .next .when, .next .button'),
        );
        expect(bottoms.length).toBeGreaterThanOrEqual(2);
        expect(await countOf(page.locator('h1 .status'))).toBe(1);
        expect(Math.max(...bottoms)).toBeLessThanOrEqual(height);
        expect(await page.evaluate<number>(HEIGHT)).toBeLessThanOrEqual(pageMost);
        expect(await page.evaluate<number>(WORDS)).toBeLessThanOrEqual(WORDS_MOST.plan);
        await page.close();
      },
    );

    test.each(PEOPLE)('the calendar of %s is read in three screens', async (id) => {
      const page = await open(`calendar-${id}`, size);
      expect(await page.evaluate<number>(HEIGHT)).toBeLessThanOrEqual(CALENDAR_MOST);
      await page.close();
    });

    test('a rotation shows its steps, what is due now, and its button', async () => {
      const page = await open('rotation-alice-1', size);
      expect(await page.evaluate<number[]>(bottomsOf(FIRST_OF_ROTATION))).toHaveLength(5);
      expect(await page.evaluate<string[]>(CROWDED)).toEqual([]);
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    });

    test.each(PEOPLE)(
      'each rotation of %s shows what it has of these, in few words',
      async (id) => {
        const names = Object.keys(paths).filter((name) => name.startsWith(`rotation-${id}-`));
        for (const name of names) {
          const page = await open(name, size);
          const bottoms = await page.evaluate<number[]>(bottomsOf(FIRST_OF_ROTATION));
          expect(bottoms.length, name).toBeGreaterThanOrEqual(2);
          expect(Math.max(...bottoms), name).toBeLessThanOrEqual(height);
          expect(await page.evaluate<number>(HEIGHT), name).toBeLessThanOrEqual(pageMost);
          expect(await page.evaluate<number>(WORDS), name).toBeLessThanOrEqual(WORDS_MOST.rotation);
          await page.close();
        }
        expect(names.length).toBeGreaterThan(0);
      },
    );

    test('the front page shows what this is, for whom, and its three doors', async () => {
      const page = await open('front', size);
      const bottoms = await page.evaluate<number[]>(bottomsOf('h1, .lead, .doors .button'));
      expect(bottoms).toHaveLength(5);
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(height);
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    });

    test('an email shows what is due and its button', async () => {
      const page = await browser.open(size);
      await page.setContent(email);
      if (SHOTS && width === 390) await page.screenshot({ path: join(SHOTS, 'email.png') });
      const bottoms = await page.evaluate<number[]>(bottomsOf('h1, a[style*=background]'));
      expect(bottoms).toHaveLength(2);
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(height);
      await page.close();
    });
  });
});

// Expressions for the browser, as text: this project's types know no document.
const HEIGHT = 'document.documentElement.scrollHeight';
const WORDS = `document.querySelector('main').innerText.split(/\\s+/).filter((each) => /\\w/.test(each)).length`;
const FIRST_OF_ROTATION = 'h1, main > .track, #due, .next .when, .next :is(.button, button)';
/** Names of steps that run into the next one. */
const CROWDED = `[...document.querySelectorAll('main > .track li > span')].flatMap((it, index, all) => {
  const edges = (of) => {
    const range = document.createRange();
    range.setStart(of, 0);
    range.setEndBefore(of.querySelector('.unseen'));
    return range.getBoundingClientRect();
  };
  const next = all[index + 1];
  return next && edges(it).right > edges(next).left ? [it.textContent] : [];
})`;
function bottomsOf(selector: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].map((it) => it.getBoundingClientRect().bottom)`;
}
