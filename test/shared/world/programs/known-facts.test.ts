/** What to ask a host, whom, and when not to write at all. */
import { expect, test } from 'vitest';
import { institutionById, institutions, programs } from '#shared/world/programs/directory.ts';
import { emailToAsk, knownOfHost, knownOfProgram } from '#shared/world/programs/known-facts.ts';
import { phraseAsOf } from '#shared/world/provenance.ts';

const TODAY = '2026-11-23';

test('an email asks three questions at most, the ones that decide first', () => {
  for (const host of institutions()) {
    const { asks } = knownOfHost(host, TODAY);
    const email = emailToAsk('visiting student office', host.name, asks);
    expect(email.match(/^\d\. /gm)?.length ?? 0).toBe(Math.min(3, asks.length));
    if (asks[0]) expect(email).toContain(`1. ${asks[0]}`);
  }
});

test('signs of good teaching are a checklist, and in no email', () => {
  const yale = institutionById('yale');
  if (!yale) throw new Error('No Yale.');
  const { asks, checklist } = knownOfHost(yale, TODAY);
  expect(checklist).toContain('Do visiting students scrub in on procedures?');
  expect(emailToAsk('visiting student office', 'Yale', asks)).not.toContain('scrub in');
});

test('a host whose page asks not to be contacted gets no email, and says why', () => {
  const closed = institutions().filter(({ offering }) => offering.contactRule === 'no-contact');
  expect(closed.length).toBeGreaterThan(0);
  for (const host of closed) {
    expect(knownOfHost(host, TODAY)).toMatchObject({
      noContact: expect.stringContaining('not to write'),
    });
    expect(knownOfHost(host, TODAY)).not.toHaveProperty('mailbox');
  }
});

test('the mailbox is the office’s own, where its page names one', () => {
  const named = institutions().flatMap((host) => knownOfHost(host, TODAY).mailbox ?? []);
  expect(named.length).toBeGreaterThan(5);
  for (const mailbox of named) expect(mailbox).toMatch(/^[^\s/]+@[^\s/]+\.[a-z]+$/i);
  expect(institutions().some((host) => !knownOfHost(host, TODAY).mailbox)).toBe(true);
});

test('what an undated page says is confirmed, and not asked as if nobody had said it', () => {
  const ucla = programs().find(({ code }) => code === '4160500007');
  if (!ucla) throw new Error('UCLA is in the list.');
  const { facts, asks } = knownOfProgram(ucla, TODAY);
  const visa = facts.find(({ label }) => label === 'Visa for residents');
  expect(visa?.text).toContain('ECFMG J-1 and F-1 accepted');
  expect(asks).not.toContain('Which visas do you sponsor for residents, J-1 or H-1B?');
  expect(asks.join()).toContain('Does this still apply: “ECFMG J-1 and F-1 accepted;');
  expect(asks).toContain('How many of your residents graduated from schools abroad?');
});

test('what nobody has said of a visa is asked', () => {
  const silent = programs().find(({ code }) => code === '4200511035');
  expect(silent && knownOfProgram(silent, TODAY).asks).toContain(
    'Which visas do you sponsor for residents, J-1 or H-1B?',
  );
});

test('a source that gives a year or a month is never shown as its first day', () => {
  const dated = programs().flatMap((each) => knownOfProgram(each, TODAY).facts);
  const years = dated.flatMap(({ asOf = '' }) => (asOf.length === 4 ? [asOf] : []));
  expect(years.length).toBeGreaterThan(20);
  expect(dated.filter(({ asOf }) => asOf?.endsWith('-01-01'))).toEqual([]);
  expect([phraseAsOf('2023'), phraseAsOf('2016-09'), phraseAsOf('2026-05-17')]).toEqual([
    '2023',
    'Sep 2016',
    'Sun, May 17, 2026',
  ]);
});
