/** A letter writer sees what is kept about them, and erases it. */
import { describe, expect, test } from 'vitest';
import { pointWriters } from '#functions/kinds/applicant.ts';
import { update } from '#functions/update.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { writerIdOf } from '#shared/people/person/writer.ts';
import { wantedLetters } from '#shared/people/writer/wanted.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, NOVEMBER } from '../shared/plan/moves/stories.ts';
import { webStage } from './web-stage.ts';

const OSEI = 'osei@example.org';

/** Dr. Osei has agreed to write for Alice, who entered the address on her plan. */
async function osei() {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  const reports = async (id: string, event: Parameters<typeof update>[2]['event']) =>
    update(stage.deps, 'alice', { id, by: 'applicant', event });
  const writer = { name: 'Dr. Osei', specialty: 'research' } as const;
  await reports('u1', { type: 'letter-asked', rotationId: 'plan', writer });
  const [letter] = (await stage.person('alice')).facts.letters ?? [];
  const letterId = letter?.id ?? '';
  const contact = { agreedInPerson: 'yes', address: OSEI } as const;
  await reports('u2', { type: 'letter-contact', rotationId: 'plan', letterId, ...contact });
  await pointWriters(stage.deps, await stage.person('alice'), NOVEMBER);
  const personId = writerIdOf(OSEI, 'pepper');
  const page = `/l/${await stage.token({ personId, purpose: 'letters' })}`;
  return { stage, page, personId };
}

describe('a letter writer', () => {
  test('sees what is kept, and that changes nothing', async () => {
    const { stage, page, personId } = await osei();
    expect(await (await stage.get(page)).text()).toContain(`${page}/kept`);
    const shown = await (await stage.get(`${page}/kept`)).text();
    for (const kept of ['Dr. Osei', OSEI, 'America/New_York', 'Alice Mathew']) {
      expect(shown).toContain(kept);
    }
    expect(await stage.store.read('writer', personId)).toMatchObject({ reach: 'ok' });
  });

  test('who erases it is in no item afterwards but as a hash, and is emailed by no plan again', async () => {
    const { stage, page, personId } = await osei();
    expect(JSON.stringify(await stage.person('alice'))).toContain(OSEI);
    expect((await stage.post(`${page}/kept`, {})).status).toBe(200);
    expect(await stage.store.read('writer', personId)).toBeUndefined();
    const alice = await stage.person('alice');
    expect(JSON.stringify(alice)).not.toContain(OSEI);
    expect(alice.facts.letters?.[0]?.contact?.state).toBe('stopped');
    expect(wantedLetters(alice, PUBLISHED_WORLD)).toEqual([]);
    const hash = await stage.store.read('address', hashAddress(OSEI, 'pepper', 'writer'));
    expect(hash?.reach).toBe('unsubscribed');
    expect((await stage.get(page)).status).toBe(404);
  });

  test('is not erased by an email that is older than an hour, and may have been forwarded', async () => {
    const { stage, personId } = await osei();
    const old = `/l/${await stage.token({ personId, purpose: 'letters' }, 1)}`;
    const refused = await stage.post(`${old}/kept`, {});
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Email me a new link');
    expect((await stage.get(old)).status).toBe(200);
    expect(await stage.store.read('writer', personId)).toMatchObject({ reach: 'ok' });
  });

  test('who is named again stays stopped', async () => {
    const { stage, page, personId } = await osei();
    await stage.post(`${page}/kept`, {});
    const writer = { name: 'Dr. Osei', specialty: 'research' } as const;
    const asked = { type: 'letter-asked', rotationId: 'plan', writer } as const;
    await update(stage.deps, 'alice', { id: 'u3', by: 'applicant', event: asked });
    const letterId = (await stage.person('alice')).facts.letters?.at(-1)?.id ?? '';
    const contact = { agreedInPerson: 'yes', address: OSEI, rotationId: 'plan', letterId } as const;
    const event = { type: 'letter-contact', ...contact } as const;
    await update(stage.deps, 'alice', { id: 'u4', by: 'applicant', event });
    await pointWriters(stage.deps, await stage.person('alice'), NOVEMBER);
    const named = await stage.store.read('writer', personId);
    expect(named?.reach ?? 'unsubscribed').toBe('unsubscribed');
  });

  test('cannot erase by another link, and no form from another site can', async () => {
    const { stage, page, personId } = await osei();
    const plan = await stage.token({ personId: 'alice' });
    expect((await stage.post(`/l/${plan}/kept`, {})).status).toBe(404);
    const from = { origin: 'https://evil.example.org' };
    expect((await stage.post(`${page}/kept`, {}, from)).status).toBe(403);
    expect(await stage.store.read('writer', personId)).toBeDefined();
  });
});
