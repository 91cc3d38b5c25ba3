/** One update from outside, made durable: read, judge, write under the version read; after a lost race, again. */

import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { accept, type Update, withTimePassed } from '#shared/people/applicant/accept.ts';
import type { AcceptedUpdate, Applicant } from '#shared/people/person/applicant.ts';
import type { Workflow } from '#shared/people/workflow/workflow.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { writeApplicant } from './store/write-applicant.ts';

export interface UpdateDeps {
  readonly store: Store;
  readonly worldFor: WorldFor;
  readonly clock: Clock;
  readonly workflow: Workflow;
}

export type UpdateAnswer =
  | {
      readonly answer: 'accepted' | 'replayed';
      readonly applicant: Applicant;
      readonly update: AcceptedUpdate;
    }
  /** `applicant` is the present state, to be shown beside the sentence. */
  | { readonly answer: 'refused'; readonly refusal: Refusal; readonly applicant: Applicant }
  | { readonly answer: 'unknown-person' };

/** Answers only after the write: what is answered `accepted` survives any crash from then on. */
export async function update(
  deps: UpdateDeps,
  personId: string,
  update: Update,
): Promise<UpdateAnswer> {
  const { store } = deps;
  const now = deps.clock.now();
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const applicant = await store.read('applicant', personId);
    if (!applicant || applicant.erased || applicant.pending) return { answer: 'unknown-person' };
    const world = deps.worldFor(applicant.cohortId);
    const verdict = accept(applicant, update, now, world);
    if (verdict.verdict === 'replayed') {
      return { answer: 'replayed', applicant, update: verdict.answer };
    }
    if (verdict.verdict === 'refused') {
      const present = withTimePassed(applicant, now, world);
      return { answer: 'refused', refusal: verdict.refusal, applicant: present };
    }
    const { written } = await writeApplicant(store, verdict.applicant, now);
    if (!written) continue;
    await deps.workflow.tell(verdict.applicant);
    return { answer: 'accepted', applicant: verdict.applicant, update: verdict.answer };
  }
  const applicant = await store.read('applicant', personId);
  return applicant
    ? { answer: 'refused', refusal: refusals.busy(), applicant }
    : { answer: 'unknown-person' };
}
