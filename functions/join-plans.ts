/** A plan that its owner started takes in the one their school imported. One write decides: the owner's, which names the other. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { joinedWith, released, sharedWith } from '#shared/people/applicant/sharing.ts';
import { type Applicant, isDeleted } from '#shared/people/person/applicant.ts';
import type { Who } from '#shared/people/person/person.ts';
import { joinFacts } from '#shared/plan/moves/join-facts.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { type ChangePorts, change, changeTo } from './change.ts';
import { plansAt } from './plans-at.ts';

/** Joining takes less time; an older mark that leads nowhere was left by a crash. */
const JOINING_MS = 5 * MINUTE_MS;

interface JoinDeps extends ChangePorts {
  wake(who: Who): Promise<void>;
  readonly pepper: string;
  readonly worldFor: WorldFor;
}

/** The plan that took this one in, or this one itself. */
export async function livingPlan(store: Store, applicant: Applicant): Promise<Applicant> {
  if (!applicant.mergedInto) return applicant;
  const into = await store.read('applicant', applicant.mergedInto.id);
  return into?.joined?.id === applicant.id && !isDeleted(into) ? into : applicant;
}

/** The school's existing plan for this address. */
export async function planThere(
  deps: Pick<JoinDeps, 'store' | 'pepper'>,
  { id, facts }: Applicant,
  cohortId: string,
): Promise<Applicant | undefined> {
  for (const other of await plansAt(deps, facts.profile.address)) {
    const held = other === id ? undefined : await deps.store.read('applicant', other);
    if (held?.cohortId === cohortId && !isDeleted(held)) return held;
  }
  return undefined;
}

type NotJoined = 'changed' | 'too-much' | 'shared-already';

/** @param seen the revisions that the page with their differences showed */
export async function joinPlans(
  deps: JoinDeps,
  own: Applicant,
  other: Applicant,
  seen: { readonly own: number; readonly other: number; readonly updateId: string },
): Promise<Result<true, NotJoined>> {
  if (own.joined?.id === other.id) return success(true);
  const { cohortId } = other;
  const join = (mine: Applicant, theirs: Applicant) =>
    mine.revision === seen.own && theirs.revision === seen.other
      ? joinFacts(mine.facts, theirs.facts)
      : failure('changed' as const);
  const passed = (plan: Applicant) =>
    withTimePassed(plan, deps.clock.now(), deps.worldFor(plan.cohortId));
  const planned = join(passed(own), passed(other));
  if (!planned.ok) return planned;
  const { renamed } = planned.value;
  const marked = await change(deps, 'applicant', other.id, (item, now) => {
    if (!item || isDeleted(item) || item.cohortId !== cohortId) return { answer: undefined };
    const mergedInto = { id: own.id, epoch: own.linkEpoch, at: now, renamed };
    const write = { ...item, mergedInto, dueAt: now };
    return { write, answer: passed(write) };
  });
  if (!marked) return failure('changed');
  const done = await change<'applicant', Result<true, NotJoined>>(
    deps,
    'applicant',
    own.id,
    async (item, now) => {
      if (item?.joined?.id === other.id) return { answer: success(true) };
      if (!item || isDeleted(item)) return { answer: failure('changed') };
      const mine = passed(item);
      const joined = join(mine, marked);
      if (!joined.ok) return { answer: joined };
      const shared = sharedWith(mine, cohortId, now);
      if (!shared.ok) return { answer: shared };
      // A message may have been given to it since it was marked.
      const { causes } = (await deps.store.read('applicant', other.id)) ?? marked;
      const theirs = { ...marked, causes };
      const write = joinedWith(shared.value, theirs, joined.value, seen.updateId, now);
      return { write, answer: success(true) };
    },
  );
  for (const { id } of [own, other]) await deps.wake({ kind: 'applicant', id });
  return done;
}

/** Gives a plan back to its school once the one that took it in has let it go. True when that wrote the item. */
export async function releaseIfFree(
  deps: Pick<JoinDeps, 'store' | 'clock'>,
  applicant: Applicant,
): Promise<boolean> {
  const { mergedInto } = applicant;
  if (!mergedInto || applicant.leaving || (await livingPlan(deps.store, applicant)) !== applicant)
    return false;
  if (deps.clock.now() < plusMs(mergedInto.at, JOINING_MS)) return false;
  const into = await deps.store.read('applicant', mergedInto.id);
  return changeTo(deps, 'applicant', applicant.id, (item, now) =>
    item?.mergedInto ? released(item, into, now) : undefined,
  );
}
