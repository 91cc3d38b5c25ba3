/** One update from outside, made durable. */
import type { Refusal } from '#shared/base/result.ts';
import { accept, type Update, withTimePassed } from '#shared/people/applicant/accept.ts';
import {
  type AcceptedUpdate,
  type Applicant,
  isDeleted,
  isOnlyTyped,
} from '#shared/people/person/applicant.ts';
import type { Workflow } from '#shared/people/workflow/workflow.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import { explain } from '#shared/words/refusals.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { type ChangePorts, change } from './change.ts';
import { livingPlan } from './join-plans.ts';

export interface UpdateDeps extends ChangePorts {
  readonly worldFor: WorldFor;
  readonly workflow: Workflow;
}

export type UpdateAnswer =
  | {
      readonly answer: 'accepted' | 'replayed';
      readonly applicant: Applicant;
      readonly update: AcceptedUpdate;
    }
  /** `applicant` is the current state, to be shown beside the sentence. */
  | { readonly answer: 'refused'; readonly refusal: Refusal; readonly applicant: Applicant }
  | { readonly answer: 'unknown-person' };

/** Answers only after the write: what is answered `accepted` survives any crash from then on. */
export async function update(
  deps: UpdateDeps,
  personId: string,
  update: Update,
): Promise<UpdateAnswer> {
  const answered = await change<'applicant', UpdateAnswer>(
    deps,
    'applicant',
    personId,
    async (applicant, now) => {
      const living = applicant && (await livingPlan(deps.store, applicant));
      if (!applicant || living !== applicant || isDeleted(applicant) || isOnlyTyped(applicant)) {
        return { answer: { answer: 'unknown-person' } };
      }
      const world = deps.worldFor(applicant.cohortId);
      const verdict = accept(applicant, update, now, world);
      if (verdict.verdict === 'replayed') {
        return { answer: { answer: 'replayed', applicant, update: verdict.answer } };
      }
      if (verdict.verdict === 'refused') {
        const present = withTimePassed(applicant, now, world);
        return {
          answer: { answer: 'refused', refusal: explain(verdict.refusal), applicant: present },
        };
      }
      const { applicant: changed, answer } = verdict;
      return { write: changed, answer: { answer: 'accepted', applicant: changed, update: answer } };
    },
    async () => {
      const applicant = await deps.store.read('applicant', personId);
      return applicant
        ? { answer: 'refused', refusal: explain(refusals.busy()), applicant }
        : { answer: 'unknown-person' };
    },
  );
  if (answered.answer === 'accepted') await deps.workflow.notify(answered.applicant);
  return answered;
}
