/** People of a story whom nothing befalls: no faults, one sweep an hour, and the content oracle reads along. */
import { nudge } from '#functions/nudge.ts';
import { sweep } from '#functions/sweep.ts';
import { update } from '#functions/update.ts';
import { EASTERN, HOUR_MS, instantAt, plusMs } from '#shared/base/time/instant.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { memoryStore } from '../memory-store.ts';
import type { ReadEmail } from '../oracle.ts';
import { virtualMachine } from '../virtual-machine.ts';
import type { Role } from './cast.ts';
import { contentOracle } from './content-oracle.ts';

export interface Played {
  readonly contradictions: readonly string[];
  readonly emails: readonly ReadEmail[];
}

export async function played({ applicant, from, until, tells = [] }: Role): Promise<Played> {
  const content = contentOracle();
  const emails: ReadEmail[] = [];
  const store = memoryStore();
  const start = instantAt(from, '00:00', EASTERN);
  const machine = virtualMachine({
    store,
    world: PUBLISHED_WORLD,
    start,
    emailed: (email) => {
      emails.push(email);
      content.left(email, email.at);
    },
    wrote: (item) => content.wrote(item, machine.now()),
  });
  const { ports } = machine;
  const deps = machine.nudgeDeps(ports);
  const others = { ...ports, worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW };
  await ports.store.write(applicant(start));
  const end = instantAt(until, '00:00', EASTERN);
  for (let now = start; now < end; now = plusMs(now, HOUR_MS)) {
    machine.setClock(now);
    for (const [index, [day, event]] of tells.entries()) {
      if (now !== instantAt(day, '10:00', EASTERN)) continue;
      const told = { id: `told-${index}`, by: 'applicant', event } as const;
      const { answer } = await update(others, applicant(start).id, told);
      if (answer !== 'accepted') throw new Error(`${day}: ${event.type} was ${answer}.`);
    }
    if ((await store.due(now, 1)).rows.length > 0) await sweep(deps, (who) => nudge(deps, who));
    if (now.slice(11, 13) === '12') content.passed(now);
  }
  return { contradictions: content.contradictions(), emails };
}
