/** Who asks for an email is answered by the deployed product at once: no sweep runs here. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPepper, secretsClient } from '#functions/adapters/secrets-manager.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { newAddress } from '#shared/store/items.ts';
import { allEmails, emailsTo } from './emails.ts';
import { call, environmentOf } from './lambda.ts';
import { httpEvent, isRested, matchYear, type Person, person, sweepUntil } from './people.ts';
import { clock, store, until } from './stage.ts';

test('a new link comes to who lost the old one', async () => {
  const alice = await rested();
  const before = (await emailsTo(alice.id)).length;
  await asks('/links', { address: addressOf(alice) });
  await until('the link is emailed', async () => (await emailsTo(alice.id)).length > before);
  await until('it is in the ledger', async () => {
    const last = (await alice.item()).emails.at(-1);
    return last?.stream === 'link' && last.status === 'sent';
  });
});

test('a link that works once comes, too, and to nobody whom a stranger names', async () => {
  const alice = await rested();
  const before = (await emailsTo(alice.id)).length;
  await asks('/links', { address: `nobody-${alice.id}@example.org`, want: 'once' });
  await asks('/links', { address: addressOf(alice), want: 'once' });
  await until('the link is emailed', async () => (await emailsTo(alice.id)).length > before);
  expect((await alice.item()).emails.at(-1)?.stream).toBe('sign-in');
  expect((await allEmails()).join()).not.toContain(`nobody-${alice.id}`);
});

test('a person who starts a plan gets a confirmation', async () => {
  const address = `radha-${randomUUID().slice(0, 8)}@example.org`;
  await asks('/start', {
    name: 'Radha Iyer',
    address,
    zone: 'Asia/Kolkata',
    matchYear: String(matchYear()),
    enrollment: 'enrolled',
    pathway: 'integrated-ir',
  });
  await until('the confirmation is emailed', async () =>
    (await allEmails()).some((raw) => raw.includes(address)),
  );
});

/** Someone found by the address, for whom nothing is due for an hour. */
async function rested(): Promise<Person> {
  const alice = await person();
  const { AWAY_PEPPER = '' } = await environmentOf('WebFunction');
  const hash = hashAddress(addressOf(alice), await readPepper(secretsClient(), AWAY_PEPPER));
  await store.write(newAddress(hash, { kind: 'applicant', id: alice.id }));
  await sweepUntil(alice, 'she rests', isRested);
  await alice.plants((item) => ({ ...item, dueAt: plusMs(clock.now(), HOUR_MS) }));
  return alice;
}

const addressOf = ({ id }: Person): string => `${id}@example.org`;

async function asks(path: string, fields: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(fields).toString();
  const { statusCode } = (await call('WebFunction', httpEvent('POST', path, body))) as {
    statusCode: number;
  };
  expect(statusCode).toBe(200);
}
