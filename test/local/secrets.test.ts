/** Keys of a data folder: in a file of their own, and in no copy of the data. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFileIn, rotateLinkKeyIn, secretsIn } from '#infra/local/secrets.ts';
import { readLink, signLink } from '#shared/base/links/link.ts';
import { DAY_MS, type Instant, plusMs, SECOND_MS } from '#shared/base/time/instant.ts';

const NOW: Instant = '2026-11-23T15:00:00.000Z';
const LINK = { personId: 'alice', purpose: 'answer', epoch: 0 } as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'away-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('are made once, and only the owner of the folder reads them', async () => {
  const made = secretsIn(folder);
  expect(statSync(keyFileIn(folder)).mode & 0o777).toBe(0o600);
  const again = secretsIn(folder);
  expect([again.pepper, again.webhookKey]).toEqual([made.pepper, made.webhookKey]);
  const token = await signLink(made.linkKeys, LINK, NOW, 60);
  expect((await readLink(again.linkKeys, token, NOW)).state).toBe('valid');
});

test('are followed by a running server: links of the old key work as long as was said', async () => {
  const { linkKeys } = secretsIn(folder);
  const old = await signLink(linkKeys, LINK, NOW, 60);
  const until = plusMs(NOW, 10 * DAY_MS);
  const id = rotateLinkKeyIn(folder, until);
  const token = await signLink(linkKeys, LINK, NOW, 60);
  expect(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
    kid: id,
  });
  expect((await readLink(linkKeys, token, NOW)).state).toBe('valid');
  expect((await readLink(linkKeys, old, plusMs(until, -SECOND_MS))).state).toBe('valid');
  expect((await readLink(linkKeys, old, until)).state).toBe('expired');
  expect(statSync(keyFileIn(folder)).mode & 0o777).toBe(0o600);
});

test('that leaked open nothing at once, and what is left of an old key is never extended', async () => {
  const { linkKeys } = secretsIn(folder);
  const old = await signLink(linkKeys, LINK, NOW, 60);
  rotateLinkKeyIn(folder, NOW);
  expect((await readLink(linkKeys, old, NOW)).state).toBe('expired');
  rotateLinkKeyIn(folder, plusMs(NOW, 60 * DAY_MS));
  expect((await readLink(linkKeys, old, NOW)).state).toBe('expired');
  for (let n = 0; n < 5; n += 1) rotateLinkKeyIn(folder, NOW);
  expect((await readLink(linkKeys, old, NOW)).state).toBe('foreign');
});
