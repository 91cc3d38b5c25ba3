import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  followLinkKeys,
  readLinkKeys,
  readPepper,
  rotateLinkKey,
} from '#functions/adapters/secrets-manager.ts';
import { readLink, signLink } from '#shared/base/links/link.ts';
import { type Instant, plusMs } from '#shared/base/time/instant.ts';

const OLD = 'o'.repeat(64);
const NEW = 'n'.repeat(64);

const secrets = mockClient(SecretsManagerClient);
const client = new SecretsManagerClient({ region: 'us-east-1' });
beforeEach(() => secrets.reset());

function holds(text: string | undefined): void {
  secrets.on(GetSecretValueCommand).resolves(text === undefined ? {} : { SecretString: text });
}

describe('the link keys', () => {
  test('are the current one and those that still open older links', async () => {
    holds(JSON.stringify({ id: 'k2', secret: NEW, previous: [{ id: 'k1', secret: OLD }] }));
    const { current, previous } = await readLinkKeys(client, 'keys');
    expect([current.id, ...previous.map(({ id }) => id)]).toEqual(['k2', 'k1']);
    expect(new TextDecoder().decode(current.secret)).toBe(NEW);
  });

  test.each([
    ['no text', undefined],
    ['no JSON', NEW],
    ['no id', JSON.stringify({ secret: NEW })],
    ['a short secret', JSON.stringify({ id: 'k1', secret: 'short' })],
    [
      'a short secret before',
      JSON.stringify({ id: 'k2', secret: NEW, previous: [{ id: 'k1', secret: 'short' }] }),
    ],
  ])('are refused with %s, and the secret’s text is not shown', async (_, text) => {
    holds(text);
    const reading = readLinkKeys(client, 'keys');
    await expect(reading).rejects.toThrow(/secret/i);
    await expect(reading).rejects.not.toThrow(/nnnn|"short"/);
  });
});

describe('the pepper', () => {
  test('is the secret as it is', async () => {
    holds(OLD);
    expect(await readPepper(client, 'pepper')).toBe(OLD);
  });

  test('that is too short is refused', async () => {
    holds('salt');
    await expect(readPepper(client, 'pepper')).rejects.toThrow(/shorter than 32/);
  });
});

describe('a rotated link key', () => {
  const LINK = { personId: 'alice', purpose: 'answer', epoch: 0 } as const;
  const NOW = '2026-11-23T15:00:00.000Z';

  /** A secret that can be written, and one process that reads it. */
  async function deployment() {
    let text = JSON.stringify({ id: 'k1', secret: OLD });
    let now: Instant = NOW;
    secrets.on(GetSecretValueCommand).callsFake(() => ({ SecretString: text }));
    secrets.on(PutSecretValueCommand).callsFake((input) => {
      text = input.SecretString;
      return {};
    });
    const process = await followLinkKeys(client, 'keys', { now: () => now });
    const after = (ms: number) => {
      now = plusMs(now, ms);
    };
    return { process, after };
  }

  test('opens its links in every process at once, and older links as long as was said', async () => {
    const { process, after } = await deployment();
    const old = await signLink(process, LINK, NOW, 60);
    await rotateLinkKey(client, 'keys', '2026-12-01T00:00:00.000Z');
    const other = await followLinkKeys(client, 'keys');
    const token = await signLink(other, LINK, NOW, 60);
    after(10_000);
    expect((await readLink(process, token, NOW)).state).toBe('valid');
    expect((await readLink(process, old, '2026-11-30T00:00:00.000Z')).state).toBe('valid');
    expect((await readLink(process, old, '2026-12-01T00:00:00.000Z')).state).toBe('expired');
  });

  test('is followed within five minutes, and a forged key costs a read every ten seconds at most', async () => {
    const { process, after } = await deployment();
    const reads = () => secrets.commandCalls(GetSecretValueCommand).length;
    const before = reads();
    const forged = { current: { id: 'x', secret: new Uint8Array(32) }, previous: [] };
    const token = await signLink(forged, LINK, NOW, 60);
    after(10_000);
    for (let n = 0; n < 20; n += 1) await readLink(process, token, NOW);
    expect(reads()).toBe(before + 1);
    after(5 * 60_000);
    await signLink(process, LINK, NOW, 60);
    expect(reads()).toBe(before + 2);
  });
});
