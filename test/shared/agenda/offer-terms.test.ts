/** How long an offer and the host's invoice hold: as entered, else by the host's page; to the hour where one is known. */
import { describe, expect, test } from 'vitest';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { BROWN, expectAt, expectRefused, type Story, storyOf } from '../plan/moves/stories.ts';
import { find, said } from './of-rotation.ts';

const OFFERED = '2027-03-10T15:00:00.000Z';

describe('an offer', () => {
  const last = { type: 'offered', rotationId: 'r1', expiresOn: '2027-03-20' } as const;

  test('ends with its day, and we advise the day before where no hour is known', () => {
    const reported = applied('brown').report(OFFERED, last);
    expect(find('accept', reported)?.due?.day).toBe('2027-03-20');
    expect(said('accept', reported).until?.map(({ why }) => why)).toEqual([
      expect.stringContaining('Answer the day before'),
    ]);
    expectAt(reported.wait('2027-03-21T03:59:00.000Z'), 'apply', 'offered');
    expectAt(reported.wait('2027-03-21T04:00:00.000Z'), 'closed', 'closed');
  });

  test('keeps its end, where only an earlier answer leaves time to travel', () => {
    const late = applied('brown').report('2027-06-28T15:00:00.000Z', {
      ...last,
      expiresOn: '2027-07-04',
    });
    const { due, lastDay } = find('accept', late) ?? {};
    expect(due).toMatchObject({ day: '2027-07-04', certainty: 'entered' });
    expect(lastDay && lastDay.day < '2027-07-04').toBe(true);
  });

  test('that runs on after the first day is answered before it, also at home, where nothing follows', () => {
    const home = { ...BROWN, country: 'IN', host: { name: 'My own hospital' } } as const;
    const expiresOn = BROWN.dates?.start ?? '2027-07-05';
    const answered = storyOf(home)
      .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
      .report(OFFERED, { ...last, expiresOn });
    const { due, lastDay } = find('accept', answered) ?? {};
    expect([due?.day, lastDay?.day]).toEqual(['2027-07-04', '2027-07-04']);
    const abroad = find('accept', applied('brown').report(OFFERED, { ...last, expiresOn }));
    expect(abroad?.due && abroad.due.day < '2027-07-04').toBe(true);
  });

  test('that ends at an hour ends at that hour in the host’s zone', () => {
    const reported = applied('ucla-us-electives').report(OFFERED, {
      ...last,
      expiresTime: '17:00',
    });
    expect(find('accept', reported)?.due).toMatchObject({
      day: '2027-03-20',
      at: '2027-03-21T00:00:00.000Z',
      hasClockTime: true,
    });
    expect(said('accept', reported).why).not.toContain('the day before');
    expectAt(reported.wait('2027-03-20T23:59:00.000Z'), 'apply', 'offered');
    expectAt(reported.wait('2027-03-21T00:00:00.000Z'), 'closed', 'closed');
  });

  test('of a host that we do not know ends at an hour in Eastern time', () => {
    const reported = applied('brown').report(OFFERED, { ...last, expiresTime: '17:00' });
    expect(find('accept', reported)?.due?.at).toBe('2027-03-20T21:00:00.000Z');
  });

  test('is refused once its hour has passed, and an hour without its day', () => {
    const before = applied('ucla-us-electives');
    const late = before.report('2027-03-21T00:30:00.000Z', { ...last, expiresTime: '17:00' });
    expectRefused(before.wait('2027-03-21T00:30:00.000Z'), late, 'offer-already-expired');
    const { expiresOn: _, ...noDay } = last;
    const half = before.report(OFFERED, { ...noDay, expiresTime: '17:00' });
    expectRefused(before, half, 'offer-day-needed');
  });

  test('without a day ends by the host’s own term, and its end is still asked for', () => {
    const reported = applied('vanderbilt-us-electives').report(OFFERED, {
      type: 'offered',
      rotationId: 'r1',
    });
    const { due, lastDay } = find('accept', reported) ?? {};
    expect(due).toMatchObject({ day: '2027-03-17' });
    expect(due?.source).toMatch(/https:/);
    expect(lastDay?.day).not.toBe('2027-03-17');
    expect(find('offer-end', reported)).toBeDefined();
    expect(
      find('accept', applied('brown').report(OFFERED, { type: 'offered', rotationId: 'r1' }))?.due
        ?.day,
    ).not.toBe('2027-03-17');
  });
});

describe('the host’s fee', () => {
  const accepted = (id: string) =>
    applied(id)
      .report(OFFERED, { type: 'offered', rotationId: 'r1' })
      .report('2027-03-14T15:00:00.000Z', { type: 'accepted', rotationId: 'r1' });

  test.each([
    // 14 days from the offer, 72 hours from the acceptance, 14 days from the acceptance, weeks before the start.
    ['loyola-stritch-international-electives', '2027-03-24', '2027-03-23'],
    ['upmc-international-electives', '2027-03-17', '2027-03-16'],
    ['rutgers-rwjms-visiting-electives', '2027-03-28', '2027-03-27'],
    ['brigham-and-womens-radiology-observership', '2027-06-21', '2027-06-20'],
  ])('at %s is due %s, and to be paid by %s', (id, day, safeBy) => {
    expect(find('payment', accepted(id))).toMatchObject({ due: { day }, safeBy, hard: true });
    expect(find('payment', accepted(id))?.due?.source).toMatch(/https:/);
  });

  test('is done when that is reported, and no matter of a host that states no day for it', () => {
    const paid = accepted('upmc-international-electives').report('2027-03-15T15:00:00.000Z', {
      type: 'step-reported',
      rotationId: 'r1',
      step: 'payment',
      state: 'done',
    });
    expect(find('payment', paid)?.done).toBe(true);
    expect(find('payment', accepted('yale-international-electives'))).toBeUndefined();
  });

  test('has no day before the offer', () => {
    expect(find('payment', applied('upmc-international-electives'))?.due).toBeUndefined();
  });
});

test('an agreement that a host wants by a day of its own holds up no application', () => {
  const listed = at('wake-forest-international-electives');
  expect(find('apply', listed)?.needs).not.toContain('affiliation|r1');
  expect(find('affiliation', applied('wake-forest-international-electives'))?.done).toBeUndefined();
  expect(
    find('affiliation', applied('university-of-florida-international-electives-gainesville'))?.done,
  ).toBe(true);
});

function at(institutionId: string): Story {
  const host = PUBLISHED_WORLD.host(institutionId);
  return storyOf({
    ...BROWN,
    host: host ? { name: host.name, institutionId } : { name: 'Brown' },
    mode: host && host.offering.mode !== 'hands-on' ? 'observer' : 'hands-on',
  });
}

function applied(id: string): Story {
  return at(id).report('2027-01-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' });
}
