import { expect, test } from 'vitest';
import { askToMove, moveAddress } from '#functions/move-address.ts';
import { plansAt } from '#functions/plans-at.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { newAddress } from '#shared/store/items.ts';
import { aliceFacts, NOVEMBER } from '../shared/plan/moves/stories.ts';
import { type Stage, webStage } from './web-stage.ts';

const OLD = 'alice@example.org';
const NEW = 'alice@new.example.org';

async function asked(from: 'ok' | 'complained' = 'ok'): Promise<Stage> {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  const id = hashAddress(NEW, stage.deps.pepper);
  if (from !== 'ok') {
    const known = newAddress(id, await stage.person('alice'));
    await stage.store.write({ ...known, personId: 'bob', reach: from });
  }
  await askToMove(stage.deps, 'alice', NEW, 'fresh');
  return stage;
}

test('an address that took our email for spam is asked nothing', async () => {
  const { causes, moving } = await (await asked('complained')).person('alice');
  expect({ causes, moving }).toEqual({ causes: [], moving: undefined });
});

test('another one is asked, and moves the plan by its own link alone', async () => {
  const stage = await asked();
  const { moving, linkEpoch, causes } = await stage.person('alice');
  expect(causes.map(({ stream }) => stream)).toEqual(['confirm']);
  const link = {
    purpose: 'move',
    personId: 'alice',
    about: moving?.id ?? '',
    epoch: linkEpoch,
  } as const;
  expect(await moveAddress(stage.deps, { ...link, about: 'of-another-time' })).toBe(false);
  expect((await stage.person('alice')).facts.profile.address).toBe(OLD);

  expect(await moveAddress(stage.deps, link)).toBe(true);
  expect((await stage.person('alice')).facts.profile.address).toBe(NEW);
  expect(await plansAt(stage.deps, NEW)).toEqual(['alice']);
  expect(await plansAt(stage.deps, OLD)).toEqual([]);
  expect(await moveAddress(stage.deps, link)).toBe(false);
});
