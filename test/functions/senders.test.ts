import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  addSender,
  allSenders,
  changeMapping,
  endOlderSecret,
  revokeSender,
  rotateSecret,
  sendersOf,
} from '#functions/senders.ts';
import { SENDERS_PER_COHORT_MAX } from '#shared/base/limits.ts';
import { DAY_MS, plusMs } from '#shared/base/time/instant.ts';
import { readNewSender } from '#shared/exchange/webhook/sender.ts';
import { secretText, validGenerations } from '#shared/exchange/webhook/signature.ts';
import { MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';
import { SCHOOL } from './webhook-stage.ts';

const stage = () => ({ store: memoryStore(), clock: { now: () => MONDAY } });

describe('a sender', () => {
  test('is added and listed', async () => {
    const deps = stage();
    expect((await addSender(deps, SCHOOL)).ok).toBe(true);
    expect((await allSenders(deps.store)).map(({ id }) => id)).toEqual(['school']);
  });

  test('is added as the example file has it', async () => {
    const of = readNewSender(JSON.parse(readFileSync('docs/webhook/sender-example.json', 'utf8')));
    if (!of.ok) throw new Error(of.failure.join());
    expect((await addSender(stage(), of.value)).ok).toBe(true);
  });

  test('has two secrets after a rotation, never three, and never an old one again', async () => {
    const deps = stage();
    await addSender(deps, SCHOOL);
    await rotateSecret(deps, 'school');
    const third = await rotateSecret(deps, 'school');
    const generations = third.ok ? third.value.generations : [];
    expect(generations.map(({ n }) => n)).toEqual([2, 3]);
    expect(validGenerations(generations, plusMs(MONDAY, 8 * DAY_MS)).map(({ n }) => n)).toEqual([
      3,
    ]);
    const only = await endOlderSecret(deps, 'school');
    expect(only.ok && only.value.generations.map(({ n }) => n)).toEqual([3]);
    const secrets = [1, 2, 3].map((n) => secretText('key', 'school', n));
    expect(new Set([...secrets, secretText('key', 'other', 1)]).size).toBe(4);
    expect(secrets[0]).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });

  test('holds nothing that could sign', async () => {
    const deps = stage();
    await addSender(deps, SCHOOL);
    expect(JSON.stringify(await deps.store.read('sender', 'school'))).not.toContain('whsec');
  });
});

describe('a sender is refused', () => {
  test('under an id that was ever given, also after it was revoked', async () => {
    const deps = stage();
    await addSender(deps, SCHOOL);
    await revokeSender(deps, 'school');
    expect(await addSender(deps, SCHOOL)).toEqual({
      ok: false,
      failure: [expect.stringMatching(/ is or was another sender’s\./)],
    });
    expect((await rotateSecret(deps, 'school')).ok).toBe(false);
  });

  test('when it is unknown', async () => {
    expect((await rotateSecret(stage(), 'nobody')).ok).toBe(false);
  });

  test('beyond the most that its cohort can have, until one is revoked; another cohort has its own', async () => {
    const deps = stage();
    for (let n = 0; n < SENDERS_PER_COHORT_MAX; n += 1) {
      expect((await addSender(deps, { ...SCHOOL, id: `s${n}` })).ok).toBe(true);
    }
    expect((await addSender(deps, SCHOOL)).ok).toBe(false);
    expect((await addSender(deps, { ...SCHOOL, id: 'other', cohortIds: ['c9'] })).ok).toBe(true);
    await revokeSender(deps, 's3');
    expect((await addSender(deps, SCHOOL)).ok).toBe(true);
    expect((await sendersOf(deps.store, 'c9')).map(({ id }) => id)).toEqual(['other']);
  });

  test('never for those it revoked: the oldest leave the list, with what they sent, and keep their ids', async () => {
    const deps = stage();
    const shelf = { kind: 'deliveries', id: 's0.3', version: 0 } as const;
    const delivery = { messageId: 'm1', at: MONDAY, digest: 'd', items: [] };
    await deps.store.write({ ...shelf, deliveries: [delivery] });
    for (let n = 0; n < 60; n += 1) {
      expect((await addSender(deps, { ...SCHOOL, id: `s${n}` })).ok, `s${n}`).toBe(true);
      await revokeSender(deps, `s${n}`);
    }
    expect((await allSenders(deps.store)).length).toBeLessThan(30);
    expect((await deps.store.read('deliveries', 's0.3'))?.deliveries).toEqual([]);
    expect((await addSender(deps, { ...SCHOOL, id: 's0' })).ok).toBe(false);
  });

  test('with a mapping that says nothing', async () => {
    const deps = stage();
    const mapping = { always: [], questions: [{ question: 'Why?', field: 'ignored' }] };
    const form = { ...SCHOOL, product: 'google-forms' as const, mapping };
    expect((await addSender(deps, form)).ok).toBe(false);
    expect(await allSenders(deps.store)).toEqual([]);
    await addSender(deps, SCHOOL);
    expect((await changeMapping(deps, 'school', mapping)).ok).toBe(false);
  });

  test.each([
    [{ ...SCHOOL, id: 'a b' }, /^The sender’s id is not an ID/],
    [
      { ...SCHOOL, eventTypes: ['undone'] },
      /^The sender’s eventTypes\.0 is not the name of an update that a sender may report\.$/,
    ],
    [{ ...SCHOOL, eventTypes: ['applied', 'letter-contact'] }, /eventTypes\.1 is not the name/],
    [{ ...SCHOOL, eventTypes: ['topic-set'] }, /eventTypes\.0 is not the name/],
    [{ ...SCHOOL, more: 1 }, /^The sender’s more is not a field of it\.$/],
    [7, /^The sender /],
  ])('%#: and each field that is wrong is named', (value, text) => {
    const read = readNewSender(value);
    expect(read.ok ? [] : read.failure).toEqual([expect.stringMatching(text)]);
  });
});
