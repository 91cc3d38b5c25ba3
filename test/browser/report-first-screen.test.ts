/**
 * The report answers "whom do I call, and why" on its first screen, at a desk and on a phone, for cohorts of none, twelve,
 * two hundred, and two thousand; and it stays short. With AWAY_SHOTS, each page is kept there as a picture.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advisorsApp } from '#functions/advisors.ts';
import { webApp } from '#functions/web.ts';
import { fillCohort, SPRING } from '../bench/big-cohort.ts';
import { type AdvisorsStage, advisorsStage, OWN } from '../functions/advisors-stage.ts';
import { webStage } from '../functions/web-stage.ts';
import { type Browser, describeInBrowser, isShown, launchBrowser } from './chromium.ts';
import { type Served, servePages } from './served.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const HEIGHT_MOST = 3000;
const REPORT = `/advisors/c/${OWN}`;
const SHOTS = process.env.AWAY_SHOTS;

describeInBrowser('the report of', () => {
  let browser: Browser;
  const served: Served[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    for (const each of served) await each.close();
  });

  describe.each([0, 12, 200, 2000])('%i applicants', (people) => {
    let stage: AdvisorsStage;
    let base = '';

    beforeAll(async () => {
      const pages = await servePages(async (address) => {
        stage = await advisorsStage({ baseUrl: address, clock: { now: () => SPRING } });
        await fillCohort(stage.store, people);
        const advisors = advisorsApp(stage.deps);
        const style = webApp(webStage(SPRING, { baseUrl: address }).deps);
        return (request) =>
          (new URL(request.url).pathname === '/style.css' ? style : advisors).fetch(request);
      });
      served.push(pages);
      base = pages.base;
    });

    async function open(path: string, size: (typeof SIZES)[number]): Promise<Page> {
      const page = await browser.open(size, { script: false });
      const [name = '', value = ''] = (await stage.cookie('lead')).split('=');
      await page.context().addCookies([{ name, value, url: base }]);
      await page.goto(`${base}${path}`);
      if (SHOTS) {
        const view = /view=(\w+)/.exec(path)?.[1] ?? 'people';
        const name = `report-${people}-${view}-${size.width}.png`;
        await page.screenshot({ path: join(SHOTS, name), fullPage: true });
      }
      return page;
    }

    test.each(SIZES)(
      'says whom to call and why on the first screen, $width px wide',
      async (size) => {
        const page = await open(REPORT, size);
        const answer = page.locator('#call ~ *').first();
        const first = people > 0 ? page.locator('#call ~ ol > li').first() : answer;
        const box = await first.boundingBox();
        expect(box && box.y + box.height).toBeLessThanOrEqual(size.height);
        const height = await page.evaluate<number>('document.documentElement.scrollHeight');
        if (SHOTS)
          console.info(
            `${people} at ${size.width}: ${height} px, first call ends at ${box && Math.round(box.y + box.height)}`,
          );
        expect(height).toBeLessThan(HEIGHT_MOST);
        // Fifty rows are more than three screens of a phone, so it is not offered them.
        const isWide = size.width > 390;
        const more = page.locator('text=50 on a page');
        expect(await isShown(more)).toBe(people > 25 && isWide);
        expect(
          await page.evaluate<number>(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          ),
        ).toBe(0);
        await page.close();
      },
    );

    test('prints the page for a meeting on one sheet', async () => {
      const page = await open(`${REPORT}?view=meeting`, { width: 1280, height: 800 });
      const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
      await page.close();
    });

    const shows18 = async () => {
      const [desk = { width: 1280, height: 800 }] = SIZES;
      const page = await open(REPORT, desk);
      const rows = page.locator('table.people > tbody > tr');
      await page.evaluate("document.querySelector('table.people').scrollIntoView()");
      const [head, ...shown] = await Promise.all(
        [page.locator('table.people thead th').first(), ...(await rows.all())].map((each) =>
          each.boundingBox(),
        ),
      );
      const below = (head?.y ?? 0) + (head?.height ?? 0);
      const inView = shown.filter((box) => box && box.y >= below && box.y + box.height <= 800);
      expect(head?.y).toBeGreaterThanOrEqual(0);
      expect(inView.length).toBeGreaterThanOrEqual(Math.min(people, 18));
      await page.close();
    };
    if (people > 0) test('shows 18 people on a desk, below a header that stays', shows18);
  });
});
