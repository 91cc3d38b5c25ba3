/** A page that gives its own name this machine's address must not read the demo through it. */
import { expect, test } from 'vitest';
import { smallDemo } from './small-demo.ts';

test.each(['evil.example.org', '127.0.0.1.evil.example.org', 'localhost.example.org', '10.0.0.5'])(
  'the demo refuses the host %s on every page',
  async (host) => {
    const { app, store } = await smallDemo();
    for (const path of [
      '/',
      '/people',
      '/as/alice',
      '/outbox',
      '/clock',
      '/advisors',
      '/shortlist',
    ]) {
      const answer = await app.request(`http://${host}:8080${path}`);
      expect([path, answer.status]).toEqual([path, 421]);
    }
    const before = store.getSetting('clock');
    const origin = `http://${host}:8080`;
    const moved = await app.request(`${origin}/clock`, { method: 'POST', headers: { origin } });
    expect([moved.status, store.getSetting('clock')]).toEqual([421, before]);
  },
);

test.each(['127.0.0.1', 'localhost', '[::1]'])('the demo answers at %s', async (host) => {
  const { app } = await smallDemo();
  expect((await app.request(`http://${host}:8080/`)).status).toBe(200);
});
