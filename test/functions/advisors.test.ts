import { describe, expect, test } from 'vitest';
import { MINUTE_MS, plusMs, SECOND_MS } from '#shared/base/time/instant.ts';
import { MONDAY } from '../cast.ts';
import { advisorsStage, BASE_URL, OWN, TEAM } from './advisors-stage.ts';

describe('an advisor signs in', () => {
  test('by a link that shows a button, and the button', async () => {
    const { get, post, token } = await advisorsStage();
    const link = `/advisors/in/${await token('lead')}`;
    const shown = await get(link);
    expect([shown.status, shown.headers.get('set-cookie')]).toEqual([200, null]);
    const pressed = await post(link, {});
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/advisors']);
    const [cookie = ''] = (pressed.headers.get('set-cookie') ?? '').split(';');
    const home = await (await get('/advisors', cookie)).text();
    expect(home).toContain('Match 2028');
    for (const words of ['applicants', 'to call today', 'without an owner']) {
      expect(home).toContain(`>0<span class="phone"> ${words}</span>`);
    }
  });

  test('by a second tap, too, on the same browser and on no other', async () => {
    const { get, post, token } = await advisorsStage();
    const link = `/advisors/in/${await token('lead')}`;
    const cookie = (await post(link, {})).headers.getSetCookie()[0]?.split(';')[0];
    const again = [await post(link, {}, cookie), await get(link, cookie)];
    expect(again.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
      [303, '/advisors'],
      [303, '/advisors'],
    ]);
    expect(again.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    expect([(await post(link, {})).status, (await get(link)).status]).toEqual([410, 410]);
  });

  test('with a cookie that no other host and no script can read', async () => {
    const { post, token } = await advisorsStage();
    const pressed = await post(`/advisors/in/${await token('lead')}`, {});
    const cookie = pressed.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-away-advisor=/);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=43200']) {
      expect(cookie).toContain(part);
    }
    expect(cookie).not.toContain('Domain');
  });

  test('with a plain cookie on a machine of one’s own, which has no https', async () => {
    const { post, token } = await advisorsStage({ baseUrl: 'http://127.0.0.1:8090' });
    const pressed = await post(`/advisors/in/${await token('lead')}`, {});
    const cookie = pressed.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^away-advisor=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).not.toContain('Secure');
  });
});

describe('who came for a page without a session', () => {
  const REPORT = `/advisors/c/${OWN}?risk=red&since=2026-11-23`;

  test('is led there once signed in, and by a second tap, but no later', async () => {
    const stage = await advisorsStage();
    const away = await stage.get(REPORT);
    const page = away.headers.getSetCookie()[0]?.split(';')[0];
    expect(away.headers.get('location')).toBe('/advisors/sign-in');
    const link = `/advisors/in/${await stage.token('lead')}`;
    const arrived = await stage.post(link, {}, page);
    const kept = arrived.headers.getSetCookie();
    expect(arrived.headers.get('location')).toBe(REPORT);
    expect(kept.find((each) => each.startsWith('away-advisor-page='))).toContain('; Max-Age=10;');
    const cookies = kept.map((each) => each.split(';')[0]).join('; ');
    const again = [await stage.post(link, {}, cookies), await stage.get(link, cookies)];
    expect(again.map(({ headers }) => headers.get('location'))).toEqual([REPORT, REPORT]);
    stage.at(plusMs(MONDAY, 10 * SECOND_MS));
    expect((await stage.post(link, {}, cookies)).status).toBe(410);
  });

  test('is told where the cohorts are by the second of two taps at once, and not by a link that is none', async () => {
    const { post, token } = await advisorsStage();
    const link = `/advisors/in/${await token('lead')}`;
    const answers = await Promise.all([post(link, {}), post(link, {})]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    const [second] = answers.filter(({ status }) => status === 410);
    const words =
      'If you just signed in here, <a class="target" href="/advisors">open your cohorts</a>.';
    expect(await second?.text()).toContain(words);
    expect(await (await post('/advisors/in/none', {})).text()).not.toContain('just signed in');
  });

  test.each([
    'https://evil.example.org/',
    '//evil.example.org',
    '/a/x',
    '/advisors/%0d%0aSet-Cookie',
  ])('is led to no foreign page: %s', async (page) => {
    const { post, token } = await advisorsStage();
    const cookie = `away-advisor-page=${encodeURIComponent(decodeURIComponent(page))}`;
    const arrived = await post(`/advisors/in/${await token('lead')}`, {}, cookie);
    expect(arrived.headers.get('location')).toBe('/advisors');
  });
});

describe('a link is asked for', () => {
  test('and left for the emails', async () => {
    const { post, advisor } = await advisorsStage();
    await post('/advisors/sign-in', { address: ' Dana@School.example.org ' });
    const { causes, dueAt } = await advisor('lead');
    expect(causes).toMatchObject([{ stream: 'sign-in', at: MONDAY }]);
    expect(dueAt).toBe(MONDAY);
  });

  test('once while one is on its way', async () => {
    const { post, advisor, at } = await advisorsStage();
    for (let minute = 0; minute < 30; minute += 1) {
      at(plusMs(MONDAY, minute * MINUTE_MS));
      await post('/advisors/sign-in', { address: TEAM.lead.address });
    }
    expect((await advisor('lead')).causes).toHaveLength(1);
  });

  test('in the same words by those we know and those we do not', async () => {
    const { post, advisor, woken } = await advisorsStage();
    const known = await post('/advisors/sign-in', { address: TEAM.lead.address });
    const unknown = await post('/advisors/sign-in', { address: 'mallory@example.org' });
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
    expect(woken).toEqual([(await advisor('lead')).id]);
  });

  test('not with what is no address', async () => {
    const { post } = await advisorsStage();
    const answer = await post('/advisors/sign-in', { address: 'dana' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('This is not an email address.');
  });
});

describe('a form is refused', () => {
  test('from another site', async () => {
    const { post, cookie } = await advisorsStage();
    const headers = { origin: 'https://evil.example' };
    for (const path of ['/advisors/sign-out', '/advisors/sign-in', '/advisors/in/x']) {
      expect((await post(path, {}, await cookie('lead'), headers)).status).toBe(403);
    }
  });

  test('when it is too large', async () => {
    const { post } = await advisorsStage();
    const answer = await post('/advisors/sign-in', { address: 'x'.repeat(20_000) });
    expect(answer.status).toBe(413);
  });
});

describe('signing out', () => {
  test('ends the session and takes the cookie back', async () => {
    const { get, post, cookie } = await advisorsStage();
    const mine = await cookie('lead');
    const out = await post('/advisors/sign-out', {}, mine);
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-away-advisor=;.*Max-Age=0/);
    expect((await get('/advisors', mine)).status).toBe(303);
  });

  test('everywhere ends the others too', async () => {
    const { get, post, cookie } = await advisorsStage();
    const [phone, desk, omars] = [
      await cookie('lead'),
      await cookie('lead'),
      await cookie('advisor'),
    ];
    await post('/advisors/sign-out-everywhere', {}, phone);
    expect((await get('/advisors', desk)).status).toBe(303);
    expect((await get('/advisors', omars)).status).toBe(200);
  });
});

describe('every page', () => {
  test('is kept by nobody and runs no script', async () => {
    const { get, cookie } = await advisorsStage();
    const { headers } = await get('/advisors', await cookie('lead'));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('that fails says so with a number that is in the log, and no more', async () => {
    const { deps, cookie, log } = await advisorsStage();
    const mine = await cookie('lead');
    const { advisorsApp } = await import('#functions/advisors.ts');
    const failing = advisorsApp({
      ...deps,
      store: { ...deps.store, cohort: async () => Promise.reject(new Error('secret detail')) },
    });
    const answer = await failing.request(`${BASE_URL}/advisors/c/c2028`, {
      headers: { cookie: mine },
    });
    const page = await answer.text();
    expect(answer.status).toBe(500);
    expect(page).not.toContain('secret detail');
    expect(page).toContain(String(log.at(-1)?.fields.reference));
  });
});
