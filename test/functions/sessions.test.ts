import { describe, expect, test } from 'vitest';
import {
  isSecondTap,
  lookAtSignIn,
  signedInBy,
  signIn,
  signOut,
  signOutEverywhere,
} from '#functions/sessions.ts';
import { HOUR_MS, MINUTE_MS, plusMs, SECOND_MS } from '#shared/base/time/instant.ts';
import { signSignIn } from '#shared/people/advisor/sign-in-link.ts';
import { alice, MONDAY } from '../cast.ts';
import { advisorsStage } from './advisors-stage.ts';

async function signedIn() {
  const stage = await advisorsStage();
  const answer = await signIn(stage.deps, 'advisor', await stage.token('lead'));
  if (!answer.ok) throw new Error(answer.failure);
  return { ...stage, ...answer.value };
}

describe('a link signs in', () => {
  test('for the person it was made for', async () => {
    const { deps, advisor, cookie } = await signedIn();
    expect((await signedInBy(deps, 'advisor', cookie))?.person).toEqual(await advisor('lead'));
  });

  test('in its last second', async () => {
    const { deps, at, token } = await advisorsStage();
    const link = await token('lead');
    at(plusMs(MONDAY, 15 * MINUTE_MS - SECOND_MS));
    expect((await signIn(deps, 'advisor', link)).ok).toBe(true);
  });

  test('an applicant in the same way', async () => {
    const { deps, store } = await advisorsStage();
    await store.write(alice());
    const link = { personKind: 'applicant', personId: 'alice', epoch: 0, causeId: 'c1' } as const;
    const answer = await signIn(deps, 'applicant', await signSignIn(deps.linkKeys, link, MONDAY));
    const cookie = answer.ok ? answer.value.cookie : '';
    expect((await signedInBy(deps, 'applicant', cookie))?.person.id).toBe('alice');
    expect(await signedInBy(deps, 'advisor', cookie)).toBeUndefined();
  });
});

describe('a second tap on a link', () => {
  async function tapped() {
    const stage = await advisorsStage();
    const link = await stage.token('lead');
    const answer = await signIn(stage.deps, 'advisor', link);
    const cookie = answer.ok ? answer.value.cookie : '';
    return {
      ...stage,
      link,
      cookie,
      again: (on?: string, to = link) => isSecondTap(stage.deps, 'advisor', to, on),
    };
  }

  test('leads in for ten seconds, on the browser that the first one signed in', async () => {
    const { at, again, cookie } = await tapped();
    expect(await again(cookie)).toBe(true);
    at(plusMs(MONDAY, 10 * SECOND_MS - 1));
    expect(await again(cookie)).toBe(true);
  });

  test('leads nobody in later, on another browser, after signing out, or with another link', async () => {
    const { deps, at, again, cookie, token } = await tapped();
    const other = await signIn(deps, 'advisor', await token('advisor'));
    expect(await again(undefined)).toBe(false);
    expect(await again(other.ok ? other.value.cookie : '')).toBe(false);
    expect(await again(cookie, await token('advisor'))).toBe(false);
    const held = await signedInBy(deps, 'advisor', cookie);
    at(plusMs(MONDAY, 10 * SECOND_MS));
    expect(await again(cookie)).toBe(false);
    at(MONDAY);
    if (held) await signOut(deps, held.session);
    expect(await again(cookie)).toBe(false);
  });
});

describe('a link signs nobody in', () => {
  test('a second time', async () => {
    const { deps, token } = await advisorsStage();
    const link = await token('lead');
    await signIn(deps, 'advisor', link);
    expect(await signIn(deps, 'advisor', link)).toEqual({ ok: false, failure: 'spent' });
  });

  test('twice at once', async () => {
    const { deps, token } = await advisorsStage();
    const link = await token('lead');
    const answers = await Promise.all([1, 2, 3].map(() => signIn(deps, 'advisor', link)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('after fifteen minutes', async () => {
    const { deps, at, token } = await advisorsStage();
    const link = await token('lead');
    at(plusMs(MONDAY, 15 * MINUTE_MS));
    expect(await signIn(deps, 'advisor', link)).toEqual({ ok: false, failure: 'closed' });
  });

  test('once everything was revoked', async () => {
    const { deps, advisor, token } = await advisorsStage();
    const link = await token('lead');
    await signOutEverywhere(deps, (await advisor('lead')).id);
    expect(await signIn(deps, 'advisor', link)).toEqual({ ok: false, failure: 'closed' });
  });

  test('by being opened, which leaves it unspent', async () => {
    const { deps, token } = await advisorsStage();
    const link = await token('lead');
    await lookAtSignIn(deps, 'advisor', link);
    expect((await lookAtSignIn(deps, 'advisor', link)).ok).toBe(true);
  });

  test('when it is damaged, empty, or a plan’s link', async () => {
    const { deps, token } = await advisorsStage();
    const link = await token('lead');
    for (const wrong of ['', 'nonsense', `${link.slice(0, -2)}xx`, 'x'.repeat(5000)]) {
      expect(await signIn(deps, 'advisor', wrong)).toEqual({ ok: false, failure: 'closed' });
    }
  });

  test('as another kind of person', async () => {
    const { deps, token } = await advisorsStage();
    const answer = await signIn(deps, 'applicant', await token('lead'));
    expect(answer).toEqual({ ok: false, failure: 'closed' });
  });
});

describe('a session ends', () => {
  test('after twelve hours', async () => {
    const { deps, at, cookie } = await signedIn();
    at(plusMs(MONDAY, 12 * HOUR_MS - SECOND_MS));
    expect(await signedInBy(deps, 'advisor', cookie)).toBeDefined();
    at(plusMs(MONDAY, 12 * HOUR_MS));
    expect(await signedInBy(deps, 'advisor', cookie)).toBeUndefined();
  });

  test('by signing out, and only that one', async () => {
    const { deps, token, cookie } = await signedIn();
    const other = await signIn(deps, 'advisor', await token('lead'));
    const mine = await signedInBy(deps, 'advisor', cookie);
    if (mine) await signOut(deps, mine.session);
    expect(await signedInBy(deps, 'advisor', cookie)).toBeUndefined();
    expect(await signedInBy(deps, 'advisor', other.ok ? other.value.cookie : '')).toBeDefined();
  });

  test('by signing out twice at once', async () => {
    const { deps, cookie } = await signedIn();
    const mine = await signedInBy(deps, 'advisor', cookie);
    if (!mine) throw new Error('Nobody is signed in.');
    await Promise.all([signOut(deps, mine.session), signOut(deps, mine.session)]);
    expect(await signedInBy(deps, 'advisor', cookie)).toBeUndefined();
  });

  test('everywhere, by signing out everywhere', async () => {
    const { deps, token, personId, cookie } = await signedIn();
    const other = await signIn(deps, 'advisor', await token('lead'));
    await signOutEverywhere(deps, personId);
    expect(await signedInBy(deps, 'advisor', cookie)).toBeUndefined();
    expect(await signedInBy(deps, 'advisor', other.ok ? other.value.cookie : '')).toBeUndefined();
  });
});

describe('a cookie opens nothing', () => {
  test('with another secret, or none of our shape', async () => {
    const { deps, cookie } = await signedIn();
    const [id] = cookie.split('.');
    for (const wrong of [undefined, '', id, `${id}.`, `${id}.${'a'.repeat(43)}`, `x.${cookie}`]) {
      expect(await signedInBy(deps, 'advisor', wrong)).toBeUndefined();
    }
  });
});

test('the store holds neither the link nor the secret, only hashes', async () => {
  const { deps, store, token } = await advisorsStage();
  const link = await token('lead');
  const answer = await signIn(deps, 'advisor', link);
  const [id = '', secret = ''] = answer.ok ? answer.value.cookie.split('.') : [];
  const stored = JSON.stringify(await store.read('session', id));
  expect(stored).toContain('secretHash');
  expect(stored).not.toContain(secret);
  expect(stored).not.toContain(link);
});
