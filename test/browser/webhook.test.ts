/** What a lead, an applicant and a developer see of the webhook, in a real browser. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { advisorsApp } from '#functions/advisors.ts';
import { apiApp } from '#functions/api.ts';
import { webApp } from '#functions/web.ts';
import { newSender } from '#shared/exchange/webhook/sender.ts';
import { MONDAY } from '../cast.ts';
import { type AdvisorsStage, advisorsStage, OWN } from '../functions/advisors-stage.ts';
import { webStage } from '../functions/web-stage.ts';
import { SCHOOL } from '../functions/webhook-stage.ts';
import {
  axeViolations,
  type Browser,
  countOf,
  describeInBrowser,
  launchBrowser,
} from './chromium.ts';
import { type Served, servePages } from './served.ts';

const SENDERS = `/advisors/c/${OWN}/senders`;

describeInBrowser('the pages of updates from outside', () => {
  let browser: Browser;
  let served: Served;
  let stage: AdvisorsStage;

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages(async (base) => {
      stage = await advisorsStage({ baseUrl: base });
      const advisors = advisorsApp(stage.deps);
      const pages = webApp(webStage(MONDAY, { baseUrl: base }).deps);
      const api = apiApp(base);
      return (request) => {
        const { pathname } = new URL(request.url);
        if (pathname.startsWith('/advisors')) return advisors.fetch(request);
        return (pathname === '/api' ? api : pages).fetch(request);
      };
    });
    await stage.store.write(newSender({ ...SCHOOL, cohortIds: [OWN] }, MONDAY));
    await stage.store.write({
      kind: 'sender-list',
      id: 'all',
      version: 0,
      senders: [{ id: SCHOOL.id, cohortIds: [OWN] }],
    });
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  test.each([
    ...['/api', '/forms/c1', '/undo/nonsense', SENDERS, `${SENDERS}/${SCHOOL.id}`].flatMap((path) =>
      [390, 1200].map((width) => [path, width] as const),
    ),
  ])(
    '%s at %i px has no fault that axe finds, by day and by night, and fits',
    async (path, width) => {
      const page = await browser.open({ width, height: 900 });
      const [name = '', value = ''] = (await stage.cookie('lead')).split('=');
      await page.context().addCookies([{ name, value, url: served.base }]);
      await page.goto(`${served.base}${path}`);
      expect(await countOf(page.locator('h1'))).toBe(1);
      expect(await axeViolations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeViolations(page)).toEqual([]);
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(over).toBeLessThanOrEqual(0);
      await page.close();
    },
  );
});
