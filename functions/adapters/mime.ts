/** From a rendered mail to the bytes that go over the wire. The same email makes the same bytes. */
import { createHash } from 'node:crypto';
import { parseISO } from 'date-fns/parseISO';
import MailComposer from 'nodemailer/lib/mail-composer';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Delivery, Mail, MailTag } from '#shared/store/mailer.ts';
import { oneLine } from '#shared/views/mail/layout.ts';

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** The sender of every email of this deployment. */
export interface MailIdentity {
  readonly from: MailAddress;
  readonly replyTo?: MailAddress;
  /** The right side of every Message-ID: a domain of the sender. */
  readonly messageIdDomain: string;
}

export type MakeMime = (mail: Mail, tag: MailTag, now: Instant) => Promise<string>;

/** Makes messages from this address, in the product's name. */
export function mimeFrom(address: string): MakeMime {
  const identity = {
    from: { name: 'Away Rotations', address },
    messageIdDomain: address.slice(address.lastIndexOf('@') + 1),
  };
  return (mail, tag, now) => mimeOf(mail, tag, identity, now);
}

/** The message, or the refusal that nothing could leave: an address no server would take, for one. */
export async function madeOrRefused(
  makeMime: MakeMime,
  mail: Mail,
  tag: MailTag,
  now: Instant,
): Promise<Result<string, Extract<Delivery, { outcome: 'refused' }>>> {
  try {
    return success(await makeMime(mail, tag, now));
  } catch {
    // Not the error's own words: they may hold the address.
    return failure({ outcome: 'refused', reason: 'the message could not be made' });
  }
}

/**
 * Text and HTML as multipart/alternative in UTF-8. `Message-ID` follows from person and n, so that an email sent twice
 * can be told by its reader's program. One-click unsubscribing as RFC 8058 has it; `Auto-Submitted` (RFC 3834) and
 * Exchange's `X-Auto-Response-Suppress` ask for no automatic replies. Nothing of a name, subject or address can begin
 * another header.
 */
export async function mimeOf(
  mail: Mail,
  { personId, n }: MailTag,
  { from, replyTo, messageIdDomain }: MailIdentity,
  now: Instant,
): Promise<string> {
  const message = new MailComposer({
    from: safe(from),
    to: safe(mail.to),
    ...(replyTo && { replyTo: safe(replyTo) }),
    subject: oneLine(mail.subject),
    date: parseISO(now),
    messageId: `<${personId}.${n}@${messageIdDomain}>`,
    headers: [
      { key: 'X-Away-Person', value: personId },
      { key: 'X-Away-Mail', value: String(n) },
      { key: 'Auto-Submitted', value: 'auto-generated' },
      { key: 'X-Auto-Response-Suppress', value: 'All' },
      ...(mail.unsubscribeUrl === undefined ? [] : seriesHeaders(mail.unsubscribeUrl)),
    ],
    text: mail.text,
    html: mail.html,
    ...(mail.calendar && {
      icalEvent: { method: 'PUBLISH', filename: 'dates.ics', content: mail.calendar },
    }),
    baseBoundary: boundaryOf(mail),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return (await message.build()).toString('utf8');
}

/** Of an email that is one of a series. Older answering machines know `Precedence` alone. */
function seriesHeaders(
  url: string,
): { key: string; value: string | { prepared: true; value: string } }[] {
  // A URL that was parsed and written again holds no line break. It must stay in one piece, so it is not folded.
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

function safe({ name, address }: MailAddress): MailAddress {
  if (/[\s<>,;:"\p{Cc}]/u.test(address)) {
    throw new Error('An email was not made: its address is not one plain address.');
  }
  return { name: oneLine(name), address };
}

// No text can hold its own hash, so no part of the email can look like its boundary.
function boundaryOf({ text, html }: Mail): string {
  return createHash('sha256').update(text).update(html).digest('hex').slice(0, 24);
}
