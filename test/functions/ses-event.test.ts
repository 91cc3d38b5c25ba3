import { describe, expect, test } from 'vitest';
import { readSesEvent } from '#functions/ses-event.ts';

const MAIL = {
  destination: ['alice@example.org'],
  tags: { kind: ['applicant'], person: ['alice'], n: ['3'] },
};
const event = (detail: object) => ({ source: 'aws.ses', detail: { mail: MAIL, ...detail } });
const bounce = (status: string) => ({
  eventType: 'Bounce',
  bounce: { bounceType: 'Permanent', bouncedRecipients: [{ status }] },
});
const complaint = (complaintFeedbackType: string | null) => ({
  eventType: 'Complaint',
  complaint: { complaintFeedbackType },
});

describe('an event of SES', () => {
  test.each([
    ['a sending', { eventType: 'Send' }, { kind: 'sent' }],
    ['a delivery', { eventType: 'Delivery' }, { kind: 'delivered' }],
    ['an opening, which we do not track', { eventType: 'Open' }, { kind: 'nothing' }],
    ['a missing address', bounce('5.1.1'), { kind: 'came-back', blames: 'address' }],
    ['a full mailbox', bounce('5.2.2'), { kind: 'came-back', blames: 'mailbox' }],
    ['a refused sender', bounce('5.7.1'), { kind: 'came-back', blames: 'sender' }],
    ['spam, as a reader says', complaint('abuse'), { kind: 'complained' }],
    ['a complaint without a type', complaint(null), { kind: 'complained' }],
    [
      'an address that SES keeps on its list, which is no complaint of ours',
      {
        eventType: 'Complaint',
        complaint: { complaintSubType: 'OnAccountSuppressionList' },
      },
      { kind: 'came-back', blames: 'address' },
    ],
    ['a failed authentication', complaint('auth-failure'), { kind: 'reported' }],
    ['no spam after all', complaint('not-spam'), { kind: 'sent' }],
  ])('tells of %s', (_, detail, finding) => {
    expect(readSesEvent(event(detail)).finding).toMatchObject(finding);
  });

  test('keeps the codes of a bounce and no words of the server, which repeat the address', () => {
    expect(readSesEvent(event(bounce('5.1.1'))).reason).toBe('Permanent 5.1.1');
    expect(readSesEvent(event(bounce('no alice@example.org here'))).reason).toBe('Permanent');
  });

  test('is about nobody where its tags name none of our emails', () => {
    const foreign = { eventType: 'Send', mail: { destination: [], tags: {} } };
    expect(readSesEvent({ source: 'aws.ses', detail: foreign }).about).toBeUndefined();
  });

  test('is refused by the field that is wrong', () => {
    expect(() => readSesEvent({ source: 'aws.s3', detail: {} })).toThrow('source');
    expect(() => readSesEvent(event({ eventType: 5 }))).toThrow('detail.eventType');
  });
});
