/**
 * One season of Alice, from the first link to the assigned letter, over HTTP and in virtual time: she reads what arrives,
 * follows its button, sees the page (twice: a mail scanner was there first), and answers with the form. Every hour is swept.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { type ClockTime, instantAt } from '#shared/base/time/instant.ts';
import { alice } from '../cast.ts';
import { type Inbox, inboxOf } from './inbox.ts';

const YALE = 'the Yale School of Medicine IR rotation';

let inbox: Inbox;
let letterId: string;

beforeAll(async () => {
  const monday = instantAt('2026-11-23', '06:00', 'Asia/Kolkata');
  inbox = await inboxOf(
    alice({
      createdAt: monday,
      dueAt: monday,
      causes: [{ id: 'welcome', stream: 'link', at: monday }],
    }),
  );
});
afterAll(() => inbox.close());

test('November: her link comes at once, the digest at its hour; she puts Yale on her list', async () => {
  await expectEmails('2026-11-24', '12:00', [
    '2026-11-23 Your new link to your rotation plan',
    '2026-11-23 Now open: an early IR or DR rotation, best by Mon, Mar 1 (estimated)',
  ]);
  const page = await inbox.answer(`${inbox.button('link')}/add`, 'rotation-added', {
    'rotation.host.name': 'Yale School of Medicine',
    'rotation.specialty': 'ir',
    'rotation.route': 'institution',
    'rotation.dates.start': '2027-08-02',
    'rotation.dates.end': '2027-08-27',
  });
  expect(page).toContain('Added to the plan: Yale School of Medicine');
  expect(await stage()).toBe('identify, shortlisted');
});

test('a late start is told as late within a week, and still gets a plan; she decides to apply', async () => {
  await expectEmails('2026-12-01', '12:00', [
    `2026-11-27 Late, best started by Mon, Oct 12: decide on ${YALE} (before the rotation was added)`,
  ]);
  await inbox.answer(inbox.button('decide on'), 'chosen');
  expect(await stage()).toBe('apply, preparing');
});

test('winter: two questions, the guide’s counts, the day to start applying; she applies', async () => {
  await expectEmails('2027-03-21', '20:00', [
    '2026-12-02 How to enter the US: with a visa, or without?',
    '2027-01-16 Is an application to Yale School of Medicine possible?',
    '2027-01-21 Is an application to Yale School of Medicine possible?',
    '2027-02-21 Best by Mon, Mar 1 (estimated): an early IR or DR rotation (8 days left)',
    '2027-03-01 Best by today, Mon, Mar 1 (estimated): an early IR or DR rotation',
    // It also says that the early rotation was missed.
    `2027-03-08 Start by Sun, Mar 14: apply for ${YALE} (6 days left)`,
    `2027-03-17 Should have started by Sun, Mar 14, due Sun, Apr 4: apply for ${YALE} (18 days left)`,
  ]);
  await inbox.answer(inbox.button('apply for'), 'applied');
  expect(await stage()).toBe('apply, submitted');
});

test('while the host thinks, nobody is nagged about it; then there is an offer, and it has a clock', async () => {
  await expectEmails('2027-04-20', '20:00', [
    '2027-03-25 Late, best by Wed, Mar 17 (estimated): a US rotation outside IR',
  ]);
  await inbox.answer(inbox.button('apply for'), 'offered', { expiresOn: '2027-05-10' });
  // She entered the offer herself: the page has just said it.
  await expectEmails('2027-05-04', '20:00', [
    `2027-05-03 Due Mon, May 10: answer the offer from ${YALE} (7 days left)`,
  ]);
  await inbox.answer(inbox.button('answer the offer'), 'accepted');
  expect(await stage()).toBe('documents, collecting');
});

test('documents: one email for all, which names none in its subject; a TB test that expires too early is not done', async () => {
  // July 5, six weeks before the start, is a federal holiday: the host's office is open on the Friday before.
  await expectEmails('2027-06-10', '20:00', [
    `2027-06-08 Due Fri, Jul 2 (estimated): 13 papers for your ${YALE.slice('the '.length)} (24 days left)`,
  ]);
  const [rotation] = (await inbox.person()).facts.rotations;
  const link = inbox.button('13 papers');
  for (const { kind } of rotation?.checklist ?? []) {
    await inbox.answer(link, `document-updated.${kind}`, {
      status: 'cleared',
      // It counts for twelve months, and the rotation ends on August 27.
      ...(kind === 'tb' && { status: 'submitted', issuedOn: '2026-08-20' }),
    });
  }
  expect(await stage()).toBe('documents, collecting');
  await expectEmails('2027-06-25', '20:00', [
    `2027-06-21 Due Fri, Jul 2 (estimated): one step for your ${YALE.slice('the '.length)} (11 days left)`,
  ]);
  await inbox.answer(inbox.button('one step'), 'document-updated.tb', {
    status: 'cleared',
    issuedOn: '2027-06-24',
  });
  expect(await stage()).toBe('rotate, upcoming');
});

test('a room and a flight are asked for, and each is reported with one press', async () => {
  await expectEmails('2027-07-06', '20:00', [
    `2027-07-05 Should have started by Mon, Jun 28: housing for ${YALE} (7 days late)`,
  ]);
  await inbox.answer(inbox.button('housing'), 'step-reported.housing', { state: 'done' });
  await expectEmails('2027-07-22', '20:00', [
    `2027-07-22 Start by Fri, Jul 23: flight for ${YALE} (1 day left)`,
  ]);
  await inbox.answer(inbox.button('flight'), 'step-reported.flight', { state: 'done' });
});

test('on its first day we ask whether it started; feedback is asked for at its middle, and then the letter', async () => {
  await expectEmails('2027-08-05', '20:00', []);
  expect(await stage()).toBe('rotate, underway');
  // What is assumed is asked with the next email, which also asks for feedback, the talk, and the letter.
  await expectEmails('2027-08-14', '20:00', [`2027-08-14 Did ${YALE} start?`]);
  const answers = inbox.button('start?');
  await inbox.answer(answers, 'took-place.started');
  expect(await stage()).toBe('rotate, underway');
  await inbox.answer(answers, 'feedback-given', { mood: 'positive' });
  await inbox.answer(answers, 'letter-asked', {
    'writer.name': 'Dr. Osei',
    'writer.specialty': 'ir',
  });
  const [rotation] = (await inbox.person()).facts.rotations;
  letterId = rotation?.letters[0]?.id ?? '';
  await expectEmails('2027-08-20', '20:00', []);
  await inbox.answer(answers, `letter-agreed.${letterId}`);
});

test('September: the application, the request form, the upload, the assignment; each is asked for until it is done', async () => {
  await expectEmails('2027-09-06', '20:00', []);
  expect(await stage()).toBe('request-letter, waiting');
  await inbox.answer(inbox.button('start?'), `letter-requested.${letterId}`);
  // The letter is with its writer now: nothing to ask of Alice but her own application.
  await expectEmails('2027-09-15', '20:00', [
    '2027-09-10 Due Tue, Sep 21 (estimated): submit the ERAS application (11 days left)',
  ]);
  await inbox.answer(inbox.button('start?'), 'took-place.ended');
  await inbox.answer(inbox.button('submit the ERAS'), 'eras-submitted');
  await inbox.answer(inbox.button('start?'), `letter-uploaded.${letterId}`);
  expect(await stage()).toBe('letter-received, to-assign');
  await expectEmails('2027-09-19', '20:00', [
    '2027-09-18 Due Tue, Sep 21 (estimated): assign the letter from Dr. Osei (3 days left)',
  ]);
  const page = await inbox.answer(inbox.button('assign'), `letter-assigned.${letterId}`);
  expect(page).toContain('Recorded');
  const [rotation] = (await inbox.person()).facts.rotations;
  expect(rotation).toMatchObject({ stage: 'closed', closed: { reason: 'complete' } });
});

test('October: two stories for interviews', async () => {
  await expectEmails('2027-10-12', '20:00', [
    '2027-09-19 Best by today, Sun, Sep 19 (estimated): a second US rotation',
    '2027-09-29 Best by Sat, Oct 2 (estimated): two or three rotation stories (3 days left)',
    '2027-10-10 Late, best by Sat, Oct 2 (estimated): two or three rotation stories',
  ]);
  const experience = inbox.button('two or three');
  for (const kind of ['challenging-case', 'teamwork']) {
    await inbox.answer(experience, `story-noted.${kind}`, { 'story.note': 'A TIPS at night.' });
  }
});

test('after it is done nothing more is said, and every email that left is in the ledger as sent', async () => {
  await expectEmails('2028-03-31', '12:00', []);
  const { emails, facts } = await inbox.person();
  expect(emails.map(({ status }) => status)).toEqual(emails.map(() => 'sent'));
  expect(emails).toHaveLength(22);
  expect(new Set(emails.flatMap(({ keys }) => keys)).size).toBe(
    emails.flatMap(({ keys }) => keys).length,
  );
  expect(facts.rotations[0]?.endedAt).toBeDefined();
});

/** Time passes to that moment in Kolkata; exactly these emails have come meanwhile. */
async function expectEmails(day: Day, time: ClockTime, emails: readonly string[]): Promise<void> {
  await inbox.until(day, time);
  expect(inbox.arrived()).toEqual(emails);
}

async function stage(): Promise<string> {
  const [rotation] = (await inbox.person()).facts.rotations;
  return `${rotation?.stage}, ${rotation?.status}`;
}
