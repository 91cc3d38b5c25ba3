import * as fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import type { LinkKey, LinkKeys } from '#shared/base/links/jws.ts';
import { TOKEN_CHARACTERS_MAX } from '#shared/base/links/jws.ts';
import { type Link, readLink, signLink } from '#shared/base/links/link.ts';
import { type Instant, msOf, plusMs, SECOND_MS } from '#shared/base/time/instant.ts';

const MONDAY: Instant = '2027-06-07T12:00:00.000Z';
const SUMMER: LinkKey = { id: 'summer', secret: new Uint8Array(32).fill(1) };
const AUTUMN: LinkKey = { id: 'autumn', secret: new Uint8Array(32).fill(2) };
const KEYS: LinkKeys = { current: SUMMER, previous: [] };
const ALICES: Link = { personId: 'alice', purpose: 'answer', epoch: 0 };
const DAYS = 60;

const alicesToken = () => signLink(KEYS, ALICES, MONDAY, DAYS);

describe('opens', () => {
  test('a link as it was signed', async () => {
    expect(await readLink(KEYS, await alicesToken(), MONDAY)).toEqual({
      state: 'valid',
      link: ALICES,
      signedAt: MONDAY,
    });
  });

  test('a link in its last second', async () => {
    const lastSecond = plusMs(MONDAY, DAYS * 86_400_000 - SECOND_MS);
    expect((await readLink(KEYS, await alicesToken(), lastSecond)).state).toBe('valid');
  });

  test('a link signed with the key before the current one', async () => {
    const rotated: LinkKeys = { current: AUTUMN, previous: [SUMMER] };
    expect(await readLink(rotated, await alicesToken(), MONDAY)).toMatchObject({
      state: 'valid',
      link: ALICES,
    });
  });

  test('an unsubscribe link, and says that it is one', async () => {
    const token = await signLink(KEYS, { ...ALICES, purpose: 'unsubscribe' }, MONDAY, DAYS);
    expect(await readLink(KEYS, token, MONDAY)).toMatchObject({
      state: 'valid',
      link: { ...ALICES, purpose: 'unsubscribe' },
    });
  });

  test('a link of an earlier epoch, and says which, so that the caller can refuse it', async () => {
    const token = await signLink(KEYS, { ...ALICES, epoch: 3 }, MONDAY, DAYS);
    const reading = await readLink(KEYS, token, MONDAY);
    expect(reading.state !== 'foreign' && reading.link.epoch).toBe(3);
  });

  test('as expired, a link whose time is over by not even a second', async () => {
    const over = plusMs(MONDAY, DAYS * 86_400_000);
    expect(await readLink(KEYS, await alicesToken(), over)).toEqual({
      state: 'expired',
      link: ALICES,
    });
  });

  test('as expired, a link whose time is long over', async () => {
    const reading = await readLink(KEYS, await alicesToken(), '2030-01-01T00:00:00.000Z');
    expect(reading.state).toBe('expired');
  });

  test('the same token for the same link at the same moment', async () => {
    expect(await alicesToken()).toBe(await alicesToken());
  });
});

describe('does not open', () => {
  const FOREIGN = { state: 'foreign' };

  test('a link signed with another key of the same name', async () => {
    const forged: LinkKeys = { current: { id: 'summer', secret: AUTUMN.secret }, previous: [] };
    expect(await readLink(KEYS, await signLink(forged, ALICES, MONDAY, DAYS), MONDAY)).toEqual(
      FOREIGN,
    );
  });

  test('a link whose key is no longer kept', async () => {
    const later: LinkKeys = { current: AUTUMN, previous: [] };
    expect(await readLink(later, await alicesToken(), MONDAY)).toEqual(FOREIGN);
  });

  test('an unsigned token', async () => {
    const unsigned = new UnsecuredJWT({ purpose: 'answer', epoch: 0 })
      .setSubject('alice')
      .setExpirationTime(msOf(MONDAY) / SECOND_MS + 60)
      .encode();
    expect(await readLink(KEYS, unsigned, MONDAY)).toEqual(FOREIGN);
  });

  test('a token of a stronger algorithm with the right key', async () => {
    const token = await new SignJWT({ purpose: 'answer', epoch: 0 })
      .setProtectedHeader({ alg: 'HS512', kid: 'summer' })
      .setSubject('alice')
      .setExpirationTime(msOf(MONDAY) / SECOND_MS + 60)
      .sign(new Uint8Array(64).fill(1));
    expect(await readLink(KEYS, token, MONDAY)).toEqual(FOREIGN);
  });

  test('a link whose person was exchanged', async () => {
    const [header, payload, signature] = (await alicesToken()).split('.') as [
      string,
      string,
      string,
    ];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const altered = Buffer.from(JSON.stringify({ ...claims, sub: 'bob' })).toString('base64url');
    expect(await readLink(KEYS, [header, altered, signature].join('.'), MONDAY)).toEqual(FOREIGN);
  });

  test('a well-signed token with a purpose that we do not know', async () => {
    const token = await new SignJWT({ purpose: 'everything', epoch: 0 })
      .setProtectedHeader({ alg: 'HS256', kid: 'summer' })
      .setSubject('alice')
      .setExpirationTime(msOf(MONDAY) / SECOND_MS + 60)
      .sign(SUMMER.secret);
    expect(await readLink(KEYS, token, MONDAY)).toEqual(FOREIGN);
  });

  test('a token longer than ours ever are', async () => {
    const token = await new SignJWT({
      purpose: 'answer',
      epoch: 0,
      padding: 'x'.repeat(TOKEN_CHARACTERS_MAX),
    })
      .setProtectedHeader({ alg: 'HS256', kid: 'summer' })
      .setSubject('alice')
      .setExpirationTime(msOf(MONDAY) / SECOND_MS + 60)
      .sign(SUMMER.secret);
    expect(await readLink(KEYS, token, MONDAY)).toEqual(FOREIGN);
  });

  test('a token in which one character was put in, left out, or exchanged, even where it decodes to the same bytes', async () => {
    const token = await alicesToken();
    const place = fc.integer({ min: 0, max: token.length });
    const character = fc.constantFrom(...'AQgwBCX01-_=+/. \n~é');
    await fc.assert(
      fc.asyncProperty(place, character, fc.constantFrom(0, 1), async (at, put, removed) => {
        const changed = token.slice(0, at) + put + token.slice(at + removed);
        fc.pre(changed !== token);
        expect(await readLink(KEYS, changed, MONDAY)).toEqual(FOREIGN);
      }),
      { numRuns: 1500 },
    );
    for (const put of ['=', '==', ' ', '.']) {
      expect(await readLink(KEYS, token + put, MONDAY)).toEqual(FOREIGN);
    }
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (const put of last) {
      const changed = token.slice(0, -1) + put;
      if (changed !== token) expect(await readLink(KEYS, changed, MONDAY)).toEqual(FOREIGN);
    }
  });

  test.each(['', 'a', 'a.b.c', '..', 'ä.ö.ü', '%00'])(
    'what is no token at all: %j',
    async (text) => {
      expect(await readLink(KEYS, text, MONDAY)).toEqual(FOREIGN);
    },
  );
});
