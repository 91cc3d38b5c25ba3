/** Every plan file that was once judged wrongly, with one thing changed: page, command, and email still agree. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import { type File, factsOf, fileOf, withProfile, withRotation } from './judged.ts';
import { expectOneFirst, expectSameInEmail } from './voices.ts';

const days = (start: Day, end: Day) => ({ dates: { start, end } });
const RETURNING: Readonly<Record<string, Day>> = {
  'late-but-on-track': '2027-04-05',
  'no-email-to-apply': '2026-12-01',
  'late-starter-not-told': '2026-11-23',
  'influenza-july': '2027-05-17',
  'two-documents-of-one-kind': '2027-09-20',
};

const CHANGES: readonly (readonly [what: string, change: (file: File) => File])[] = [
  ['another month', (file) => withRotation(file, days('2028-05-01', '2028-05-26'))],
  ['February 29', (file) => withRotation(file, days('2028-02-07', '2028-03-03'))],
  ['a visa waiver', (file) => withProfile(file, { entry: 'waiver' })],
  ['a citizen', (file) => withProfile(file, { entry: 'citizen' })],
  ['a long visa wait', (file) => withProfile(file, { entry: 'visa', visaWaitDays: 300 })],
  ['at home', (file) => withRotation(file, { country: 'IN' })],
  ['a graduate', (file) => withProfile(file, { enrollment: 'graduate' })],
  ['Auckland', (file) => withProfile(file, { zone: 'Pacific/Auckland' })],
  ['the next Match year', (file) => withProfile(file, { matchYear: 2029 })],
  ['the Match year before', (file) => withProfile(file, { matchYear: 2027 })],
  ['offered', (file) => withRotation(file, { status: 'offered', offerExpiresOn: '2027-10-11' })],
  [
    'accepted',
    (file) => withRotation(file, { status: 'collecting', ...days('2027-11-01', '2027-11-26') }),
  ],
  ['no rotation', (file) => ({ ...file, rotations: [] })],
];

const FILES = readdirSync(new URL('plans', import.meta.url))
  .map((name) => name.replace('.json', ''))
  .filter((name) => (fileOf(name).rotations ?? []).length > 0);

const made = new Set<string>();

describe.each(FILES)('%s', (name) => {
  const now: Instant = `${RETURNING[name] ?? '2026-11-27'}T17:00:00.000Z`;
  // A rotation that waits for its letter ended before today.
  const isPast = JSON.stringify(fileOf(name)).includes('"waiting"');
  const isClosed = name === 'only-rotation-withdrawn';
  const changes = CHANGES.filter(
    ([what]) =>
      !(isPast && /month|February/.test(what)) && !(isClosed && /offered|accepted/.test(what)),
  );

  test.each(changes)('one voice: %s', (_, change) => {
    const facts = factsOf(change(fileOf(name)), now);
    const person = newApplicant({ id: 'alice', cohortId: 'c1', facts }, now);
    expectOneFirst(now, person, made);
    expectSameInEmail(now, person, made);
  });
});

test('every comparison was made', () => {
  expect([...made].toSorted()).toEqual([
    'a day in an email',
    'late',
    'no email',
    'nothing first',
    'the first leads the email',
    'the state names the first',
  ]);
});
