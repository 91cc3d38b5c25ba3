/** The mailer of one machine: nothing leaves it, and every email is kept with the record that it was sent. */
import type { Mailer } from '#shared/store/mailer.ts';
import { type MakeMime, madeOrRefused } from './mime.ts';

/** No outcome is ever unknown here: the email and its `sent` are one write. */
export function outboxMailer(makeMime: MakeMime): Mailer {
  return {
    evidenceMs: 0,
    async deliver(email, tag, now) {
      const { personId, n } = tag;
      const made = await madeOrRefused(makeMime, email, tag, now);
      if (!made.ok) return made.failure;
      const { subject, to } = email;
      return {
        outcome: 'accepted',
        alongside: { personId, n, at: now, to: to.address, subject, raw: made.value },
      };
    },
  };
}
