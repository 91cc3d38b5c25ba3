import { beforeAll, describe, expect, test } from 'vitest';
import type { OutboxEmail } from '#shared/store/mailer.ts';
import { BASE_URL, MONDAY, type SmallDemo, smallDemo, withOffer } from './small-demo.ts';

test.each(['/links', '/advisors/sign-in'])(
  'a page that says to check the email leads to the outbox: %s',
  async (path) => {
    const demo = await smallDemo('Alice Mathew');
    const page = await (await demo.post(path, { address: 'alice@example.org' })).text();
    expect(page).toContain('<h1>Check your email</h1>');
    expect(page).toContain('href="/outbox"');
  },
);

describe('the outbox of a person whose name is markup', () => {
  let demo: SmallDemo;
  beforeAll(async () => {
    demo = await smallDemo('Alice <script>alert(1)</script>');
    await withOffer(demo, '2026-12-04');
    demo.jumper.jumpTo('2026-12-02T15:00:00.000Z');
    await demo.arrived();
  });

  test('lists the newest email first, with its time and its reader', async () => {
    const page = await (await demo.get('/outbox')).text();
    expect(page.indexOf('(3 days left)')).toBeGreaterThan(-1);
    expect(page.indexOf('(3 days left)')).toBeLessThan(page.indexOf('(7 days left)'));
    expect(page).toContain('alice@example.org');
    expect(page).toMatch(/Tue, Dec 1, 2026, (9|10|11):00 a\.m\. ET/);
  });

  test('never sends the markup of a name to the browser', async () => {
    for (const path of ['/', '/outbox', '/outbox?person=alice', '/outbox/1', '/outbox/1/html']) {
      const page = await (await demo.get(path)).text();
      expect(page, path).not.toContain('<script');
    }
    expect(await (await demo.get('/outbox/1')).text()).toContain('&lt;script&gt;');
  });

  test('shows one email: framed HTML, plain text, and headers', async () => {
    const page = await (await demo.get('/outbox/1')).text();
    expect(page).toMatch(
      /<iframe[^>]* src="\/outbox\/1\/html" sandbox="allow-top-navigation-by-user-activation"/,
    );
    expect(page).toContain('Message-ID: &lt;alice.1@example.org&gt;');
    expect(page).toContain('List-Unsubscribe');
  });

  test('the framed HTML may load and run nothing, and no other site may frame it', async () => {
    const answer = await demo.get('/outbox/1/html');
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    );
    expect(await answer.text()).toContain('<base target="_top">');
  });

  test('a link in an email opens the plan', async () => {
    const page = await (await demo.get('/outbox/1/html')).text();
    const link = new RegExp(`href="(${BASE_URL}/a/[^"/?#]+)`).exec(page)?.[1];
    const plan = await demo.app.request(String(link));
    expect(plan.status).toBe(200);
    expect(await plan.text()).toContain('Brown');
  });

  test('offers the whole message as it was written', async () => {
    const answer = await demo.get('/outbox/1/raw');
    expect(answer.headers.get('content-type')).toBe('message/rfc822');
    expect(await answer.text()).toBe(demo.store.outbox.get(1)?.raw);
  });

  test.each(['/outbox/99', '/outbox/0', '/outbox/x', '/outbox/99/html', '/outbox/-1/raw'])(
    '%s is not found',
    async (path) => {
      expect((await demo.get(path)).status).toBe(404);
    },
  );
});

test('sixty emails are three pages, and one person’s emails are only that person’s', async () => {
  const demo = await smallDemo();
  for (let n = 1; n <= 60; n += 1) {
    const of = n % 2 === 0 ? 'alice' : 'bob';
    await put(demo, {
      personId: of,
      n,
      at: MONDAY,
      to: `${of}@example.org`,
      subject: `Email ${n}.`,
      raw: '',
    });
  }
  const seen: string[] = [];
  let path: string | undefined = '/outbox';
  let pages = 0;
  while (path) {
    const page: string = await (await demo.get(path)).text();
    seen.push(...(page.match(/Email \d+\./g) ?? []));
    path = /href="(\/outbox\?before=\d+)"/.exec(page)?.[1];
    pages += 1;
  }
  expect(pages).toBe(3);
  expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => `Email ${60 - index}.`));

  const alices = await (await demo.get('/outbox?person=alice')).text();
  expect(alices).toContain('Outbox: Alice Mathew');
  expect(alices).toContain('/outbox?person=alice&amp;before=');
  expect(alices).not.toContain('bob@example.org');
});

/** The outbox is written only together with an item. */
async function put(demo: SmallDemo, email: OutboxEmail): Promise<void> {
  const alice = await demo.store.read('applicant', 'alice');
  if (!alice) throw new Error('Alice is not there.');
  await demo.store.write(alice, email);
}
