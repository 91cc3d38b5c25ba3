/** What is said on a last day, and of a first day that time alone brings: nothing that can no longer be done, or never was. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { factsOf, fileOf, judged, withProfile, withRotation } from './judged.ts';
import { noon, said } from './said.ts';

const BASE = withProfile(fileOf('late-starter-not-told'), { entry: 'citizen', matchYear: 2029 });
const JUNE = { start: '2028-06-05', end: '2028-06-30' };
const of = (more: object) =>
  withRotation(BASE, { host: 'Brown', since: '2028-02-01', dates: JUNE, ...more });
const offered = of({ status: 'offered', offerExpiresOn: '2028-02-29' });
const applying = of({ status: 'preparing', windowClosesOn: '2028-02-29' });
const EARLY = /a day early|the day before, in case/;

describe('to be a day early', () => {
  test.each([
    ['with an answer', offered, '2028-02-28', true],
    ['with an answer, weeks before its email', offered, '2028-02-10', false],
    ['with an application', applying, '2028-02-28', true],
    ['with an application, weeks before', applying, '2028-02-10', true],
  ] as const)('is advised while it is possible: %s', (_, file, day, isMailed) => {
    const { page, email = '' } = said(file, day);
    expect(page).toMatch(EARLY);
    expect([email.includes('Feb 29'), EARLY.test(email)]).toEqual([isMailed, isMailed]);
  });

  test.each([
    ['an offer', offered],
    ['an application', applying],
  ] as const)('is not advised on the last day of %s, a leap day', (_, file) => {
    const { page, command, email } = said(file, '2028-02-29');
    expect(email).toContain('today, Tue, Feb 29');
    for (const voice of [page, command, email]) expect(voice).not.toMatch(EARLY);
  });
});

describe('a host with a rule and a recommended day', () => {
  const recommended = /The host recommends applying by/;
  const yale = of({
    host: { name: 'Yale', institutionId: 'yale-international-electives' },
    dates: { start: '2027-09-06', end: '2027-10-01' },
    since: '2026-11-01',
    status: 'preparing',
  });
  const whyOn = (day: Day) => judged(yale, noon(day)).said('apply|r1')?.words.why;

  test('gives both while both can be followed, until Sat, Mar 6', () => {
    for (const day of ['2026-12-01', '2027-03-06'] as const) {
      expect(whyOn(day)).toMatch(EARLY);
      expect(whyOn(day)).toMatch(recommended);
    }
  });

  test('gives the other alone once that day is over, and neither on the last day, Sun, May 9', () => {
    expect(whyOn('2027-03-07')).toMatch(EARLY);
    expect(whyOn('2027-03-07')).not.toMatch(recommended);
    expect(whyOn('2027-05-09')).not.toMatch(EARLY);
    expect(whyOn('2027-05-09')).not.toMatch(recommended);
  });
});

describe('a first day that comes', () => {
  const started = (more: object, day: Day) => {
    const file = of({ status: 'collecting', ...more });
    return {
      rotation: factsOf(file, noon(day)).rotations[0],
      page: said(file, day).rotations[0],
    };
  };
  const INCOMPLETE = 'began before every document was accepted';

  test('finds nothing missing at home, where no paper was asked for', () => {
    const { rotation, page } = started({ country: 'IN' }, '2028-06-06');
    expect(rotation?.status).toBe('underway');
    expect(rotation?.startedIncomplete).toBeUndefined();
    expect(page).not.toContain(INCOMPLETE);
  });

  test('finds missing what was asked for, at home and away', () => {
    const checklist = [{ kind: 'tb', status: 'to-do' }];
    for (const more of [{ country: 'IN', checklist }, { checklist }]) {
      const { rotation, page } = started(more, '2028-06-06');
      expect(rotation?.startedIncomplete).toBe(true);
      expect(page).toContain(INCOMPLETE);
    }
  });
});
