/** What the oracle owes Alice in June, when nothing is due and her application lies ahead. */
import { expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { instantAt } from '#shared/base/time/instant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../cast.ts';
import { refresh, watch } from './watched.ts';

const ZONE = 'Asia/Kolkata';
const LAST = '2027-04-01';

test('an overview after sixty days of silence, where she answered one of the last three emails', () => {
  expect(liveOn('2027-05-30', { answeredOn: '2027-03-20' })).toEqual([]);
  expect(liveOn('2027-05-31', { answeredOn: '2027-03-20' })).toEqual(['overview']);
});

test('none where she answered only what came before those', () => {
  expect(liveOn('2027-05-31', { answeredOn: '2027-01-10' })).toEqual([]);
});

test('one sooner where the last email came back: it ended no silence', () => {
  expect(liveOn('2027-05-25', { answeredOn: '2027-03-20' })).toEqual([]);
  expect(liveOn('2027-05-25', { answeredOn: '2027-03-20', isBack: true })).toEqual(['overview']);
});

test('none where she wants none', () => {
  expect(liveOn('2027-05-31', { answeredOn: '2027-03-20', stopped: ['overview'] })).toEqual([]);
});

test('a rung until it or a later one has left', () => {
  const before = { answeredOn: '2027-03-20', gone: [] } as const;
  expect(liveOn('2027-05-31', before)).toContain('G17|plan/ir-letter|2027-09-01|opens');
  const gone = ['G17|plan/ir-letter|2027-09-01|14'];
  expect(liveOn('2027-05-31', { ...before, gone })).not.toContain(
    'G17|plan/ir-letter|2027-09-01|opens',
  );
});

test('a matter whose day moved after it was named, from the end of the three days on and not from before', () => {
  const at = instantAt('2027-06-03', '12:00', ZONE);
  const person = watch(alice(), at);
  person.digests = [{ n: 1, at: instantAt('2027-05-31', '10:00', ZONE) }];
  person.named.set(1, ['G17|plan/ir-letter|2027-08-25|opens']);
  refresh(person, at, PUBLISHED_WORLD);
  const owed = [...person.live.values()].find(({ key }) => key.startsWith('G17|'));
  expect(owed).toMatchObject({ by: instantAt('2027-06-03', '00:00', ZONE) });
});

/** The keys of what is live at noon. */
function liveOn(
  day: Day,
  of: {
    readonly answeredOn: Day;
    readonly isBack?: true;
    readonly stopped?: 'overview'[];
    readonly gone?: readonly string[];
  },
): string[] {
  const { facts } = alice();
  const at = instantAt(day, '12:00', ZONE);
  const event = { type: 'zone-changed', zone: ZONE } as const;
  const history = [
    { id: 'u1', at: instantAt(of.answeredOn, '12:00', ZONE), by: 'applicant', event } as const,
  ];
  const mailing = { stopped: of.stopped ?? [] };
  const person = watch(alice({ facts: { ...facts, mailing }, history }), at);
  const days: Day[] = ['2027-02-01', '2027-03-01', '2027-03-25', LAST];
  person.digests = days.map((on, index) => ({
    n: index + 1,
    at: instantAt(on, '10:00', ZONE),
    ...(on === LAST && of.isBack && { isBack: of.isBack }),
  }));
  const said = of.gone ?? OPEN_SINCE_SPRING;
  for (const key of said) person.gone.set(key, 1);
  refresh(person, at, PUBLISHED_WORLD);
  return [...person.live.keys()];
}

const OPEN_SINCE_SPRING = [
  'G8|plan/early-rotation|2027-03-01|lost',
  'G7|plan/targets|2027-03-17|+1',
  'G17|plan/ir-letter|2027-09-01|opens',
];
