import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { readLinkKeys, readPepper } from '#functions/adapters/secrets-manager.ts';

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
