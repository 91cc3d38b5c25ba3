/** Plans that nobody had tried: leap days, New Year, the end of June, distant zones, papers that do not cover. One voice, and no broken sentence. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import { factsOf } from './judged.ts';
import { noon, said } from './said.ts';
import { expectOneFirst, expectSameInEmail } from './voices.ts';

const plan = (
  profile: object,
  rotations: readonly object[],
  documents: readonly object[] = [],
) => ({
  profile: { matchYear: 2028, enrollment: 'enrolled', entry: 'citizen', ...profile },
  rotations: rotations.map((each) => ({
    host: 'Brown',
    specialty: 'ir',
    since: '2026-11-02',
    dates: { start: '2027-07-05', end: '2027-07-30' },
    ...each,
  })),
  documents,
});
const from = (start: Day, end: Day) => ({ dates: { start, end } });
const accepted = (start: Day, end: Day) => ({ status: 'collecting', ...from(start, end) });
const HOME = { host: 'My own hospital', country: 'IN' };
const AUTUMN = { status: 'waiting', ...from('2026-08-03', '2026-08-28') };
const letter = (status: string) => ({
  writer: { name: 'Dr. Lee', specialty: 'ir' },
  status,
  askedOn: '2026-08-20',
});
const LEAP = { matchYear: 2029 };
const VISA = { entry: 'visa', visaWaitDays: 20 };

const PLANS: readonly (readonly [why: string, file: object, days: readonly Day[]])[] = [
  [
    'a month at home over New Year',
    plan({}, [{ ...HOME, ...accepted('2026-12-14', '2027-01-08') }]),
    ['2026-12-20', '2027-01-09'],
  ],
  [
    'a month at home from February 29',
    plan(LEAP, [{ ...HOME, ...accepted('2028-02-29', '2028-03-24') }]),
    ['2028-02-28', '2028-02-29'],
  ],
  [
    'a month over June 30',
    plan(
      {},
      [accepted('2027-06-14', '2027-07-09')],
      [{ kind: 'influenza', issuedOn: '2026-10-01' }],
    ),
    ['2027-06-10', '2027-06-30'],
  ],
  [
    'two doses, neither of which covers',
    plan(
      {},
      [accepted('2027-11-01', '2027-11-26')],
      [
        { kind: 'influenza', issuedOn: '2025-10-01' },
        { kind: 'influenza', issuedOn: '2026-10-01' },
      ],
    ),
    ['2027-05-01', '2027-09-05'],
  ],
  [
    'two TB tests that end days too early',
    plan(
      {},
      [accepted('2027-02-01', '2027-02-26')],
      [
        { kind: 'tb', expiresOn: '2027-02-25' },
        { kind: 'tb', expiresOn: '2027-02-24' },
      ],
    ),
    ['2026-12-01', '2027-01-20'],
  ],
  [
    'an offer that ends on a leap day',
    plan(LEAP, [
      {
        status: 'offered',
        since: '2028-02-01',
        offerExpiresOn: '2028-02-29',
        ...from('2028-06-05', '2028-06-30'),
      },
    ]),
    ['2028-02-28', '2028-02-29', '2028-03-01'],
  ],
  [
    'an offer read in Hawaii',
    plan({ zone: 'Pacific/Honolulu' }, [{ status: 'offered', offerExpiresOn: '2026-12-05' }]),
    ['2026-12-05', '2026-12-06'],
  ],
  [
    'two visas around New Year',
    plan(VISA, [accepted('2027-01-04', '2027-01-29'), accepted('2027-02-01', '2027-02-26')]),
    ['2026-11-30', '2027-01-05'],
  ],
  [
    'a status that ends within the rotation',
    plan({ entry: 'in-us', entryUntil: '2027-07-20' }, [{ status: 'collecting' }]),
    ['2026-11-30', '2027-06-20'],
  ],
  [
    'a letter refused, and one asked for before ERAS opens',
    plan({}, [{ ...AUTUMN, letters: [letter('declined'), letter('requested')] }]),
    ['2026-11-30', '2027-09-20'],
  ],
  [
    'an own host without any fact',
    plan({ entry: undefined }, [{ host: 'X', specialty: 'other', dates: undefined }]),
    ['2026-11-30', '2027-09-20'],
  ],
  [
    'the own school without any fact',
    plan({ school: 'AIIMS' }, [{ host: 'AIIMS', dates: undefined }]),
    ['2026-11-30', '2027-09-20'],
  ],
  [
    'a Match four years ahead',
    plan({ matchYear: 2031 }, [from('2029-07-02', '2029-07-27')]),
    ['2026-11-30'],
  ],
  [
    'a rotation that ends after programs review',
    plan({}, [accepted('2027-09-13', '2027-10-08')]),
    ['2027-09-20'],
  ],
  ['a day, and no more', plan({}, [accepted('2026-12-14', '2026-12-14')]), ['2026-12-15']],
];
const BROKEN =
  /undefined|NaN|Invalid|\[object|-\d+ days|\b1 days\b|\.\.|\?\.|by 0|today, today|\bZZ\b/;

describe.each(PLANS)('%s', (_, file, days) => {
  test.each(days)('on %s', (day) => {
    const json = JSON.parse(JSON.stringify(file));
    const { page, command, email = '', rotations } = said(json, day);
    for (const voice of [page.replaceAll(/<[^>]*>/g, ' '), command, email])
      expect(voice).not.toMatch(BROKEN);
    expect(rotations).toHaveLength(json.rotations.length);
    const now = noon(day);
    const person = newApplicant({ id: 'alice', cohortId: 'c1', facts: factsOf(json, now) }, now);
    const made = new Set<string>();
    expectOneFirst(now, person, made);
    expectSameInEmail(now, person, made);
  });
});
