/** What a writer is told: for whom and which Match, by when, of the Letter ID, and of what a later day costs. */
import { describe, expect, test } from 'vitest';
import { letterUrls } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import { EASTERN, instantAt } from '#shared/base/time/instant.ts';
import { newWriter } from '#shared/people/person/writer.ts';
import type { WriterEmail } from '#shared/people/writer/plan-writer.ts';
import type { WantedLetter } from '#shared/people/writer/wanted.ts';
import type { Email } from '#shared/store/mailer.ts';
import { renderWriterEmail } from '#shared/views/email/letter-request.ts';

const LETTER: WantedLetter = {
  applicantId: 'alice',
  letterId: 'mentor',
  applicantName: 'Alice Mathew',
  isStrangers: false,
  holder: { name: 'Dr. Osei', address: 'osei@example.org' },
  writerName: 'Dr. Osei',
  isHandedOver: false,
  emailsBefore: 0,
  status: 'agreed',
  dueOn: '2027-11-27',
  askedOn: '2027-08-12',
  matchYear: 2028,
  review: { day: '2027-09-22', isEstimated: true },
  erasOpens: { day: '2027-06-02', isEstimated: false },
};

test('before ERAS opens, the day on which it does', () => {
  expect(emailOn('2027-05-03')).toContain('after ERAS opens on Wed, Jun 2, 2027.');
});

test('which Match, in the first line as in the subject: the same applicant may have asked last year', () => {
  const { subject, text } = emailWith({ dueOn: '2027-08-23' });
  expect(subject).toBe('Due Mon, Aug 23: letter for Alice Mathew, 2028 Match (112 days left)');
  expect(text).toContain('Due Mon, Aug 23: letter for Alice Mathew, 2028 Match\n');
});

test('that the applicant says the writer agreed; no longer, once the writer has named a day', () => {
  expect(emailOn('2027-05-03')).toContain(
    'Alice Mathew says you agreed to write a letter of recommendation for interventional radiology (IR) residency. Thank you.',
  );
  const of = { promisedBy: '2027-10-04', status: 'requested', dueOn: '2027-10-04' } as const;
  const promised = emailWith(of).text;
  expect(promised).not.toContain('says you agreed');
  expect(promised).toContain('Thank you for agreeing to write Alice Mathew a letter of rec');
  expect(promised).toContain('Please upload it by Mon, Oct 4, 2027, the day you named.');
  const later = emailWith({ ...of, dueOn: '2027-10-08' }).text;
  expect(later).toContain('Please upload it by Fri, Oct 8, 2027.');
});

test('from the day programs read, that a late letter can still be read, not that they will start', () => {
  expect(emailOn('2027-09-21')).toContain('Programs start reading on Wed, Sep 22, 2027');
  expect(emailOn('2027-09-22')).toContain(
    'Programs started reading on Wed, Sep 22, 2027 (estimated); a late letter misses the first review but can still be read.',
  );
});

test('a coordinator learns what the writer saw, and before accepting is promised no more emails', () => {
  const coordinator = {
    isHandedOver: true,
    promisedBy: LETTER.dueOn,
    status: 'requested',
  } as const;
  const accepted = emailWith({ ...coordinator, seen: 'My talk on TIPS' }).text;
  expect(accepted).toContain('What Dr. Osei saw: “My talk on TIPS”');
  expect(accepted).toContain('the day Dr. Osei named.');
  const offered = emailWith({ ...coordinator, isOffered: true }).text;
  expect(offered).toContain('nothing more about it unless you accept');
  expect(offered).toContain('You need no account to accept it or to give it back.');
  expect(offered).not.toContain('emails per letter');
});

test('what the letter is for, what a later day costs, and who sends the email', () => {
  const text = emailOn('2027-05-03');
  expect(text).toContain('a letter of recommendation for interventional radiology (IR) residency.');
  expect(text).toContain(
    'Programs start reading on Wed, Sep 22, 2027 (estimated); a later letter misses the first review.',
  );
  expect(text).toContain('Away Rotations, which keeps Alice Mathew’s plan, emails you because');
});

test('once ERAS is open, no day that has passed', () => {
  const text = emailOn('2027-11-05');
  expect(text).not.toContain('Jun 2, 2027');
  expect(text).toContain('comes with the Letter Request Form');
});

describe('words that lead elsewhere, kept from a time when they were not refused', () => {
  const DIRTY = [
    'evil.example',
    'Win at evil[.]com',
    'ann@evil.example',
    'call +1 212 555 0100',
    'evil\u200b.com',
  ];

  test.each(DIRTY)('are left out, and the email still says what is asked: %j', (dirty) => {
    const { subject, text, html, to } = emailWith({
      applicantName: dirty,
      hostName: dirty,
      seen: dirty,
      holder: { name: dirty, address: 'osei@example.org' },
    });
    for (const part of [subject, text, html, to.name]) expect(part).not.toContain(dirty);
    expect(subject).toContain('letter for an applicant');
    expect(text).toContain('Hello,');
    expect(text).not.toContain('What you saw');
  });

  test('are also left out of what a second letter shows', () => {
    const { text } = emailWith({}, { applicantName: 'evil.example', hostName: 'evil.example' });
    expect(text).toContain('Other letters for you');
    expect(text).not.toContain('evil');
  });

  test('are left out where a coordinator reads who asks', () => {
    const { text } = emailWith({ isHandedOver: true, writerName: 'evil.example' });
    expect(text).toContain('The letter writer asks you to upload');
    expect(text).not.toContain('evil');
  });
});

test('plain words stay', () => {
  const { subject, text } = emailWith({ hostName: 'St. Mary’s', seen: '14 cases in 4 weeks' });
  expect(subject).toContain('letter for Alice Mathew');
  expect(text).toContain('Rotation: St. Mary’s.');
  expect(text).toContain('What you saw: “14 cases in 4 weeks”');
});

describe('the greeting', () => {
  test('is the name given with the letter at hand, not an older stranger’s', () => {
    const { text, to } = emailWith({
      holder: { name: 'Prof. Ama Osei', address: 'osei@example.org' },
    });
    expect(text).toContain('Hello Prof. Ama Osei,');
    expect(to.name).toBe('Prof. Ama Osei');
    expect(text).not.toContain('Dr. Osei');
  });

  test('of a new link names no applicant: no letter is at hand', () => {
    const { text, to } = rendered({ stream: 'link', causeId: 'c1' }, '2027-05-03');
    expect(text).toContain('Hello,');
    expect(to.name).toBe('');
  });
});

function emailOn(day: Day): string {
  return rendered({ stream: 'letters', letters: [LETTER], keys: ['k'] }, day).text;
}

function emailWith(...letters: Partial<WantedLetter>[]): Email {
  const wanted = letters.map((each, index) => ({ ...LETTER, letterId: `l${index}`, ...each }));
  return rendered({ stream: 'letters', letters: wanted, keys: ['k'] }, '2027-05-03');
}

function rendered(email: WriterEmail, day: Day): Email {
  const now = instantAt(day, '09:00', EASTERN);
  const osei = newWriter({ id: 'w1', name: 'Dr. Osei', address: 'osei@example.org' }, now);
  const urls = letterUrls('https://away.example.org', { letters: 'token', stop: 'stop' });
  return renderWriterEmail(email, osei, urls, now);
}
