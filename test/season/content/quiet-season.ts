/** People of a story whom nothing befalls: no faults, one sweep an hour, and the content oracle reads along. */
import { type NudgeDeps, nudge } from '#functions/nudge.ts';
import { sweep } from '#functions/sweep.ts';
import { update } from '#functions/update.ts';
import { EASTERN, HOUR_MS, instantAt, plusMs } from '#shared/base/time/instant.ts';
import { newCohort } from '#shared/cohort/cohort.ts';
import { newAdvisor } from '#shared/people/advisor/advisor.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { renderWriterEmail } from '#shared/views/email/letter-request.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { memoryStore } from '../memory-store.ts';
import type { ReadEmail } from '../oracle.ts';
import { virtualMachine } from '../virtual-machine.ts';
import { briefOracle } from './brief-oracle.ts';
import type { Role } from './cast.ts';
import { contentOracle } from './content-oracle.ts';
import { writerOracle } from './writer-oracle.ts';

export interface Played {
  readonly contradictions: readonly string[];
  readonly emails: readonly ReadEmail[];
}

const LETTER_URLS = {
  page: 'https://rotations.example.org/l/x',
  packet: () => 'https://rotations.example.org/l/x/packet',
  unsubscribe: 'https://rotations.example.org/u/x',
};
const ADVISOR = { name: 'Dr. Vogt', address: 'vogt@example.org', zone: EASTERN };

export async function played(role: Role): Promise<Played> {
  const { applicant, from, until, tells = [], isAdvised } = role;
  const content = contentOracle();
  const toWriters = writerOracle();
  const briefs = briefOracle(from);
  const emails: ReadEmail[] = [];
  const store = memoryStore();
  const start = instantAt(from, '00:00', EASTERN);
  const machine = virtualMachine({
    store,
    worldFor: () => PUBLISHED_WORLD,
    start,
    emailed: (email) => {
      emails.push(email);
      content.left(email, email.at);
    },
    wrote: (item) => {
      content.wrote(item, machine.now());
      toWriters.wrote(item);
      briefs.wrote(item);
    },
  });
  const { ports } = machine;
  const deps: NudgeDeps = {
    ...machine.nudgeDeps(ports),
    renderForWriter: async (planned, writer, now) =>
      renderWriterEmail(planned, writer, LETTER_URLS, now),
  };
  const others = { ...ports, worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW };
  await ports.store.write(applicant(start));
  if (isAdvised) {
    for (const name of ['empty', 'season'])
      await ports.store.write(newCohort({ id: name, name }, start));
    const cohortIds = ['empty', 'season'];
    const advisor = { id: 'vogt', profile: ADVISOR, role: 'lead', cohortIds } as const;
    await ports.store.write(newAdvisor({ ...advisor, cohortIds }, start));
  }
  let read = 0;
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
    for (const { to, subject, raw, at } of store.outbox.slice(read)) {
      if (to === ADVISOR.address) briefs.left({ to, subject, text: raw, at });
      else toWriters.left({ to, subject, text: raw, at });
    }
    read = store.outbox.length;
    if (now.slice(11, 13) !== '12') continue;
    content.passed(now);
    toWriters.passed(now);
    if (isAdvised) briefs.passed(now);
  }
  const contradictions = [content, toWriters, briefs].flatMap((each) => each.contradictions());
  return { contradictions, emails };
}
