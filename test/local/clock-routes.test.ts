import { describe, expect, test } from 'vitest';
import { MONDAY, smallDemo } from './small-demo.ts';

describe('the clock page', () => {
  test('shows the server’s time in Eastern time', async () => {
    const demo = await smallDemo();
    const page = await (await demo.get('/clock')).text();
    expect(page).toContain('Mon, Nov 23, 2026, 10:00 a.m. ET');
    expect(page).toContain('Email is on');
  });

  test('a jump runs in the background, shows its days, and updates the page until it arrives', async () => {
    const demo = await smallDemo();
    const answer = await demo.post('/clock', { act: 'to-day', day: '2027-11-01' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/clock']);
    const during = await demo.get('/clock');
    expect(during.headers.get('refresh')).toBe('1');
    expect(await during.text()).toMatch(/Day \d+ of 343, \d+ emails?/);
    await demo.arrived();
    const after = await demo.get('/clock');
    expect(after.headers.get('refresh')).toBeNull();
    expect(await after.text()).toContain('Arrived after 343 days');
    expect(demo.parts.clock.now()).toBe('2027-11-01T16:00:00.000Z');
  });

  test.each([
    ['plus-day', '2026-11-24T15:00:00.000Z'],
    ['plus-week', '2026-11-30T15:00:00.000Z'],
    ['plus-month', '2026-12-23T15:00:00.000Z'],
  ])('%s keeps the time of day', async (act, arrivesAt) => {
    const demo = await smallDemo();
    expect((await demo.post('/clock', { act })).status).toBe(303);
    await demo.arrived();
    expect(demo.parts.clock.now()).toBe(arrivesAt);
  });

  test('one button stops all email, another resumes it', async () => {
    const demo = await smallDemo();
    await demo.post('/clock', { act: 'stop-email' });
    expect(await (await demo.get('/clock')).text()).toContain('All email is stopped');
    await demo.post('/clock', { act: 'resume-mail' });
    expect(await (await demo.get('/clock')).text()).toContain('Email is on');
  });
});

describe('what the clock page refuses, changing nothing', () => {
  test.each([
    ['a past day', { act: 'to-day', day: '2026-11-01' }, 422, 'only moves forward'],
    [
      'a day that does not exist',
      { act: 'to-day', day: '2027-02-30' },
      422,
      'Choose a calendar day',
    ],
    ['no day', { act: 'to-day' }, 422, 'Choose a calendar day'],
    ['a day too far', { act: 'to-day', day: '2028-11-01' }, 422, 'at most 400 days'],
    [
      'to continue without an unfinished jump',
      { act: 'go-on' },
      422,
      'There is no unfinished jump.',
    ],
    ['an unknown button', { act: 'back' }, 400, 'no such button'],
    ['an unknown field', { act: 'plus-day', hour: '3' }, 400, 'no such button'],
    ['an empty form', {}, 400, 'no such button'],
  ])('%s', async (_, fields, status, message) => {
    const demo = await smallDemo();
    const answer = await demo.post('/clock', fields as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(message);
    expect(demo.parts.clock.now()).toBe(MONDAY);
  });

  test('a form posted from another site', async () => {
    const demo = await smallDemo();
    const answer = await demo.post('/clock', { act: 'plus-day' }, 'https://elsewhere.example.org');
    expect(answer.status).toBe(403);
    expect(demo.parts.clock.now()).toBe(MONDAY);
  });

  test('a body of a megabyte', async () => {
    const demo = await smallDemo();
    const answer = await demo.post('/clock', { act: 'plus-day', day: 'x'.repeat(1_000_000) });
    expect(answer.status).toBe(413);
    expect(demo.parts.clock.now()).toBe(MONDAY);
  });

  test('a day that is markup is shown as text', async () => {
    const demo = await smallDemo();
    const answer = await demo.post('/clock', { act: 'to-day', day: '"><script>1</script>' });
    const page = await answer.text();
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
  });
});
