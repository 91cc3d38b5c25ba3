import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, type Browser, describeInBrowser, launchBrowser } from './chromium.ts';

describeInBrowser('the browser of these tests', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('finds a fault in a page that has one', async () => {
    const page = await browser.open({ width: 390, height: 800 });
    await page.setContent(
      '<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><img src="data:,"></main>',
    );
    expect((await axeViolations(page)).map((each) => each.split(':')[0])).toEqual(['image-alt']);
  });

  test('finds none in a page that has none', async () => {
    const page = await browser.open({ width: 390, height: 800 });
    await page.setContent('<!doctype html><html lang="en"><title>x</title><main><h1>x</h1></main>');
    expect(await axeViolations(page)).toEqual([]);
  });
});
