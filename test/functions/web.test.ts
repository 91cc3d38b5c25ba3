import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FORM_BYTES_MAX } from '#shared/base/limits.ts';
import { STYLE_SHEET } from '#shared/views/pages/style.ts';
import { aliceFacts, NOVEMBER, storyOf } from '../shared/plan/moves/stories.ts';
import { BASE_URL, type Stage, webStage } from './web-stage.ts';

const FORM = 'application/x-www-form-urlencoded';

async function alicesStage(overrides = {}): Promise<{ stage: Stage; plan: string }> {
  const stage = webStage(NOVEMBER, overrides);
  await stage.add('alice', storyOf().facts);
  return { stage, plan: `/a/${await stage.token({ personId: 'alice' })}` };
}

describe('every page', () => {
  test('forbids script, frames and other sites, and is kept nowhere', async () => {
    const { stage, plan } = await alicesStage();
    const { headers } = await stage.get(plan);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  test('holds no script and no inline style, so that the policy breaks nothing', async () => {
    const { stage, plan } = await alicesStage();
    const body = await (await stage.get(plan)).text();
    expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
  });

  test('asks for https only where it is served so', async () => {
    const { stage, plan } = await alicesStage({ baseUrl: 'http://127.0.0.1:8090' });
    expect((await stage.get(plan)).headers.get('strict-transport-security')).toBeNull();
    const secure = await alicesStage();
    expect((await secure.stage.get(secure.plan)).headers.get('strict-transport-security')).toMatch(
      /max-age/,
    );
  });
});

describe('the small routes', () => {
  test('serve the stylesheet, under 14 kB and 4,500 bytes compressed', async () => {
    const { stage } = await alicesStage();
    const response = await stage.get('/style.css');
    expect(response.headers.get('content-type')).toMatch(/^text\/css/);
    expect(await response.text()).toBe(STYLE_SHEET);
    expect(STYLE_SHEET.length).toBeLessThan(14 * 1024);
    expect(gzipSync(STYLE_SHEET).length).toBeLessThan(4500);
  });

  test('show the rules to anybody, with no link', async () => {
    const { stage } = await alicesStage();
    const response = await stage.get('/guide');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('A guide to away rotations');
  });

  test('say that the store answers', async () => {
    const { stage } = await alicesStage();
    expect((await stage.get('/healthz')).status).toBe(200);
  });

  test('say so where there is no page', async () => {
    const { stage } = await alicesStage();
    const response = await stage.get('/admin');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Page not found');
  });
});

describe('a body that no form of these pages sends is refused and changes nothing', () => {
  test.each([
    ['and says so', { 'content-length': String(FORM_BYTES_MAX + 1) }],
    ['and does not say so', {}],
  ])('too large, %s', async (_, headers) => {
    const { stage, plan } = await alicesStage();
    const body = `type=undone&note=${'x'.repeat(FORM_BYTES_MAX)}`;
    const answer = await stage.postBody(plan, body, {
      'content-type': FORM,
      origin: BASE_URL,
      ...headers,
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('too large');
    expect((await stage.person('alice')).version).toBe(1);
  });

  test('of another type', async () => {
    const { stage, plan } = await alicesStage();
    const answer = await stage.postBody(plan, '{"type":"undone"}', {
      'content-type': 'application/json',
      origin: BASE_URL,
    });
    expect(answer.status).toBe(415);
    expect((await stage.person('alice')).version).toBe(1);
  });

  test.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['from nowhere', {}],
  ])('%s', async (_, headers) => {
    const { stage, plan } = await alicesStage();
    const answer = await stage.postBody(plan, 'type=undone&update=u1&revision=0', {
      'content-type': FORM,
      ...headers,
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Nothing was changed');
    expect((await stage.person('alice')).version).toBe(1);
  });
});

describe('when something breaks', () => {
  const broken = () =>
    webStage(NOVEMBER, {
      store: {
        ...webStage(NOVEMBER).store,
        read: () => Promise.reject(new Error('disk of alice@example.org')),
      },
    });

  test('the page says that nothing was changed, with the number that is in the log', async () => {
    const stage = broken();
    const answer = await stage.get(`/a/${await stage.token({ personId: 'alice' })}`);
    const body = await answer.text();
    expect(answer.status).toBe(500);
    expect(body).toContain('nothing was changed');
    const reference = String(stage.log[0]?.fields.reference);
    expect(reference).toMatch(/^n\d+$/);
    expect(body).toContain(reference);
  });

  test('the page shows nothing of the error', async () => {
    const stage = broken();
    const answer = await stage.get(`/a/${await stage.token({ personId: 'alice' })}`);
    expect(await answer.text()).not.toContain('alice@example.org');
  });
});

test('what is refused is logged by id and reason, without address, token or entered value', async () => {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  const token = await stage.token({ personId: 'alice' });
  await stage.post(`/a/${token}`, {
    type: 'zone-changed',
    zone: 'Secretland',
    update: 'u1',
    revision: '0',
  });
  expect(stage.log).toEqual([
    { level: 'info', event: 'form-refused', fields: { personId: 'alice', reason: 'invalid' } },
  ]);
});
