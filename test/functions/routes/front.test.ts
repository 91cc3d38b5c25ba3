import { expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { webStage } from '../web-stage.ts';

const front = async (now: Instant, contact?: string) =>
  (await webStage(now, { contact }).get('/')).text();

test('the front page says what this is, what it costs, and opens three doors', async () => {
  const page = await front('2026-11-28T15:00:00.000Z', 'office@example.org');
  expect(page).toContain('international medical students and graduates');
  expect(page).toContain('Free');
  for (const path of ['/start', '/shortlist', '/links']) expect(page).toContain(`href="${path}"`);
  expect(page).toContain('mailto:office@example.org');
});

test('without a mailbox of the operator, it names none', async () => {
  expect(await front('2026-11-28T15:00:00.000Z')).not.toContain('mailto:');
});

test.each<Day>(['2026-02-28', '2027-03-19', '2027-03-20', '2027-12-31'])(
  'the picture’s plan has nothing late on %s',
  async (day: Day) => {
    const page = await front(`${day}T15:00:00.000Z`);
    expect(page).toContain('<svg class="season year"');
    expect(page).not.toMatch(/class="[^"]*late/);
  },
);

test('on a named day, the picture has letters and next steps', async () => {
  const [, year = ''] = (await front('2026-11-28T15:00:00.000Z')).split('<svg class="season year"');
  const lanes = year.split('<g>').slice(1);
  const has = (lane: string) => [lane.includes('class="safe"'), lane.includes('>L</text>')];
  expect(lanes.map(has)).toEqual([
    [true, true],
    [true, true],
    [true, false],
  ]);
});
