/** From a rendered email to the bytes that are sent. The same email always makes the same bytes. */
import { createHash } from 'node:crypto';
import { parseISO } from 'date-fns/parseISO';
import EmailComposer from 'nodemailer/lib/mail-composer';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Delivery, Email, EmailTag } from '#shared/store/mailer.ts';
import { oneLine } from '#shared/views/email/layout.ts';

interface EmailAddress {
  readonly name: string;
  readonly address: string;
}

interface EmailIdentity {
  readonly from: EmailAddress;
  readonly replyTo?: EmailAddress;
  /** The right side of every Message-ID: a domain of the sender. */
  readonly messageIdDomain: string;
}

export type MakeMime = (email: Email, tag: EmailTag, now: Instant) => Promise<string>;

/** Makes messages from this address, under the product's name. `readBy` is the mailbox for replies that no advisor reads. */
export function mimeFrom(address: string, readBy: string = address): MakeMime {
  const identity = {
    from: { name: 'Away Rotations', address },
    replyTo: { name: 'Away Rotations', address: readBy },
    messageIdDomain: address.slice(address.lastIndexOf('@') + 1),
  };
  return (email, tag, now) => mimeOf(email, tag, identity, now);
}

/** The message, or a refusal, such as for an address that no server would accept. */
export async function madeOrRefused(
  makeMime: MakeMime,
  email: Email,
  tag: EmailTag,
  now: Instant,
): Promise<Result<string, Extract<Delivery, { outcome: 'refused' }>>> {
  try {
    return success(await makeMime(email, tag, now));
  } catch {
    // Not the error's own text, which may include the address.
    return failure({ outcome: 'refused', reason: 'the message could not be made' });
  }
}

/** `Message-ID` derives from person and n, so a duplicate can be recognized. One-click unsubscribing (RFC 8058), no automatic replies, no header injection. */
export async function mimeOf(
  email: Email,
  { personId, n }: EmailTag,
  { from, replyTo, messageIdDomain }: EmailIdentity,
  now: Instant,
): Promise<string> {
  const readBy = email.replyTo ?? replyTo;
  const message = new EmailComposer({
    from: safe(from),
    to: safe(email.to),
    ...(email.also && { cc: safe({ name: '', address: email.also }) }),
    ...(readBy && { replyTo: safe(readBy) }),
    subject: oneLine(email.subject),
    date: parseISO(now),
    messageId: `<${personId}.${n}@${messageIdDomain}>`,
    headers: [
      { key: 'X-Away-Person', value: personId },
      { key: 'X-Away-Email', value: String(n) },
      { key: 'Auto-Submitted', value: 'auto-generated' },
      { key: 'X-Auto-Response-Suppress', value: 'All' },
      ...(email.unsubscribeUrl === undefined ? [] : seriesHeaders(email.unsubscribeUrl)),
    ],
    text: email.text,
    html: email.html,
    ...(email.calendar && {
      icalEvent: { method: 'PUBLISH', filename: 'dates.ics', content: email.calendar },
    }),
    baseBoundary: boundaryOf(email),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return (await message.build()).toString('utf8');
}

/** For an email that is one of a series. Older auto-responders know only `Precedence`. */
function seriesHeaders(
  url: string,
): { key: string; value: string | { prepared: true; value: string } }[] {
  // A URL that was parsed and serialized has no line break. It must stay in one piece, so it is not folded.
  const written = new URL(url).href;
  return [
    { key: 'Precedence', value: 'bulk' },
    { key: 'List-Unsubscribe', value: { prepared: true, value: `<${written}>` } },
    {
      key: 'List-Unsubscribe-Post',
      value: { prepared: true, value: 'List-Unsubscribe=One-Click' },
    },
  ];
}

function safe({ name, address }: EmailAddress): EmailAddress {
  if (/[\s<>,;:"\p{Cc}]/u.test(address)) {
    throw new Error('No email was made: its recipient is not one plain address.');
  }
  return { name: oneLine(name), address };
}

// No text can contain its own hash, so no part of the email can look like its boundary.
function boundaryOf({ text, html }: Email): string {
  return createHash('sha256').update(text).update(html).digest('hex').slice(0, 24);
}
