/** Plays the demo's past through `update` and the sweep, each at its own hour, so that pages and outbox show what would have happened. */
import { harmAddress, harmPerson } from '#functions/store/harm-reach.ts';
import { sweep } from '#functions/sweep.ts';
import { update } from '#functions/update.ts';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import type { Store } from '#shared/store/store.ts';
import { fullHours } from '../jump.ts';
import { nudgeDeps, type Parts } from '../parts.ts';
import { enrollDemoAdvisors, takeCases } from './advising.ts';
import { CAST, DEMO_COHORT } from './cast.ts';
import { type DemoPerson, demoStart, type PastUpdate } from './story.ts';

/** Four weeks of email make an outbox worth reading; the updates go back further. */
const EMAILED_DAYS = 28;

/** The cast of a demo that starts now. */
export function castAt(now: Instant): DemoPerson[] {
  const start = demoStart(now);
  return CAST.map((character) => character(start));
}

/** Fills an empty store with the cast as of `startAt`. Throws if an update is refused, because then a story is wrong. */
export async function seedDemo(parts: Parts, startAt: Instant): Promise<void> {
  let present = plusMs(startAt, -EMAILED_DAYS * DAY_MS);
  let at = present;
  const clock = { now: () => at };
  const deps = nudgeDeps({ ...parts, clock });
  const cast = castAt(startAt);
  await enrollDemoAdvisors({ ...parts, clock });

  for (const { person, past, when } of inOrder(cast, startAt)) {
    await sweepUntil(when);
    at = when;
    if (!(await parts.store.read('applicant', person.id))) await enroll(parts, person, at);
    await play(person, past);
  }
  await sweepUntil(startAt);
  at = startAt;
  await takeCases({ ...deps, newId: parts.newId }, demoStart(startAt));
  for (const person of cast.filter(({ bounces }) => bounces))
    await bounce({ ...parts, clock }, person);

  async function sweepUntil(to: Instant): Promise<void> {
    if (to <= present) return;
    for (const hour of fullHours(present, to)) {
      if ((await parts.store.due(hour, 1)).rows.length === 0) continue;
      at = hour;
      const { errors } = await sweep(deps);
      if (errors[0]) throw errors[0].error;
    }
    present = to;
  }

  async function play(person: DemoPerson, { id, event, daysAgo }: PastUpdate): Promise<void> {
    const answer = await update(deps, person.id, {
      id: id ?? parts.newId(),
      by: 'applicant',
      event,
    });
    if (answer.answer === 'accepted') return;
    const why = answer.answer === 'refused' ? answer.refusal.message : answer.answer;
    throw new Error(
      `The demo's ${person.id} cannot report "${event.type}" ${daysAgo} days ago: ${why}`,
    );
  }
}

function inOrder(cast: readonly DemoPerson[], startAt: Instant) {
  return cast
    .flatMap((person) =>
      person.story.map((past) => ({ person, past, when: plusMs(startAt, -past.daysAgo * DAY_MS) })),
    )
    .toSorted((a, b) => b.past.daysAgo - a.past.daysAgo);
}

/** As the email system's report would be recorded. */
async function bounce(
  { store, clock, secrets: { pepper } }: Pick<Parts, 'store' | 'clock' | 'secrets'>,
  { id, profile }: DemoPerson,
): Promise<void> {
  const who = { kind: 'applicant', id } as const;
  await harmAddress({ store, clock, pepper }, profile.address, who, 'bounced');
  await harmPerson({ store, clock, pepper }, who, profile.address, 'bounced');
}

async function enroll(
  { store, secrets }: Pick<Parts, 'store' | 'secrets'>,
  { id, profile }: DemoPerson,
  now: Instant,
): Promise<void> {
  const facts = { profile, rotations: [], documents: [] };
  await put(store, {
    kind: 'address',
    id: hashAddress(profile.address, secrets.pepper),
    version: 0,
    personKind: 'applicant',
    personId: id,
    reach: 'ok',
  });
  await put(store, newApplicant({ id, cohortId: DEMO_COHORT, facts }, now));
}

async function put(store: Store, item: Parameters<Store['write']>[0]): Promise<void> {
  const { written } = await store.write(item);
  if (!written) throw new Error(`The demo already has the ${item.kind} ${item.id}.`);
}
