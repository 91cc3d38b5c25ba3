/** Pages travel compressed to browsers that take it, and as they are to the rest. */
import { gunzipSync } from 'node:zlib';
import { handle } from 'hono/aws-lambda';
import { expect, test } from 'vitest';
import { shortlistApp } from '#functions/shortlist.ts';
import { weighHere } from '#shared/shortlist/weigh.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../cast.ts';

const app = shortlistApp({
  clock: { now: () => MONDAY },
  worldFor: () => PUBLISHED_WORLD,
  weigh: weighHere,
  baseUrl: 'https://rotations.example.org',
  newId: () => 'ref-1',
  log: () => undefined,
});
const plain = await (await app.request('/shortlist')).text();

test('a browser that takes gzip gets the same page in a quarter of the bytes', async () => {
  const answer = await app.request('/shortlist', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
  const sent = Buffer.from(await answer.arrayBuffer());
  expect(gunzipSync(sent).toString()).toBe(plain);
  expect(sent.byteLength * 4).toBeLessThan(Buffer.byteLength(plain));
});

test('one that does not gets it as it is', async () => {
  const answer = await app.request('/shortlist');
  expect(answer.headers.get('content-encoding')).toBeNull();
});

test('on AWS the compressed bytes are marked as such', async () => {
  const event = {
    version: '2.0',
    routeKey: 'GET /shortlist',
    rawPath: '/shortlist',
    rawQueryString: '',
    headers: { 'accept-encoding': 'gzip', host: 'rotations.example.org' },
    isBase64Encoded: false,
    requestContext: {
      domainName: 'rotations.example.org',
      http: { method: 'GET', path: '/shortlist', sourceIp: '127.0.0.1' },
    },
  };
  const answer: { readonly isBase64Encoded: boolean; readonly body: string } = await handle(app)(
    event as never,
  );
  expect(answer.isBase64Encoded).toBe(true);
  expect(gunzipSync(Buffer.from(answer.body, 'base64')).toString()).toBe(plain);
});
