/** An advisor signs in, imports a sheet and exports the cohort in a real browser, from the command that serves it all. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  freePort,
  killLeftovers,
  type ServerProcess,
  startServer,
} from '../process/server-process.ts';
import { ALICE, file, HEADER } from '../shared/cohort/import/files.ts';
import { axeViolations, type Browser, describeInBrowser, launchBrowser } from './chromium.ts';

const PHONE = { width: 390, height: 800 };
const DESK = { width: 1200, height: 900 };

describeInBrowser('an advisor in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'away-advisor-'));
  let browser: Browser;
  let server: ServerProcess;

  beforeAll(async () => {
    const AWAY_DATA = join(folder, 'data');
    server = await startServer({ PORT: await freePort(), AWAY_DATA, AWAY_NOW: '2026-11-23' });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    killLeftovers();
    rmSync(folder, { recursive: true, force: true });
  });

  async function fits(page: Page): Promise<void> {
    expect(await axeViolations(page)).toEqual([]);
    const sideways = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(sideways).toBe(0);
  }

  test.each([PHONE, DESK])('at $width px imports a sheet and fetches the tables', async (size) => {
    const page = await browser.open(size);
    await page.goto(`${server.url}/advisors/sign-in`);
    await fits(page);
    await page.goto(`${server.url}/as/dana`);
    await fits(page);
    await page.goto(`${server.url}/advisors/c/demo/import`);
    await fits(page);

    const sheet = join(folder, 'sheet.csv');
    const address = `new${size.width}@`;
    writeFileSync(sheet, file(HEADER, ALICE.replace('alice@', address), 'x,y,z,1,2,3'));
    await page.setInputFiles('input[type=file]', sheet);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('Line 3, column "Email"').waitFor();
    await fits(page);

    writeFileSync(sheet, file(HEADER, ALICE.replace('alice@', address)));
    await page.goto(`${server.url}/advisors/c/demo/import`);
    await page.setInputFiles('input[type=file]', sheet);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: 'Import 1 applicant' }).click();
    await page.getByText('The import is finished').waitFor();
    await fits(page);

    await page.goto(`${server.url}/advisors/c/demo/exports`);
    await fits(page);
    await page.getByRole('button', { name: 'Applicants as CSV' }).click();
    const link = page.getByRole('link', { name: 'Download the file' });
    await link.waitFor();
    await fits(page);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('Demo-cohort-2026-11-23-applicants.csv');
    expect(readFileSync(await download.path(), 'utf8')).toContain(`${address}example.org`);
    await page.close();
  });
});
