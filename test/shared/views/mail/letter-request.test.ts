/** What a writer is told of the Letter ID, before and after ERAS opens. */
import { expect, test } from 'vitest';
import { letterUrls } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import { EASTERN, instantAt } from '#shared/base/time/instant.ts';
import { newWriter } from '#shared/people/person/writer.ts';
import type { WantedLetter } from '#shared/people/writer/wanted.ts';
import { renderWriterMail } from '#shared/views/mail/letter-request.ts';

test('before ERAS opens, the day on which it does', () => {
  expect(mailOn('2027-05-03')).toContain('comes from Wed 2 Jun 2027 on, when ERAS is open');
});

test('once ERAS is open, no day that has passed', () => {
  const text = mailOn('2027-11-05');
  expect(text).not.toContain('2 Jun 2027');
  expect(text).toContain('comes with the Letter Request Form');
});

function mailOn(day: Day): string {
  const now = instantAt(day, '09:00', EASTERN);
  const osei = newWriter({ id: 'w1', name: 'Dr. Osei', address: 'osei@example.org' }, now);
  const letter: WantedLetter = {
    applicantId: 'alice',
    letterId: 'mentor',
    applicantName: 'Alice Mathew',
    holder: { name: osei.name, address: osei.address },
    writerName: osei.name,
    isHandedOver: false,
    mailsBefore: 0,
    status: 'agreed',
    isPromised: false,
    dueOn: '2027-11-27',
    erasOpens: { day: '2027-06-02', isEstimated: false },
  };
  const urls = letterUrls('https://away.example.org', { letters: 'token', stop: 'stop' });
  return renderWriterMail({ stream: 'letters', letters: [letter], keys: ['k'] }, osei, urls, now)
    .text;
}
