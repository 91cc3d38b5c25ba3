/** Every page and door beside the applicants': its bundle loads as deployed, and answers as it should to a stranger. */
import { expect, test } from 'vitest';
import { call } from './lambda.ts';
import { httpEvent } from './people.ts';

interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

test.each([
  ['AdvisorsFunction', 'GET', '/advisors/sign-in', 200, 'Advisors: sign in'],
  ['AdvisorsFunction', 'GET', '/advisors/c/ir-2028', 303, ''],
  ['ShortlistFunction', 'GET', '/shortlist', 200, 'shortlist'],
  ['ShortlistFunction', 'GET', '/programs?text=yale', 200, 'Yale'],
  ['ApiFunction', 'GET', '/openapi.json', 200, '"openapi":"3.1'],
  ['WebhookFunction', 'POST', '/webhook/updates?sender=nobody', 401, ''],
  ['WebFunction', 'GET', '/start', 200, 'address'],
  ['WebFunction', 'GET', '/guide', 200, 'G14'],
] as const)('%s answers %s %s with %i', async (id, method, path, status, holds) => {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  const body = method === 'POST' ? '{}' : undefined;
  const event = { ...httpEvent(method, rawPath, body), rawQueryString };
  const answer = (await call(id, event)) as Answer;
  expect(answer.statusCode).toBe(status);
  expect(answer.body ?? '').toContain(holds);
});
