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
  await expectMails('2026-11-24', '12:00', [
    '2026-11-23 Your new link to your rotation plan',
    '2026-11-23 Ahead: an early IR or DR rotation, by Mon, Mar 1 (estimated)',
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

test('a late start is told as late a week after the last email, and still gets a plan; she decides to apply', async () => {
  await expectMails('2026-12-01', '12:00', [
    `2026-11-30 Should have started by Mon, Oct 12: decide on ${YALE} (49 days late)`,
  ]);
  await inbox.answer(inbox.button('decide on'), 'chosen');
  expect(await stage()).toBe('apply, preparing');
});

test('winter: an overview a month, windows at a month and a week, the day to start applying; she applies', async () => {
  await expectMails('2027-03-21', '20:00', [
    '2026-12-07 Ahead: an early IR or DR rotation, by Mon, Mar 1 (estimated)',
    '2027-01-04 Ahead: an early IR or DR rotation, by Mon, Mar 1 (estimated)',
    '2027-01-14 Is an application to Yale School of Medicine possible?',
    '2027-01-21 Is an application to Yale School of Medicine possible?',
    '2027-01-30 Best by Mon, Mar 1 (estimated): an early IR or DR rotation (30 days left)',
    '2027-02-06 Ahead: an early IR or DR rotation, by Mon, Mar 1 (estimated)',
    '2027-02-15 Best by Wed, Mar 17 (estimated): a US rotation outside IR (30 days left)',
    '2027-02-22 Best by Mon, Mar 1 (estimated): an early IR or DR rotation (7 days left)',
    '2027-03-01 Ahead: a US rotation outside IR, by Wed, Mar 17 (estimated)',
    '2027-03-02 Missed: an early IR or DR rotation',
    `2027-03-09 Start by Sun, Mar 14: apply for ${YALE} (5 days left)`,
    `2027-03-16 Should have started by Sun, Mar 14, due Sun, Apr 4: apply for ${YALE} (2 days late)`,
  ]);
  await inbox.answer(inbox.button('apply for'), 'applied');
  expect(await stage()).toBe('apply, submitted');
});

test('while the host thinks, nobody is nagged about it: what lies ahead once a month; then there is an offer, and it has a clock', async () => {
  await expectMails('2027-04-20', '20:00', [
    '2027-03-23 Late, best by Wed, Mar 17 (estimated): a US rotation outside IR',
    `2027-04-05 Ahead: documents for ${YALE}, start by Mon, Jun 14`,
  ]);
  await inbox.answer(inbox.button('apply for'), 'offered', { expiresOn: '2027-05-10' });
  await expectMails('2027-05-04', '20:00', [
    `2027-04-26 Due Mon, May 10: answer the offer of ${YALE} (14 days left)`,
    `2027-05-03 Due Mon, May 10: answer the offer of ${YALE} (7 days left)`,
  ]);
  await inbox.answer(inbox.button('answer the offer'), 'accepted');
  expect(await stage()).toBe('documents, collecting');
});

test('documents: one email for all, which names none in its subject; a TB test that expires too early is not done', async () => {
  await expectMails('2027-06-10', '20:00', [
    '2027-05-25 Best by Tue, Jun 1 (estimated): the final letters (7 days left)',
    '2027-06-03 Late, best by Tue, Jun 1 (estimated): the final letters',
    `2027-06-10 Due Mon, Jul 5 (estimated): 13 papers for your ${YALE.slice('the '.length)} (25 days left)`,
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
  await expectMails('2027-06-22', '20:00', [
    `2027-06-21 Due Mon, Jul 5 (estimated): one step for your ${YALE.slice('the '.length)} (14 days left)`,
  ]);
  await inbox.answer(inbox.button('one step'), 'document-updated.tb', {
    status: 'cleared',
    issuedOn: '2027-06-18',
  });
  expect(await stage()).toBe('rotate, upcoming');
});

test('a room and a flight are asked for, and each is reported with one press', async () => {
  await expectMails('2027-06-30', '20:00', [
    `2027-06-29 Should have started by Mon, Jun 28: housing for ${YALE} (1 day late)`,
  ]);
  await inbox.answer(inbox.button('housing'), 'step-reported.housing', { state: 'done' });
  await expectMails('2027-07-20', '20:00', [
    `2027-07-06 Ahead: flight for ${YALE}, start by Fri, Jul 23`,
    `2027-07-16 Start by Fri, Jul 23: flight for ${YALE} (7 days left)`,
  ]);
  await inbox.answer(inbox.button('flight'), 'step-reported.flight', { state: 'done' });
});

test('on its first day we ask whether it started; feedback is asked for at its middle, and then the letter', async () => {
  await expectMails('2027-08-04', '20:00', [
    '2027-08-02 Best by Wed, Sep 1 (estimated): a letter from IR faculty (30 days left)',
    `2027-08-03 Did ${YALE} start?`,
  ]);
  expect(await stage()).toBe('rotate, underway');
  await inbox.answer(inbox.button('start?'), 'took-place.started');
  await expectMails('2027-08-13', '20:00', [`2027-08-13 This week: ask for feedback at ${YALE}`]);
  expect(await stage()).toBe('rotate, underway');
  await inbox.answer(inbox.button('feedback'), 'feedback-given', { mood: 'positive' });
  await expectMails('2027-08-16', '20:00', [
    `2027-08-15 This week: a talk with a mentor at ${YALE}`,
  ]);
  await inbox.answer(inbox.button('mentor'), 'letter-asked', {
    'writer.name': 'Dr. Osei',
    'writer.specialty': 'ir',
  });
  const [rotation] = (await inbox.person()).facts.rotations;
  letterId = rotation?.letters[0]?.id ?? '';
  await expectMails('2027-08-20', '20:00', []);
  await inbox.answer(inbox.button('mentor'), `letter-agreed.${letterId}`);
});

test('September: the application, the request form, the upload, the assignment; each is asked for until it is done', async () => {
  await expectMails('2027-08-30', '20:00', [
    '2027-08-22 Best by Tue, Sep 21 (estimated): a letter from outside IR (30 days left)',
    `2027-08-29 Did ${YALE} take place?`,
  ]);
  await inbox.answer(inbox.button('take place'), 'took-place.ended');
  await expectMails('2027-09-06', '20:00', [
    '2027-09-05 Now open: submit the ERAS application, until Tue, Sep 21 (estimated)',
  ]);
  expect(await stage()).toBe('request-letter, waiting');
  await inbox.answer(inbox.button('take place'), `letter-requested.${letterId}`);
  // The letter is with its writer now: nothing to ask of Alice but her own application.
  await expectMails('2027-09-15', '20:00', [
    '2027-09-12 Due Tue, Sep 21 (estimated): submit the ERAS application (9 days left)',
    '2027-09-15 Due Tue, Sep 21 (estimated): submit the ERAS application (6 days left)',
  ]);
  await inbox.answer(inbox.button('submit the ERAS'), 'eras-submitted');
  await inbox.answer(inbox.button('take place'), `letter-uploaded.${letterId}`);
  expect(await stage()).toBe('letter-received, to-assign');
  await expectMails('2027-09-19', '20:00', [
    '2027-09-18 Due Tue, Sep 21 (estimated): assign the letter of Dr. Osei (3 days left)',
  ]);
  const page = await inbox.answer(inbox.button('assign'), `letter-assigned.${letterId}`);
  expect(page).toContain('Recorded');
  const [rotation] = (await inbox.person()).facts.rotations;
  expect(rotation).toMatchObject({ stage: 'closed', closed: { reason: 'complete' } });
});

test('October: two stories for interviews', async () => {
  await expectMails('2027-10-12', '20:00', [
    '2027-09-23 Missed: a US rotation outside IR',
    '2027-10-04 Ahead: two or three rotation stories, by Wed, Oct 6 (estimated)',
    '2027-10-11 This week: two or three rotation stories',
  ]);
  const experience = inbox.button('This week: two');
  for (const kind of ['challenging-case', 'teamwork']) {
    await inbox.answer(experience, `story-noted.${kind}`, { 'story.note': 'A TIPS at night.' });
  }
});

test('after it is done a line a month says so until Match Day, and every email that left is in the ledger as sent', async () => {
  await expectMails('2028-03-31', '12:00', [
    '2027-11-01 Your rotation plan: on track',
    '2027-12-06 Your rotation plan: on track',
    '2028-01-03 Your rotation plan: on track',
    '2028-02-07 Your rotation plan: on track',
    '2028-03-06 Your rotation plan: on track',
  ]);
  const { mails, facts } = await inbox.person();
  expect(mails.map(({ status }) => status)).toEqual(mails.map(() => 'sent'));
  expect(mails).toHaveLength(44);
  expect(new Set(mails.flatMap(({ keys }) => keys)).size).toBe(
    mails.flatMap(({ keys }) => keys).length,
  );
  expect(facts.rotations[0]?.endedAt).toBeDefined();
});

/** Time passes to that moment in Kolkata; exactly these emails have come meanwhile. */
async function expectMails(day: Day, time: ClockTime, mails: readonly string[]): Promise<void> {
  await inbox.until(day, time);
  expect(inbox.arrived()).toEqual(mails);
}

async function stage(): Promise<string> {
  const [rotation] = (await inbox.person()).facts.rotations;
  return `${rotation?.stage}, ${rotation?.status}`;
}
