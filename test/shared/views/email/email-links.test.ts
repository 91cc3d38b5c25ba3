import { describe, expect, test } from 'vitest';
import type { LinkKeys } from '#shared/base/links/jws.ts';
import { readLink } from '#shared/base/links/link.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { emailLinks } from '#shared/views/email/email-links.ts';

const KEYS: LinkKeys = { current: { id: 'k1', secret: new Uint8Array(32).fill(1) }, previous: [] };
const NOW: Instant = '2027-06-07T12:00:00.000Z';
const ALICE = { id: 'alice', linkEpoch: 2 };

const tokenOf = (url: string) => new URL(url).pathname.split('/')[2] ?? '';

describe('the links of an email', () => {
  test('open the plan of its reader, and only while her links are not revoked', async () => {
    const { plan } = await emailLinks(KEYS, ALICE, 'https://r.example.org', NOW);
    expect(await readLink(KEYS, tokenOf(plan), NOW)).toEqual({
      state: 'valid',
      signedAt: NOW,
      link: { personId: 'alice', purpose: 'answer', epoch: 2 },
    });
  });

  test('that stop the emails cannot open the plan', async () => {
    const { unsubscribe } = await emailLinks(KEYS, ALICE, 'https://r.example.org', NOW);
    const reading = await readLink(KEYS, tokenOf(unsubscribe), NOW);
    expect(reading.state === 'valid' && reading.link.purpose).toBe('unsubscribe');
  });

  test('fit a line of an email', async () => {
    const { rotation } = await emailLinks(KEYS, ALICE, 'https://r.example.org', NOW);
    expect(rotation('r1').length).toBeLessThan(400);
  });
});
