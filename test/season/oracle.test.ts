/** What the oracle makes of an email that came back: Alice's offer ends on Saturday, and the digest of Wednesday speaks of it. */
import { expect, test } from 'vitest';
import { HOUR_MS, type Instant, instantAt, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../cast.ts';
import { storyOf } from '../shared/plan/moves/stories.ts';
import type { FaultKind } from './faults.ts';
import { type Oracle, oracleOf } from './oracle.ts';
import { refresh, watch } from './watched.ts';

const ZONE = 'Asia/Kolkata';
const WEDNESDAY = instantAt('2027-03-17', '11:00', ZONE);
const THURSDAY = instantAt('2027-03-18', '12:00', ZONE);
const { facts } = storyOf()
  .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
  .report('2027-03-01T15:00:00.000Z', {
    type: 'offered',
    rotationId: 'r1',
    expiresOn: '2027-03-20',
  });

test('may leave again a day later, though nothing was recorded of it before it came back', () => {
  expect(thursdayAfter(['claimed', 'returned'])).toEqual([]);
});

test('may leave again a day later, though it counted as lost before it came back', () => {
  expect(thursdayAfter(['claimed', 'lost', 'returned'])).toEqual([]);
});

test('may leave again a day later where it had been recorded as sent', () => {
  expect(thursdayAfter(['claimed', 'sent', 'returned'])).toEqual([]);
});

test('and did not come back is a duplicate when it leaves again', () => {
  expect(thursdayAfter(['claimed', 'sent'])).toContain('duplicates');
});

test('has taken its day: not even what came back leaves twice on one', () => {
  const again = plusMs(WEDNESDAY, 3 * HOUR_MS);
  expect(thursdayAfter(['claimed', 'returned'], again)).toEqual(['untimely']);
  expect(thursdayAfter(['claimed', 'lost', 'returned'], again)).toEqual(['untimely']);
});

test('what leaves twice is excused where nobody could know that it left', () => {
  expect(thursdayAfter(['claimed', 'lost'])).toEqual([]);
});

test('and is not where an event of it was heard', () => {
  expect(thursdayAfter(['claimed', 'lost'], THURSDAY, { isProved: true })).toContain('duplicates');
  expect(thursdayAfter(['claimed', 'lost'], THURSDAY, { isProved: true })).toContain('unexplained');
});

test('and is not where the only fault is that it came back', () => {
  expect(thursdayAfter(['claimed', 'lost'], THURSDAY, { fault: 'bounced' })).toContain(
    'duplicates',
  );
});

/** The kinds of complaint once Wednesday's digest has had these fates and another says the same. */
function thursdayAfter(
  fates: readonly EmailRecord['status'][],
  again = THURSDAY,
  { fault = 'unknown', isProved = false }: { fault?: FaultKind; isProved?: boolean } = {},
): string[] {
  const keys = liveOn(WEDNESDAY);
  expect(keys).toContain('accept|r1|2027-03-20|3');
  const oracle = oracleOf(() => PUBLISHED_WORLD, HOUR_MS);
  oracle.committed(alice({ facts }), plusMs(WEDNESDAY, -HOUR_MS));
  oracle.fault(fault, 'alice', WEDNESDAY);
  fates.forEach((status, index) => {
    const at = plusMs(WEDNESDAY, index * HOUR_MS);
    oracle.committed(withEmails({ n: 1, status, keys, claimedAt: WEDNESDAY }), at);
    if (status === 'claimed') leaves(oracle, 1, keys, at);
    if (isProved) oracle.proved('alice', 1);
  });
  const first = { n: 1, status: fates.at(-1) ?? 'sent', keys, claimedAt: WEDNESDAY };
  oracle.committed(withEmails(first, { n: 2, status: 'claimed', keys, claimedAt: again }), again);
  leaves(oracle, 2, keys, again);
  return oracle.verdict().complaints.map((words) => words.split(':')[0] ?? '');
}

function liveOn(at: Instant): string[] {
  const person = watch(alice({ facts }), at);
  refresh(person, at, PUBLISHED_WORLD);
  return [...person.live.keys()];
}

function leaves(oracle: Oracle, n: number, keys: readonly string[], at: Instant): void {
  oracle.left({ personId: 'alice', n, stream: 'digest', keys, at });
}

function withEmails(
  ...emails: readonly Pick<EmailRecord, 'n' | 'status' | 'keys' | 'claimedAt'>[]
): Applicant {
  return alice({
    facts,
    emails: emails.map((email) => ({
      ...email,
      stream: 'digest',
      subject: 'Ahead',
      leaseUntil: plusMs(email.claimedAt, 120_000),
      rotationIds: ['r1'],
    })),
  });
}
