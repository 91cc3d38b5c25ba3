/** Mallory began a plan alone and named Dr. Osei's address first; Alice's school knows him under his own name. */
import { expect, test } from 'vitest';
import { sweep } from '#functions/sweep.ts';
import { nudgeDeps } from '#infra/local/parts.ts';
import { EASTERN, HOUR_MS, type Instant, instantAt, plusMs } from '#shared/base/time/instant.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Email } from '#shared/store/mailer.ts';
import { alice } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

const OSEI = 'osei@example.org';
const START = instantAt('2027-09-02', '09:00', EASTERN);

test('the student’s letter and the stranger’s are two emails, each greeting by its own name', async () => {
  const { write, hours, toOsei } = await stage();
  await write(withLetter('mallory', SELF_COHORT, 'Win at evil.example'));
  await hours(3);
  const [first, ...none] = toOsei();
  expect(none).toEqual([]);
  expect(`${first?.subject} ${first?.text}`).not.toContain('evil');
  expect(first?.text).toContain('Hello,');

  await write(withLetter('alice', 'c2028', 'Dr. Osei'));
  await hours(3);
  const [students, ...more] = toOsei();
  expect(more).toEqual([]);
  expect(students?.text).toContain('Hello Dr. Osei,');
  expect(students?.subject).toContain('letter for Alice Mathew');
  expect(students?.text).not.toContain('Mallory');
  expect(students?.subject).not.toContain('1 more');
});

test('two students’ letters are still one email', async () => {
  const { write, hours, toOsei } = await stage();
  await write(withLetter('alice', 'c2028', 'Dr. Osei'));
  await write(withLetter('bela', 'c2029', 'Dr. Osei'));
  await hours(3);
  expect(toOsei().map(({ subject }) => subject.includes('1 more'))).toEqual([true]);
});

/** A letter that its writer agreed to, from elsewhere than a rotation. Everything else of the person is said to nobody. */
function withLetter(id: string, cohortId: string, writerName: string): Applicant {
  const { facts } = alice();
  const profile = {
    ...facts.profile,
    name: id === 'alice' ? 'Alice Mathew' : 'Mallory Doe',
    address: `${id}@example.org`,
  };
  const letter = {
    id: `${id}-letter`,
    writer: { name: writerName, address: OSEI, specialty: 'research' },
    status: 'agreed',
    askedOn: '2027-08-20',
    since: START,
    contact: { on: '2027-08-25', state: 'emailed', since: '2027-08-25' },
  } as const;
  return alice({
    id,
    cohortId,
    dueAt: START,
    reach: 'unsubscribed',
    facts: { ...facts, profile, letters: [letter] },
  });
}

async function stage() {
  const store = memoryStore();
  let now: Instant = START;
  const sent: Email[] = [];
  const deps = nudgeDeps({
    store,
    clock: { now: () => now },
    secrets: {
      linkKeys: { current: { id: 'k1', secret: new Uint8Array(32).fill(7) }, previous: [] },
      pepper: 'pepper',
      webhookKey: 'the key of a stage, and of nothing else',
    },
    baseUrl: 'https://rotations.example.org',
    mailer: {
      evidenceMs: HOUR_MS,
      deliver: async (email: Email) => {
        sent.push(email);
        return { outcome: 'accepted' } as const;
      },
    },
    newId: () => 'n1',
    log: () => undefined,
  });
  return {
    write: (applicant: Applicant) => store.write({ ...applicant, dueAt: now }),
    async hours(count: number) {
      for (let hour = 0; hour < count; hour += 1) {
        const { errors } = await sweep(deps);
        if (errors[0]) throw errors[0].error;
        now = plusMs(now, HOUR_MS / 2);
      }
    },
    /** What reached him since this was last asked. */
    toOsei: () => sent.splice(0).filter(({ to }) => to.address === OSEI),
  };
}
