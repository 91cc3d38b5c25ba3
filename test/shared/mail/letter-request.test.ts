/** What a writer is told of the Letter ID, before and after ERAS opens. */
import { expect, test } from 'vitest';
import type { WantedLetter } from '../../../shared/letters/wanted.ts';
import { newWriter } from '../../../shared/letters/writer.ts';
import { letterUrls } from '../../../shared/links/urls.ts';
import { renderWriterMail } from '../../../shared/mail/letter-request.ts';
import type { Day } from '../../../shared/time/day.ts';
import { EASTERN, instantAt } from '../../../shared/time/instant.ts';

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
