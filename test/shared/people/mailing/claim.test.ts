import { describe, expect, test } from 'vitest';
import { DAY_MS, type Instant, MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import {
  claimEmail,
  entryOf,
  maySend,
  openClaim,
  settleEmail,
  withCameBack,
  withDelivered,
} from '#shared/people/mailing/claim.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import { keysSaid } from '#shared/people/person/email-record.ts';
import { aliceFacts } from '../../plan/moves/stories.ts';

const NINE: Instant = '2027-03-01T14:00:00.000Z';
const alice = newApplicant({ id: 'alice', cohortId: 'c1', facts: aliceFacts() }, NINE);
const planned = { stream: 'correction' as const, nudges: [], causeId: 'cause-1' };
const claimed = claimEmail(alice, entryOf(planned), 'A correction', NINE).person;

describe('a claim', () => {
  test('is numbered, leased, and counts as said at once', () => {
    expect(claimed.emails[0]).toMatchObject({
      n: 1,
      status: 'claimed',
      leaseUntil: plusMs(NINE, 2 * MINUTE_MS),
    });
    expect(keysSaid(claimed.emails)).toEqual(['cause-1']);
  });

  test('may be sent until half a minute before its lease ends, and not after', () => {
    const { leaseUntil } = claimEmail(alice, entryOf(planned), 'A correction', NINE);
    expect(maySend(leaseUntil, plusMs(NINE, 89_999))).toBe(true);
    expect(maySend(leaseUntil, plusMs(NINE, 90_000))).toBe(false);
  });

  test('is waited for through lease and evidence, and then expires', () => {
    const waiting = openClaim(claimed.emails, plusMs(NINE, DAY_MS), DAY_MS);
    expect(waiting).toEqual({ state: 'waiting', until: plusMs(NINE, DAY_MS + 2 * MINUTE_MS) });
    expect(openClaim(claimed.emails, plusMs(NINE, 2 * MINUTE_MS), 0)).toEqual({
      state: 'expired',
      n: 1,
    });
  });

  test('of what was asked for is not waited for, and hides none that is', () => {
    const link = entryOf({ stream: 'link', nudges: [], causeId: 'cause-2' });
    const { person } = claimEmail(claimed, link, 'A new link', NINE);
    const later = plusMs(NINE, 2 * MINUTE_MS);
    expect(openClaim(person.emails, NINE, DAY_MS)).toMatchObject({ state: 'waiting' });
    const settled = settleEmail(person, 1, 'sent', NINE) ?? person;
    expect(openClaim(settled.emails, NINE, DAY_MS)).toEqual({ state: 'none' });
    expect(openClaim(settled.emails, later, 0)).toEqual({ state: 'expired', n: 2 });
  });
});

describe('an email’s fate', () => {
  test('is written once: a second word about it changes nothing', () => {
    const sent = settleEmail(claimed, 1, 'sent', NINE);
    expect(sent?.emails[0]?.status).toBe('sent');
    expect(sent && settleEmail(sent, 1, 'failed', NINE)).toBeUndefined();
    expect(sent && settleEmail(sent, 1, 'sent', NINE)).toBeUndefined();
  });

  test('lost turns to sent when evidence comes after all, never to failed', () => {
    const lost = settleEmail(claimed, 1, 'lost', NINE);
    expect(lost && keysSaid(lost.emails)).toEqual([]);
    expect(lost && settleEmail(lost, 1, 'failed', NINE)).toBeUndefined();
    expect(lost && settleEmail(lost, 1, 'sent', NINE)?.emails[0]?.status).toBe('sent');
  });

  test('sent takes its cause away; lost and failed leave it to be answered', () => {
    const asks = {
      ...claimed,
      causes: [{ id: 'cause-1', stream: 'correction' as const, at: NINE }],
    };
    expect(settleEmail(asks, 1, 'sent', NINE)?.causes).toEqual([]);
    expect(settleEmail(asks, 1, 'lost', NINE)?.causes).toHaveLength(1);
    expect(settleEmail(asks, 1, 'failed', NINE)?.causes).toHaveLength(1);
  });

  test('of a number that was never claimed is not written', () => {
    expect(settleEmail(claimed, 7, 'sent', NINE)).toBeUndefined();
  });
});

describe('an email that left', () => {
  const sent = settleEmail(claimed, 1, 'sent', NINE) ?? claimed;
  const ten = plusMs(NINE, 60 * MINUTE_MS);

  test('and came back is planned again', () => {
    const back = withCameBack(sent, 1, 'mailbox', ten);
    expect(back?.emails[0]).toMatchObject({
      status: 'returned',
      cameBack: { at: ten, blames: 'mailbox' },
    });
    expect(back && keysSaid(back.emails)).toEqual([]);
    expect(back && withCameBack(back, 1, 'mailbox', ten)).toBeUndefined();
  });

  test('and was delivered stays sent, whatever comes back and in whatever order', () => {
    const first = withDelivered(sent, 1) ?? sent;
    const last = withCameBack(sent, 1, 'address', ten) ?? sent;
    const reported = [withCameBack(first, 1, 'address', ten), withDelivered(last, 1)];
    for (const person of reported) {
      expect(person?.emails[0]).toMatchObject({
        status: 'sent',
        delivered: true,
        cameBack: { blames: 'address' },
      });
    }
    expect(withDelivered(first, 1)).toBeUndefined();
  });

  test('is the only kind that comes back or is delivered', () => {
    const failed = settleEmail(claimed, 1, 'failed', NINE) ?? claimed;
    for (const person of [claimed, failed]) {
      expect(withCameBack(person, 1, 'mailbox', ten)).toBeUndefined();
      expect(withDelivered(person, 1)).toBeUndefined();
    }
    expect(withDelivered(sent, 7)).toBeUndefined();
  });
});
