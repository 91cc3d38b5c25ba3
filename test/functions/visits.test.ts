/** A visit that a queue asks for: what it tells the queue, and the log. */
import { expect, test } from 'vitest';
import { visitNamed } from '#functions/visits.ts';
import { instantAt, MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import type { Who } from '#shared/people/person/person.ts';
import type { Delivery } from '#shared/store/mailer.ts';
import { alice } from '../cast.ts';
import { webStage } from './web-stage.ts';

/** Nothing but what was asked for leaves at that hour. */
const NIGHT = instantAt('2026-11-23', '03:00', 'Asia/Kolkata');

async function stage(outcome: Delivery) {
  const { store, deps, log } = webStage(NIGHT);
  const asked = { id: 'c1', stream: 'link', at: NIGHT } as const;
  await store.write(alice({ causes: [asked], dueAt: NIGHT }));
  const woken: (readonly [string, number])[] = [];
  const visit = visitNamed({
    ...deps,
    mailer: { evidenceMs: MINUTE_MS, deliver: async () => outcome },
    log: (level, event, fields) => log.push({ level, event, fields: { ...fields } }),
    wake: async ({ id }: Who, afterMs: number) => void woken.push([id, afterMs]),
  });
  return {
    store,
    log,
    woken,
    visit: () => visit({ kind: 'applicant', personId: 'alice' }),
    raw: visit,
  };
}

test('sends what was asked for, and asks for no other visit', async () => {
  const { visit, log, woken } = await stage({ outcome: 'accepted' });
  await visit();
  expect(log.at(-1)).toMatchObject({ level: 'info', fields: { personId: 'alice', sent: 1 } });
  expect(woken).toEqual([]);
});

test('asks for another within a minute where it was refused, and warns', async () => {
  const { store, visit, log, woken } = await stage({ outcome: 'refused', reason: 'not now' });
  await visit();
  expect(log.at(-1)).toMatchObject({ level: 'warn', fields: { personId: 'alice', refused: 1 } });
  const [[id, afterMs] = []] = woken;
  expect(id).toBe('alice');
  expect(afterMs).toBeLessThanOrEqual(MINUTE_MS);
  expect((await store.read('applicant', 'alice'))?.dueAt).toBe(plusMs(NIGHT, afterMs ?? 0));
});

test('is for nobody else: a foreign message is refused', async () => {
  const { raw, log } = await stage({ outcome: 'accepted' });
  await expect(raw({ kind: 'applicant' })).rejects.toThrow();
  await expect(raw({ kind: 'cohort', personId: 'c1' })).rejects.toThrow();
  expect(log).toEqual([]);
});
