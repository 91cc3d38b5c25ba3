import { describe, expect, test } from 'vitest';
import {
  type Bounce,
  blameOf,
  blameOfAnswer,
  blameOfBounce,
} from '#shared/people/mailing/blame.ts';
import type { Blame } from '#shared/people/person/email-record.ts';

test.each<[string, Blame | undefined]>([
  ['550 5.1.1 no such user', 'address'],
  ['smtp; 550 5.1.10 recipient not found', 'address'],
  ['5.2.1', 'address'],
  ['552-5.2.2 The account is over quota', 'mailbox'],
  ['452 4.2.2 mailbox full', 'mailbox'],
  ['450 4.1.1 try later', 'mailbox'],
  ['553 5.1.8 sender address has no domain', 'sender'],
  ['552 5.2.3 message exceeds the limit of this mailbox', 'sender'],
  ['552 5.3.4 message too big', 'sender'],
  ['554 5.6.0 content', 'sender'],
  ['550 5.7.1 blocked', 'sender'],
  ['421 4.7.0 too many from your address', 'sender'],
  ['421 4.3.2 shutting down', undefined],
  ['550 refused, your address is 5.1.1.9', undefined],
  ['250 2.0.0 queued', undefined],
  ['', undefined],
])('“%s” is the matter of: %s', (words, blame) => {
  expect(blameOf(words)).toBe(blame);
});

describe('SES tells of', () => {
  test.each<[string, Bounce, Blame | undefined]>([
    ['no mailbox', { bounceType: 'Permanent', bounceSubType: 'NoEmail' }, 'address'],
    ['a permanent bounce without a word', { bounceType: 'Permanent' }, 'address'],
    ['an unknown domain', { bounceType: 'Permanent', status: '5.4.4' }, 'address'],
    [
      'a permanent refusal of the sender',
      { bounceType: 'Permanent', diagnosticCode: 'smtp; 550 5.7.26 unauthenticated' },
      'sender',
    ],
    ['a full mailbox', { bounceType: 'Transient', bounceSubType: 'MailboxFull' }, 'mailbox'],
    ['a full mailbox by its code', { bounceType: 'Transient', status: '5.2.2' }, 'mailbox'],
    [
      'a server that was away for half a day',
      { bounceType: 'Transient', bounceSubType: 'General', status: '4.4.7' },
      'mailbox',
    ],
    [
      'what passes, though its code does not',
      { bounceType: 'Transient', status: '5.1.1' },
      'mailbox',
    ],
    [
      'a message that is too large',
      { bounceType: 'Transient', bounceSubType: 'MessageTooLarge' },
      'sender',
    ],
    [
      'content that was refused',
      { bounceType: 'Transient', bounceSubType: 'ContentRejected' },
      'sender',
    ],
    ['an automatic reply', { bounceType: 'Transient', bounceSubType: 'General' }, undefined],
    [
      'an automatic reply with words',
      { bounceType: 'Transient', bounceSubType: 'General', diagnosticCode: 'I am away' },
      undefined,
    ],
    [
      'an automatic reply that names a day',
      { bounceType: 'Transient', bounceSubType: 'General', diagnosticCode: 'away until 4.12.26' },
      undefined,
    ],
    [
      'an automatic reply that names a room',
      { bounceType: 'Transient', diagnosticCode: 'I moved to room 5.2.2' },
      undefined,
    ],
    [
      'a full mailbox by the words of its server',
      { bounceType: 'Transient', diagnosticCode: 'smtp; 452 4.2.2 over quota' },
      'mailbox',
    ],
    ['nobody knows what', { bounceType: 'Undetermined' }, undefined],
  ])('%s', (_, bounce, blame) => {
    expect(blameOfBounce(bounce)).toBe(blame);
  });
});

describe('a server answers to a recipient', () => {
  test.each<[number, string, Blame]>([
    [550, '550 5.1.1 unknown', 'address'],
    [550, '550 No such user here', 'address'],
    [551, '551 User unknown', 'address'],
    [553, '553 invalid recipient', 'address'],
    // As Microsoft answers for an address that a tenant, or outlook.com, does not have; and as Yahoo does.
    [550, '550 5.4.1 Recipient address rejected: Access denied. [x.prod.outlook.com]', 'address'],
    [550, '550 5.5.0 Requested action not taken: mailbox unavailable', 'address'],
    [554, "554 delivery error: dd This user doesn't have a yahoo.com account", 'address'],
    [550, '550 Requested action not taken: mailbox unavailable', 'address'],
    [550, '550 5.0.0 user unknown', 'address'],
    [550, '550 5.7.1 mailbox unavailable for blocked senders', 'sender'],
    [554, '554 5.4.6 too many hops', 'sender'],
    [550, '550 5.5.0 sender address rejected: unknown user', 'sender'],
    [503, '503 5.5.1 RCPT before MAIL', 'sender'],
    [450, '450 mailbox busy', 'mailbox'],
    [452, '452 4.2.2 over quota', 'mailbox'],
    [552, '552 storage exceeded', 'mailbox'],
    [550, '550 relay not permitted', 'sender'],
    [550, '550 sender verify failed: unknown user', 'sender'],
    [550, '550 5.7.1 unknown user, or you are blocked', 'sender'],
    [450, '450 4.7.1 greylisted', 'sender'],
    [421, '421 4.3.2 shutting down', 'sender'],
    [451, '451 local error', 'sender'],
  ])('%i %s', (responseCode, words, blame) => {
    expect(blameOfAnswer(responseCode, words)).toBe(blame);
  });
});
