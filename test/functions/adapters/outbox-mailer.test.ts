import { expect, test } from 'vitest';
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { MONDAY } from '../../cast.ts';

const MAIL = {
  to: { name: 'Alice', address: 'alice@example.org' },
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
};

test('an email to the outbox is accepted together with what must be written beside its record', async () => {
  const mailer = outboxMailer(async ({ subject }, { n }, now) => `${subject} ${n} ${now}`);
  expect(
    await mailer.deliver(MAIL, { kind: 'applicant', personId: 'alice', n: 3 }, MONDAY),
  ).toEqual({
    outcome: 'accepted',
    alongside: {
      personId: 'alice',
      n: 3,
      at: MONDAY,
      to: 'alice@example.org',
      subject: 'Hello',
      raw: `Hello 3 ${MONDAY}`,
    },
  });
  expect(mailer.evidenceMs).toBe(0);
});

test('an email that cannot be made is refused for certain, without the words that may hold the address', async () => {
  const mailer = outboxMailer(() => Promise.reject(new Error('bad address alice@example.org')));
  expect(
    await mailer.deliver(MAIL, { kind: 'applicant', personId: 'alice', n: 3 }, MONDAY),
  ).toEqual({
    outcome: 'refused',
    reason: 'the message could not be made',
  });
});
