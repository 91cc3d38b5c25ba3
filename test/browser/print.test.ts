/** On paper a plan and a rotation say what they say on a screen, with nothing to press. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { acceptedAtBrown } from '../shared/plan/moves/stories.ts';
import { countOf, describeInBrowser, isShown } from './chromium.ts';
import { DESK, PHONE } from './served.ts';
import { servedPlans } from './served-plans.ts';

const MAY = '2027-05-25T15:00:00.000Z';

describeInBrowser('in print', () => {
  const plans = servedPlans(MAY, acceptedAtBrown().facts);

  async function printed(size: typeof DESK, path: string): Promise<Page> {
    const page = await plans.open(size);
    await page.goto(`${await plans.plan()}${path}`);
    await page.emulateMedia({ media: 'print' });
    return page;
  }

  const parts = ['#next', '.when', '.board .track', '.season.year', '#findings + .list li *'];

  test.each([PHONE, DESK])(
    'a plan keeps its act, board, dates, gaps, and picture of the season at $width px',
    async (size) => {
      const page = await printed(size, '');
      for (const part of parts) {
        expect(await isShown(page.locator(part).first()), part).toBe(true);
      }
      const pressed = shownOf('main :is(button, .button), .next > .line, header nav');
      expect(await page.evaluate<string[]>(pressed)).toEqual([]);
      await page.close();
    },
  );

  test.each([PHONE, DESK])(
    'a rotation keeps each open paper and its state at $width px',
    async (size) => {
      const page = await printed(size, '/r/r1');
      const papers = await countOf(
        page.locator('.papers > table tbody tr, .papers > .rest tbody tr'),
      );
      expect(papers).toBeGreaterThan(3);
      const states = await page.evaluate<string[]>(shownOf('.papers tbody [aria-pressed]'));
      expect(states).toEqual(
        Array.from({ length: papers }, () => expect.stringContaining('"true"')),
      );
      expect(await page.evaluate<string[]>(shownOf('.papers input, main .button'))).toEqual([]);
      await page.close();
    },
  );
});

/** An expression for the browser, as text: this project's types know no document. */
function shownOf(selector: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 80))`;
}
