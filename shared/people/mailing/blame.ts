/** Why an email was refused or came back, by the enhanced status codes of RFC 3463: the address, the mailbox, or the sender. */
import type { Blame } from '../person/email-record.ts';

// Not part of an IP address.
const CODE = /(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.])/;

/** RFC 3463 lists bad sender addresses and oversized messages among the recipient's problems. */
const OF_SENDER = new Set(['1.7', '1.8', '1.9', '2.3', '3.4']);
/** Protocol, content, policy. */
const SUBJECTS_OF_SENDER = new Set(['5', '6', '7']);

/** Undefined without a code, or for a code about systems on the way. */
export function blameOf(words: string): Blame | undefined {
  const [, kind, subject = '', detail = ''] = CODE.exec(words) ?? [];
  if (!kind) return undefined;
  if (SUBJECTS_OF_SENDER.has(subject) || OF_SENDER.has(`${subject}.${detail}`)) return 'sender';
  if (subject !== '1' && subject !== '2') return undefined;
  return kind === '4' || `${subject}.${detail}` === '2.2' ? 'mailbox' : 'address';
}

export interface Bounce {
  readonly bounceType: string;
  readonly bounceSubType?: string | undefined;
  /** The recipient's server's status and text, if any. */
  readonly status?: string | undefined;
  readonly diagnosticCode?: string | undefined;
}

const SUB_TYPES: Readonly<Record<string, Blame>> = {
  MailboxFull: 'mailbox',
  MessageTooLarge: 'sender',
  ContentRejected: 'sender',
  AttachmentRejected: 'sender',
};

/** Undefined for an automatic reply, such as a vacation note. */
export function blameOfBounce({
  bounceType,
  bounceSubType = '',
  ...of
}: Bounce): Blame | undefined {
  const said = [of.status, answerIn(of.diagnosticCode)].filter((words) => words !== undefined);
  const code = said.map(blameOf).find((blame) => blame !== undefined);
  if (bounceType === 'Permanent') return code ?? SUB_TYPES[bounceSubType] ?? 'address';
  const passing = code ?? SUB_TYPES[bounceSubType];
  if (passing) return passing === 'address' && bounceType === 'Transient' ? 'mailbox' : passing;
  return said.some((words) => CODE.exec(words)?.[1] === '4') ? 'mailbox' : undefined;
}

/** Only a server's answer: a vacation note may name a date or a room that looks like a code. */
function answerIn(diagnosticCode: string | undefined): string | undefined {
  return /^\s*(?:smtp|x-[\w-]+)\s*;|^\s*[45]\d\d[ -]/i.test(diagnosticCode ?? '')
    ? diagnosticCode
    : undefined;
}

/** What servers without a status code, or with a vague one, say about an address that nobody has. */
const IS_MISSING =
  /\b(no such|unknown|unavailable|not found|(doesn't|does not) (exist|have)|invalid|address rejected)\b/i;
const IS_MAILBOX = /\b(user|mailbox|recipient|address|account)\b/i;
const IS_OURS = /\b(sender|policy|blocked)\b/i;
/** Other, routing, and protocol: some servers use these for an unknown address. */
const VAGUE_SUBJECTS = new Set(['0', '4', '5']);

/** For a mail server that refuses a recipient during delivery. */
export function blameOfAnswer(responseCode: number, words: string): Blame {
  const isMissing =
    responseCode >= 500 && IS_MISSING.test(words) && IS_MAILBOX.test(words) && !IS_OURS.test(words);
  const subject = CODE.exec(words)?.[2];
  if (subject !== undefined && !VAGUE_SUBJECTS.has(subject)) return blameOf(words) ?? 'sender';
  if (isMissing) return 'address';
  const isFull = [450, 452, 552].includes(responseCode);
  return subject === undefined && isFull ? 'mailbox' : 'sender';
}
