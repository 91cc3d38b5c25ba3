/** What is refused at the doors is seen by an operator: one line each, with a shortened source and nobody's address. */
import { describe, expect, test } from 'vitest';
import { lineOf } from '#functions/adapters/log.ts';
import { shortenedNetwork } from '#functions/adapters/network.ts';
import { webhookApp } from '#functions/webhook.ts';
import { ADVISORS_PATH, cohortPaths, SIGN_IN_PATH } from '#shared/base/links/advisor-paths.ts';
import { MONDAY } from '../cast.ts';
import { advisorsStage, FOREIGN } from './advisors-stage.ts';
import { webhookStage } from './webhook-stage.ts';

const PROXY = { proxyHeader: 'x-forwarded-for' } as const;
const FROM = { 'x-forwarded-for': '203.0.113.77' };
const SOURCE = '203.0.113.0/24';

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:3::4', '2001:db8:1::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['', 'unknown'],
  ['alice@example.org', 'unknown'],
])('the source %j is shown as %s', (address, shown) => {
  expect(shortenedNetwork(address)).toBe(shown);
});

test('a wrong signature leaves one line', async () => {
  const stage = webhookStage(MONDAY);
  const app = webhookApp({ ...stage.deps, ...PROXY });
  const answer = await app.request('/webhook/updates?sender=school', {
    method: 'POST',
    body: '{"updates":[{"applicant":{"address":"alice@example.org"}}]}',
    headers: { 'content-type': 'application/json', 'webhook-signature': 'v1,x', ...FROM },
  });
  expect(answer.status).toBe(401);
  expect(stage.log.map(({ event, fields }) => [event, fields])).toEqual([
    ['signature-refused', { source: SOURCE }],
  ]);
});

describe('at the advisors’ pages', () => {
  test('a request to sign in leaves a line without the address', async () => {
    const { post, log } = await advisorsStage(PROXY);
    await post(SIGN_IN_PATH, { address: 'omar@school.example.org' }, undefined, FROM);
    expect(log).toContainEqual({
      level: 'info',
      event: 'sign-in-asked',
      fields: { source: SOURCE },
    });
    expect(JSON.stringify(log)).not.toContain('omar@');
  });

  test('so does a link that opens nothing', async () => {
    const { post, log } = await advisorsStage(PROXY);
    expect((await post('/advisors/in/nonsense', {}, undefined, FROM)).status).toBe(410);
    expect(log.map(({ event }) => event)).toContain('sign-in-refused');
  });

  test.each([
    ['401 without a session', 'POST', ADVISORS_PATH.concat('/sign-out'), undefined, 401],
    ['404 for another team’s cohort', 'GET', cohortPaths(FOREIGN).report, 'auditor', 404],
    [
      '403 for a role that may not',
      'POST',
      cohortPaths('c2028').report.concat('/import'),
      'auditor',
      403,
    ],
  ] as const)('%s leaves a line', async (_, method, path, role, status) => {
    const { request, cookie, log } = await advisorsStage(PROXY);
    const headers = {
      ...FROM,
      origin: 'https://rotations.example.org',
      'content-type': 'application/x-www-form-urlencoded',
      ...(role && { cookie: await cookie(role) }),
    };
    const answer = await request(path, { method, headers, ...(method === 'POST' && { body: '' }) });
    expect(answer.status).toBe(status);
    expect(log.filter(({ event }) => event === 'advisors-refused')).toEqual([
      { level: 'warn', event: 'advisors-refused', fields: { status, source: SOURCE } },
    ]);
  });
});

test('the line holds the source as it is', () => {
  expect(JSON.parse(lineOf('warn', 'signature-refused', { source: SOURCE }))).toEqual({
    level: 'warn',
    event: 'signature-refused',
    source: SOURCE,
  });
});
