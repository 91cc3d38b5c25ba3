/**
 * The demo's past, played and not invented: each update goes through `update`, each email through the sweep, at its
 * own hour. What the plan pages and the outbox show is therefore what would have happened.
 */

import { harmAddress, harmPerson } from '#functions/store/harm-reach.ts';
import { sweep } from '#functions/sweep.ts';
import { update } from '#functions/update.ts';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import type { Store } from '#shared/store/store.ts';
import { fullHours } from '../hours.ts';
import { nudgeDeps, type Parts } from '../parts.ts';
import { enrolDemoAdvisors } from './advisors.ts';
import { takeCases } from './cases.ts';
import { CAST, DEMO_COHORT } from './cast.ts';
import { demoStart } from './start.ts';
import type { DemoPerson, Told } from './story.ts';

/** The emails of four weeks fill an outbox worth reading; the updates go back further. */
const MAILED_DAYS = 28;

/** The cast as a demo that begins now would tell it. */
export function castAt(now: Instant): DemoPerson[] {
  const start = demoStart(now);
  return CAST.map((character) => character(start));
}

/** Fills an empty store with the cast as it stands at `startAt`. Throws when a story is refused: it is told wrongly. */
export async function seedDemo(parts: Parts, startAt: Instant): Promise<void> {
  let present = plusMs(startAt, -MAILED_DAYS * DAY_MS);
  let at = present;
  const clock = { now: () => at };
  const deps = nudgeDeps({ ...parts, clock });
  const cast = castAt(startAt);
  await enrolDemoAdvisors({ ...parts, clock });

  for (const { person, told, when } of inOrder(cast, startAt)) {
    await sweepUntil(when);
    at = when;
    if (!(await parts.store.read('applicant', person.id))) await enrol(parts, person, at);
    await play(person, told);
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

  async function play(person: DemoPerson, { id, event, daysAgo }: Told): Promise<void> {
    const answer = await update(deps, person.id, {
      id: id ?? parts.newId(),
      by: 'applicant',
      event,
    });
    if (answer.answer === 'accepted') return;
    const why = answer.answer === 'refused' ? answer.refusal.message : answer.answer;
    throw new Error(
      `The demo's ${person.id} cannot say "${event.type}" ${daysAgo} days ago: ${why}`,
    );
  }
}

function inOrder(cast: readonly DemoPerson[], startAt: Instant) {
  return cast
    .flatMap((person) =>
      person.story.map((told) => ({
        person,
        told,
        when: plusMs(startAt, -told.daysAgo * DAY_MS),
      })),
    )
    .toSorted((a, b) => b.told.daysAgo - a.told.daysAgo);
}

/** As the mail system's word of it would be written. */
async function bounce(
  { store, clock, secrets: { pepper } }: Pick<Parts, 'store' | 'clock' | 'secrets'>,
  { id, profile }: DemoPerson,
): Promise<void> {
  const who = { kind: 'applicant', id } as const;
  const hash = hashAddress(profile.address, pepper);
  await harmAddress({ store, clock }, hash, who, 'bounced');
  await harmPerson({ store, clock, pepper }, who, hash, 'bounced');
}

async function enrol(
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
  if (!written) throw new Error(`The demo's ${item.kind} ${item.id} is there already.`);
}
