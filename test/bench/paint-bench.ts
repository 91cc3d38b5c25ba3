/** The first paint of a plan on a slow phone (1.6 Mb/s, 150 ms), beside that of an empty page on the same network. */
import { chromium } from 'playwright-core';
import { webApp } from '#functions/web.ts';
import { chromiumPath } from '../browser/chromium-path.ts';
import { PHONE, servePages } from '../browser/served.ts';
import { webStage } from '../functions/web-stage.ts';
import { acceptedAtBrown } from '../shared/plan/moves/stories.ts';

const APRIL = '2027-04-01T15:00:00.000Z';
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 90_000,
};
const ROUNDS = 3;
const EMPTY = '<!doctype html><title>.</title><p>.</p>';

interface PaintBench {
  readonly ms: number;
  readonly ratio: number;
}

/** Undefined where there is no Chromium. */
export async function paintBench(): Promise<PaintBench | undefined> {
  if (!chromiumPath) return undefined;
  let plan = '';
  const served = await servePages(async (baseUrl) => {
    const stage = webStage(APRIL, { baseUrl });
    await stage.add('alice', acceptedAtBrown().facts);
    plan = `/a/${await stage.token({ personId: 'alice' })}`;
    const { fetch } = webApp(stage.deps);
    return (request) =>
      new URL(request.url).pathname === '/empty'
        ? new Response(EMPTY, { headers: { 'content-type': 'text/html' } })
        : fetch(request);
  });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  const paint = async (path: string) => {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', SLOW);
    await page.goto(`${served.base}${path}`, { waitUntil: 'load' });
    const ms = await page.evaluate<number>(FIRST_PAINT);
    await context.close();
    return ms;
  };
  const least = async (path: string) => {
    const all = [];
    for (let round = 0; round < ROUNDS; round += 1) all.push(await paint(path));
    return Math.min(...all);
  };
  const [ms, floor] = [await least(plan), await least('/empty')];
  await browser.close();
  await served.close();
  return { ms: Math.round(ms), ratio: ms / floor };
}

// An expression for the browser, as text: this project's types know no document.
const FIRST_PAINT = `new Promise((painted) => new PerformanceObserver((list) => painted(list.getEntries()[0].startTime))
  .observe({ type: 'paint', buffered: true }))`;
