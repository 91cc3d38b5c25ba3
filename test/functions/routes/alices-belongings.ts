/** What a path of an applicant or a writer can name: Alice's rotation, her letter by Dr. Osei, her calendar feed, and more. */
import { expect } from 'vitest';
import { WRONG_PATH, wrongLinePath } from '#shared/base/links/urls.ts';
import { newWriter, pointedAt } from '#shared/people/person/writer.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { NO_DOUBTS } from '#shared/world/corrections/doubts.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, NOVEMBER, storyOf } from '../../shared/plan/moves/stories.ts';
import type { Stage } from '../web-stage.ts';

const OSEI = { id: 'osei', name: 'Dr. Osei', address: 'osei@example.org' };
const LETTER = {
  id: 'l1',
  writer: { name: OSEI.name, address: OSEI.address, specialty: 'research' },
  status: 'agreed',
  askedOn: '2026-08-20',
  since: NOVEMBER,
} as const;
const POINTER = { applicantId: 'alice', letterId: 'l1', revision: 0, dueOn: '2027-09-01' } as const;

/** A bare plan under an address of its own. */
export function bareFacts(name: string) {
  const facts = aliceFacts();
  return { ...facts, profile: { ...facts.profile, name, address: `${name}@example.org` } };
}

/** Alice began alone and shared the plan: that opens every page of a plan. Bob's is bare, one is deleted, and no one asked Dr. Amsel. */
export async function addBelongings(stage: Stage): Promise<void> {
  await stage.add('alice', { ...storyOf().facts, letters: [LETTER] });
  await stage.add('bob', bareFacts('bob'));
  await stage.add('gone', bareFacts('gone'));
  await stage.store.write({ ...(await stage.person('gone')), leaving: { since: NOVEMBER } });
  const moving = { id: 'u1', to: 'moved@example.org', since: NOVEMBER };
  const shared = { since: NOVEMBER };
  await stage.store.write({ ...(await stage.person('alice')), shared, moving });
  await stage.store.write(pointedAt(newWriter(OSEI, NOVEMBER), POINTER, NOVEMBER));
  await stage.store.write(newWriter({ ...OSEI, id: 'amsel' }, NOVEMBER));
  const doubt = { id: 'd1', at: NOVEMBER, subject: 'hosts/yale', line: 'Fees', sentence: 'Old.' };
  await stage.store.write({ ...NO_DOUBTS, doubts: [doubt] });
  const plan = `/a/${await stage.token({ personId: 'alice' })}`;
  await stage.post(`${plan}/calendar`, { act: 'renew' });
  const zone = { type: 'zone-changed', zone: 'Asia/Tokyo', update: 'u1', revision: '0' };
  expect((await stage.post(plan, zone)).status).toBe(303);
}

/** The route's path with what is there. */
export function pathTo(
  path: string,
  token: string,
  ids: Readonly<Record<string, string>> = {},
): string {
  if (path === WRONG_PATH) return wrongLinePath('hosts/yale', 'Fees');
  const named: Readonly<Record<string, string>> = {
    token,
    applicantId: 'alice',
    letterId: 'l1',
    rotationId: 'r1',
    topic: 'overview',
    id: 'd1',
    ...ids,
  };
  const at = path
    .replace(':file{.+\\.ics}', `${token}.ics`)
    .replace('/:file', '/rotations.csv')
    .replaceAll(/:(\w+)/g, (_, name: string) => named[name] ?? 'nothing');
  const [{ rule = '', subject = '' } = {}] = occasionsAt(aliceFacts(), PUBLISHED_WORLD, NOVEMBER);
  return path.endsWith('/later') ? `${at}?${new URLSearchParams({ rule, subject })}` : at;
}
