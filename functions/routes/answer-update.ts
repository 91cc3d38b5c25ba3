/** One update of a message: whom it is about, whether this sender may report it, and the verdict. */
import type { Refusal } from '#shared/base/result.ts';
import { changedWords } from '#shared/exchange/webhook/answer.ts';
import type { DeliveredItem } from '#shared/exchange/webhook/deliveries.ts';
import {
  type AboutApplicant,
  readEvent,
  readItem,
  readType,
  type UpdateItem,
} from '#shared/exchange/webhook/item.ts';
import { reportable, type Sender } from '#shared/exchange/webhook/sender.ts';
import { accept, type Update } from '#shared/people/applicant/accept.ts';
import { type Applicant, isDeleted } from '#shared/people/person/applicant.ts';
import { explain } from '#shared/words/refusals.ts';
import { explainItem, itemRefusals } from '#shared/words/sender-refusals.ts';
import { livingPlan } from '../join-plans.ts';
import { plansAt } from '../plans-at.ts';
import { type UpdateAnswer, type UpdateDeps, update } from '../update.ts';

export interface Judged {
  readonly answer: 'accepted' | 'replayed' | 'refused';
  readonly item: DeliveredItem;
  /** As they are now, if the update is recorded. */
  readonly applicant?: Applicant;
}

type Deps = UpdateDeps & { readonly pepper: string };
type Recorder = (deps: Deps, personId: string, update: Update) => Promise<UpdateAnswer>;

/** Longer ones are answered but not kept. */
const ASKED_CHARACTERS_MAX = 1500;

/** @param record `update`, or `tryOut` to see what would change */
export async function answerUpdate(
  deps: Deps,
  sender: Sender,
  id: string,
  raw: unknown,
  record: Recorder = update,
): Promise<Judged> {
  const read = readItem(raw);
  if (!read.ok) return refused(read.failure);
  const item = read.value;
  const meant = await personMeant(deps, sender, item.applicant);
  // By our id, so that it is removed with the plan. Nothing is kept about an erased or unknown person: no erasure would find it.
  const kept = meant && { ...item, applicant: { id: meant.id } };
  const type = readType(item, reportable(sender));
  if (!type.ok) return refused(type.failure, kept);
  if (!meant) return refused(explainItem(itemRefusals.notYours()));
  const event = readEvent(item, meant);
  if (!event.ok) return refused(event.failure, kept);

  const through = { senderId: sender.id, name: sender.name };
  const answer = await record(deps, meant.id, { id, by: 'sender', through, event: event.value });
  switch (answer.answer) {
    case 'accepted':
    case 'replayed': {
      const { applicant } = answer;
      const changed = changedWords(event.value, applicant, id);
      const recorded = { update: id, personId: applicant.id, at: answer.update.at, changed };
      return { answer: answer.answer, item: recorded, applicant };
    }
    case 'refused':
      return refused(answer.refusal, kept);
    case 'unknown-person':
      return refused(explainItem(itemRefusals.notYours()));
  }
}

/** What the answer to an update would be. Writes nothing. */
export const tryOut: Recorder = async ({ store, clock, worldFor }, personId, update) => {
  const applicant = await store.read('applicant', personId);
  if (!applicant) return { answer: 'unknown-person' };
  const verdict = accept(applicant, update, clock.now(), worldFor(applicant.cohortId));
  if (verdict.verdict === 'refused') {
    return { answer: 'refused', refusal: explain(verdict.refusal), applicant };
  }
  const after = verdict.verdict === 'accepted' ? verdict.applicant : applicant;
  return { answer: verdict.verdict, applicant: after, update: verdict.answer };
};

function refused(refusal: Refusal, item?: UpdateItem): Judged {
  const isKept = item && JSON.stringify(item).length <= ASKED_CHARACTERS_MAX;
  return { answer: 'refused', item: { refusal, ...(isKept && { asked: item }) } };
}

/** In this sender's cohorts only: a stranger and a person of another cohort get the same answer. */
async function personMeant(
  { store, pepper }: Deps,
  { cohortIds }: Sender,
  about: AboutApplicant,
): Promise<Applicant | undefined> {
  const ids = 'id' in about ? [about.id] : await plansAt({ store, pepper }, about.address);
  for (const id of ids) {
    const applicant = await store.read('applicant', id);
    const isTheirs = (each: Applicant) => !isDeleted(each) && cohortIds.includes(each.cohortId);
    if (!applicant || !isTheirs(applicant)) continue;
    // An archived plan still holds the one that it took in.
    const living = await livingPlan(store, applicant);
    if (isTheirs(living)) return living;
  }
  return undefined;
}
