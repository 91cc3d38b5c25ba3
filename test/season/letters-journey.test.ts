/**
 * A letter from the checked box to the assignment, over HTTP and in virtual time: Alice, who needs it, Dr. Osei, who writes it,
 * and Kim, who uploads it. Each reads what arrives and answers on the page of their own link; a scanner opens it first.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alice } from '../cast.ts';
import { type LetterStage, letterStage } from './letter-stage.ts';

const OSEI = 'osei@example.org';
const KIM = 'kim@example.org';
const ALICE = 'alice@example.org';

let stage: LetterStage;

beforeAll(async () => {
  stage = await letterStage(alice());
});
afterAll(() => stage.close());

test('nobody is emailed before Alice ticks that the writer agreed in person', async () => {
  await stage.until('2027-08-02', '12:00');
  expect(stage.emailsTo(OSEI)).toEqual([]);
  const { status, page } = await stage.post(stage.rotation(), 'letter-contact.osei', {
    address: OSEI,
  });
  expect(status).toBe(422);
  expect(page).toContain('Your confirmation that the writer agreed in person is missing');
});

test('her tick is taken with what he saw, never with her own address or a patient’s', async () => {
  const own = await stage.post(stage.rotation(), 'letter-contact.osei', {
    agreedInPerson: 'yes',
    address: ALICE,
  });
  expect(own.page).toContain('has the same email address as you');
  const patient = await stage.post(stage.rotation(), 'letter-contact.osei', {
    agreedInPerson: 'yes',
    address: OSEI,
    seen: 'The drainage of MRN 1234567',
  });
  expect(patient.status).toBe(422);
  const taken = await stage.post(stage.rotation(), 'letter-contact.osei', {
    agreedInPerson: 'yes',
    address: OSEI,
    seen: 'Twelve drainages and my talk on TIPS',
  });
  expect(taken.status).toBe(303);
});

test('she enters what her writers are given, and sees it as they do', async () => {
  const letters = stage.rotation('plan');
  const taken = await stage.post(letters, 'packet-entered.cv', {
    text: 'Alice Mathew\nBrown, IR, July 2027 <script>',
    url: 'https://files.example.org/cv.pdf',
  });
  expect(taken.status).toBe(303);
  const refused = await stage.post(letters, 'packet-entered.img-note', {
    url: 'javascript:alert(1)',
  });
  expect(refused.page).toContain('begins with https://');
  expect(await stage.open(letters)).toContain(
    '1 of 3 (1 hands-on). Still needed: a letter from another US rotation',
  );
});

test('within working hours: one short email with dates, what he saw, the due day and the packet, and no address', async () => {
  await stage.until('2027-08-05', '12:00');
  const [email, ...others] = stage.emailsTo(OSEI);
  expect(others).toEqual([]);
  expect(email?.at).toBe('2027-08-03T13:00:00.000Z');
  expect(email?.subject).toBe(
    'Due Mon, Aug 23: letter for Alice Mathew, 2028 Match (20 days left)',
  );
  expect(email?.text).toContain('Brown, Mon, Jul 5 to Fri, Jul 30, 2027');
  expect(email?.text).toContain('Twelve drainages and my talk on TIPS');
  expect(email?.text).not.toContain('@example.org');
  expect(email?.text.split(/\s+/).length).toBeLessThan(150);
  const packet = await stage.open(stage.link(OSEI, '/alice/osei'));
  expect(packet).toContain('Brown, IR, July 2027 &lt;script&gt;');
  expect(packet).not.toContain(ALICE);
});

test('he names a date; it is after the first review, so Alice is told', async () => {
  const taken = await stage.post(stage.link(OSEI), 'letter-promised.osei', { by: '2027-10-04' });
  expect(taken.status).toBe(303);
  expect(taken.page).toContain('Recorded:');
  await stage.until('2027-08-09', '12:00');
  const reported = stage.emailsTo(ALICE).filter(({ text }) => text.includes('named a late date'));
  expect(reported).toHaveLength(1);
});

test('an old page, a foreign letter, a past day and the same form twice change nothing more', async () => {
  const link = stage.link(OSEI);
  const old = await stage.form(link, 'letter-promised.osei');
  const again = await stage.send(link, old, { by: '2027-09-10' });
  expect(again.status).toBe(303);
  expect((await stage.send(link, old, { by: '2027-09-10' })).status).toBe(303);
  const stale = await stage.send(link, { ...old, update: 'later' }, { by: '2027-09-12' });
  expect(stale.status).toBe(409);
  expect(stale.page).toContain('Nothing was changed');
  const past = await stage.post(link, 'letter-promised.osei', { by: '2027-08-01' });
  expect(past.status).toBe(422);
  expect((await stage.send(`${link}/../l/none/x/y`, old, {})).status).toBe(404);
  expect((await stage.letter()).promised?.by).toBe('2027-09-10');
});

test('with the Letter Request Form come Letter ID and the steps, five days apart at least', async () => {
  const taken = await stage.post(stage.rotation(), 'letter-requested.osei', {
    erasLetterId: 'ABCD1234',
  });
  expect(taken.status).toBe(303);
  await stage.until('2027-08-20', '18:00');
  const emails = stage.emailsTo(OSEI);
  expect(emails).toHaveLength(2);
  expect(emails[1]?.text).toContain('ERAS Letter ID ABCD1234');
});

test('he hands it to Kim, who is emailed, sees how it stands, and says that it is uploaded', async () => {
  const taken = await stage.post(stage.link(OSEI), 'letter-handed-over.osei', {
    'coordinator.name': 'Kim Park',
    'coordinator.address': KIM,
  });
  expect(taken.page).toContain('Waiting for Kim Park to accept');
  await stage.until('2027-08-21', '18:00');
  await stage.until('2027-08-24', '18:00');
  const [email] = stage.emailsTo(KIM);
  expect(email?.text).toContain('Dr. Osei asks you to upload Alice Mathew’s letter');
  expect(email?.text).not.toContain(OSEI);
  const asked = await stage.open(stage.link(KIM));
  expect(asked).not.toContain('ABCD1234');
  expect(asked).not.toContain('It is uploaded');
  expect((await stage.post(stage.link(KIM), 'letter-taken-over.osei', {})).status).toBe(303);
  expect(await stage.open(stage.link(OSEI))).toContain('With Kim Park');
  const page = await stage.open(stage.link(KIM));
  expect(page).not.toContain('I cannot write it');
  expect((await stage.post(stage.link(KIM), 'letter-uploaded.osei', {})).status).toBe(303);
  expect(await stage.open(stage.link(OSEI))).toContain('Uploaded. Nothing more is needed.');
  expect((await stage.letter()).status).toBe('uploaded');
});

test('from then on nobody but Alice is emailed about it, once Dr. Osei has read who uploads: she assigns it', async () => {
  const sent = () => [...stage.emailsTo(OSEI), ...stage.emailsTo(KIM)].map((each) => each.subject);
  const before = sent();
  await stage.until('2027-09-25', '12:00');
  const since = sent().filter((subject) => !before.includes(subject));
  expect(since).toEqual(['A coordinator will upload one of your letters']);
  expect(sent()).toHaveLength(before.length + 1);
  expect(
    stage
      .emailsTo(ALICE)
      .map(({ subject }) => subject)
      .join('\n'),
  ).toContain('assign the letter from Dr. Osei');
});

test('one click in an email program stops all emails to a writer, as often as it comes', async () => {
  expect(await stage.oneClick(OSEI)).toBe(200);
  expect(await stage.oneClick(OSEI)).toBe(200);
  expect((await stage.writer(OSEI)).reach).toBe('unsubscribed');
});
