import { expect, test } from 'vitest';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { planNudges } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { emailsTo } from './emails.ts';
import { datesMoved, inDays, isRested, type Person, person, sweepUntil } from './people.ts';
import { agreed, clock, execution, until, world } from './stage.ts';

/** What the product itself says is due; then the sweep, and the email in SES beside its line in the ledger. */
async function sweptEmail(who: Person, seen: string[]): Promise<void> {
  await who.plants(eightDaysLater);
  const item = await who.item();
  const now = clock.now();
  const due = planNudges(withTimePassed(item, now, world), world, now).email !== undefined;
  await sweepUntil(who, 'she rests', isRested);
  const emails = await until('the ledger and SES agree', async () => {
    const sent = (await who.item()).emails.filter(({ status }) => status === 'sent');
    const taken = await emailsTo(who.id);
    return sent.length === taken.length && taken;
  });
  expect(emails.length - seen.length, 'emails of this sweep').toBe(due ? 1 : 0);
  seen.push(...emails.slice(seen.length));
}

/** As if all that was done and said so far lay eight days back: most things are emailed once a week, and people rest after acting. */
function eightDaysLater(item: Applicant): Applicant {
  const earlier = (at: Instant): Instant => plusMs(at, -8 * DAY_MS);
  const emails = item.emails.map((email) => ({ ...email, claimedAt: earlier(email.claimedAt) }));
  const history = item.history.map((entry) => ({ ...entry, at: earlier(entry.at) }));
  const rotations = item.facts.rotations.map((each) => ({ ...each, since: earlier(each.since) }));
  const facts = { ...item.facts, rotations };
  return { ...item, facts, emails, history, dueAt: clock.now() };
}

test('a rotation goes through six stages to its end, and its emails leave', async () => {
  const alice = await person();
  const seen: string[] = [];
  const rotation = await alice.adds({ dates: { start: inDays(25), end: inDays(53) } });
  await agreed(alice.id, rotation);
  await sweptEmail(alice, seen);

  await alice.reports(rotation, { type: 'applied' });
  await agreed(alice.id, rotation);
  await alice.reports(rotation, { type: 'offered', expiresOn: inDays(3) });
  await agreed(alice.id, rotation);
  await sweptEmail(alice, seen);

  await alice.reports(rotation, { type: 'accepted' });
  const accepted = await agreed(alice.id, rotation);
  expect(accepted.runs[rotation]?.wait?.until).toBeDefined();
  await sweptEmail(alice, seen);
  for (const { kind } of (await alice.rotation(rotation)).checklist) {
    await alice.reports(rotation, { type: 'document-updated', kind, status: 'cleared' });
  }
  expect(await alice.rotation(rotation)).toMatchObject({ stage: 'rotate', status: 'upcoming' });
  await agreed(alice.id, rotation);

  // Three weeks of four are over: the sweep finds a start that is long past.
  await alice.plants((item) => datesMoved(item, rotation, inDays(-20), inDays(8)));
  await sweptEmail(alice, seen);
  expect(await alice.rotation(rotation)).toMatchObject({ stage: 'rotate', status: 'underway' });
  await agreed(alice.id, rotation);
  await alice.reports(rotation, { type: 'feedback-given', mood: 'positive' });
  await alice.reports(rotation, {
    type: 'letter-asked',
    writer: { name: 'Prof. Wren', specialty: 'ir' },
  });
  const letterId = (await alice.rotation(rotation)).letters[0]?.id ?? '';
  await alice.reports(rotation, { type: 'letter-agreed', letterId });
  await alice.reports(rotation, { type: 'letter-requested', letterId });
  await agreed(alice.id, rotation);

  await alice.plants((item) => datesMoved(item, rotation, inDays(-30), inDays(-2)));
  await sweptEmail(alice, seen);
  expect((await alice.rotation(rotation)).stage).toBe('request-letter');
  await agreed(alice.id, rotation);

  await alice.reports(rotation, { type: 'letter-uploaded', letterId });
  await agreed(alice.id, rotation);
  await alice.reports(rotation, { type: 'letter-assigned', letterId });
  const closed = await agreed(alice.id, rotation);
  expect(closed.facts.rotations[0]).toMatchObject({ closed: { reason: 'complete' } });

  const stages = (await execution(rotation, 1))?.entered.filter(
    (name) => name !== 'Arm' && name !== 'Route',
  );
  const order = stages?.filter((name, index) => name !== stages[index - 1]);
  expect(order).toEqual([
    'Identify',
    'Apply',
    'Documents',
    'Rotate',
    'RequestLetter',
    'LetterReceived',
    'Closed',
  ]);
  expect(subjectsOf(seen)).toEqual([...new Set(subjectsOf(seen))]);
  // At least the offer, the papers of an accepted rotation, and the letter.
  expect(seen.length).toBeGreaterThanOrEqual(3);
});

function subjectsOf(emails: readonly string[]): string[] {
  return emails.map((raw) => /^Subject: (.+)$/m.exec(raw)?.[1] ?? '');
}
