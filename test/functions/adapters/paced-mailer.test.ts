import { expect, test } from 'vitest';
import { pacedMailer } from '#functions/adapters/ses-mailer.ts';
import type { Email, Mailer } from '#shared/store/mailer.ts';
import { MONDAY } from '../../cast.ts';

const MAIL: Email = {
  to: { name: 'A', address: 'a@example.org' },
  subject: 's',
  text: 't',
  html: 'h',
};

function stage(intervalMs: number) {
  let at = 0;
  const leftAt: number[] = [];
  const mailer: Mailer = {
    evidenceMs: 7,
    deliver: async () => {
      leftAt.push(at);
      return { outcome: 'accepted' };
    },
  };
  const sleep = async (ms: number) => {
    at += ms;
  };
  const paced = pacedMailer(mailer, intervalMs, sleep, () => at);
  return {
    leftAt,
    paced,
    passes: (ms: number) => {
      at += ms;
    },
    send: () => paced.deliver(MAIL, { kind: 'applicant', personId: 'a', n: 1 }, MONDAY),
  };
}

test('the first email leaves at once, the next ones an interval apart', async () => {
  const { leftAt, send } = stage(2000);
  for (let email = 0; email < 3; email += 1) await send();
  expect(leftAt).toEqual([0, 2000, 4000]);
});

test('an email that comes late enough waits for nothing', async () => {
  const { leftAt, send, passes } = stage(2000);
  await send();
  passes(5000);
  await send();
  expect(leftAt).toEqual([0, 5000]);
});

test('what the mailer answers, and how long its evidence may take, is its own', async () => {
  const { paced, send } = stage(1);
  expect(await send()).toEqual({ outcome: 'accepted' });
  expect(paced.evidenceMs).toBe(7);
});
