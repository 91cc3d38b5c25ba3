/** Debian's Chromium, driven by playwright-core. Where none is found its tests are skipped, and seen to be. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chromiumPath } from './chromium-path.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NO_BROWSER = 'No Chromium found: install Debian’s `chromium`, or name one in AWAY_CHROMIUM.';

/** Skipped where there is no browser; under `.ci/run`, which sets AWAY_REQUIRE_BROWSER, its tests fail instead. */
export function describeInBrowser(name: string, body: () => void): void {
  if (chromiumPath || process.env.AWAY_REQUIRE_BROWSER === '1') describe(name, body);
  else test(name, ({ skip }) => skip(NO_BROWSER));
}

export interface Browser {
  /** A page of this size in CSS pixels, in a context of its own, with or without script. */
  open(size: { width: number; height: number }, options?: { script?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a browser on an empty profile. Throws when there is none. */
export async function launchBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error(NO_BROWSER);
  const profile = mkdtempSync(join(tmpdir(), 'away-chromium-'));
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [...FLAGS, `--disk-cache-dir=${profile}`],
  });
  const contexts: BrowserContext[] = [];
  return {
    open: async (viewport, { script = true } = {}) => {
      const context = await browser.newContext({ viewport, javaScriptEnabled: script });
      contexts.push(context);
      const page = await context.newPage();
      const { currentTestName = 'page' } = expect.getState();
      // Thirty pages of a file left open at once slow the last of them down.
      page.close = async () => {
        await keepPicture(page, `${currentTestName} ${viewport.width}`);
        await context.close();
      };
      const evaluate: (...given: Parameters<Page['evaluate']>) => Promise<unknown> =
        page.evaluate.bind(page);
      // After a press the next page may have started and not be whole.
      page.evaluate = async (...given: Parameters<Page['evaluate']>) => {
        await page.waitForLoadState();
        return evaluate(...given) as never;
      };
      return page;
    },
    close: async () => {
      for (const context of contexts) {
        for (const page of context.pages()) await page.close();
        await context.close();
      }
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** How many there are once the page that a click led to is whole: Playwright counts at once, on half a page, too. */
export async function countOf(locator: Locator): Promise<number> {
  await locator.page().waitForLoadState();
  return locator.count();
}

/** Whether it is seen once the page that a click led to is whole. */
export async function isShown(locator: Locator): Promise<boolean> {
  await locator.page().waitForLoadState();
  return locator.isVisible();
}

const SHOTS = process.env.AWAY_SHOTS;

/** The whole page as its test leaves it, named as the test is; only where pictures are wanted. */
async function keepPicture(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  const file = name.replaceAll(/[^\w]+/g, '-').slice(-120);
  await page.screenshot({ path: join(SHOTS, `${file}.png`), fullPage: true });
}

/** What axe finds wrong with the page as it stands: rule, and the first element. Empty when all is well. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: typeof axe };
    return (await engine.run()).violations;
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

const TABS_MAX = 80;
/** An expression for the browser, as text: this project's types know no document. */
const FOCUSED = `((it) => (it.matches('input, select, textarea') ? it.name : it.textContent.trim()))(
  document.activeElement)`;

/** Moves the focus by the Tab key to what has this text or, of a field, this name. Throws where no number of presses reaches it. */
export async function tabTo(page: Page, text: string): Promise<void> {
  for (let press = 0; press < TABS_MAX; press += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate<string>(FOCUSED)) === text) return;
  }
  throw new Error(`The keyboard does not reach “${text}”.`);
}

/** An expression for the browser: each control whose middle a press does not reach, since something else is there. */
const COVERED = `[...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
  .filter((it) => it.checkVisibility() && it.getClientRects().length === 1)
  .flatMap((it) => {
    it.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = it.getBoundingClientRect();
    if (width < 2 || height < 2) return [];
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!there || it.contains(there) || there.contains(it)) return [];
    // Reasons that were opened lie over the rows below until they are closed.
    if (there.closest('label')?.control === it || there.closest('.why ul')) return [];
    return [(it.textContent.trim() || it.name) + ' lies under ' + there.outerHTML.slice(0, 60)];
  })`;

/**
 * What is wrong with a page as it stands, by day and by night: what axe finds, what covers a control, and how far it runs off
 * sideways.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const byDay = await axeViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const byNight = await axeViolations(page);
  const covered = await page.evaluate<string[]>(COVERED);
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  const tooWide = sideways === 0 ? [] : [`${sideways} px too wide`];
  return [...byDay, ...byNight, ...covered, ...tooWide];
}
