/** One answer of a writer or coordinator: read, judged on the letter as it is now, written to its applicant. */

import type { Refusal } from '#shared/base/refusal.ts';
import { readForm } from '#shared/exchange/fields/read-form.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import { type HeldLetter, markOf } from '#shared/people/writer/held.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import { placeIdOf } from '#shared/plan/letters/placed.ts';
import { answerFieldsOf } from '#shared/views/pages/letters/answer-forms.ts';
import type { LetterProblem } from '#shared/views/pages/letters/letters-page.ts';
import { said } from '#shared/words/refusals.ts';
import { update } from '../../update.ts';
import type { Entries } from '../forms.ts';
import { type Status, statusOf } from '../status.ts';
import type { WebDeps } from '../web-deps.ts';
import { type LetterVisitor, mailsSent } from './open-letters.ts';

export type LetterAnswer =
  | { readonly answer: 'recorded'; readonly updateId: string }
  | { readonly answer: 'refused'; readonly problem: LetterProblem; readonly status: Status };

/** Answers the same however often the same form comes. */
export async function answerLetter(
  deps: WebDeps,
  { writer, held }: LetterVisitor,
  entries: Entries,
): Promise<LetterAnswer> {
  const { applicant, letter, role } = held;
  const values = Object.fromEntries(entries);
  const refuse = (errors: LetterProblem['errors'], code: string): LetterAnswer => ({
    answer: 'refused',
    status: statusOf(code),
    problem: { letterId: letter.id, form: `${values.type ?? ''}.${letter.id}`, errors, values },
  });
  const refuseAs = (refusal: Refusal) => refuse([errorOf(refusal)], refusal.reason);

  const read = readForm(entries, placeIdOf(held), answerFieldsOf(role));
  if (!read.ok) return refuse(read.failure.errors, read.failure.fault);
  const { id, revision, event } = read.value;
  if (!('letterId' in event) || event.letterId !== letter.id) {
    return refuse([errorOf(said(refusals.unknownLetter()))], 'malformed');
  }
  const isReplayed = applicant.accepted.some((accepted) => accepted.id === id);
  if (!isReplayed && revision !== markOf(letter)) return refuseAs(said(refusals.stale()));

  const answer = await update(deps, applicant.id, {
    id,
    by: 'writer',
    event: counted(event, writer, held),
  });
  if (answer.answer === 'accepted' || answer.answer === 'replayed') {
    return { answer: 'recorded', updateId: id };
  }
  const refusal = answer.answer === 'refused' ? answer.refusal : said(refusals.unknownLetter());
  deps.log('info', 'letter-answer-refused', { personId: writer.id, reason: refusal.reason });
  return refuseAs(refusal);
}

/** What is left of the four emails goes with the letter. */
function counted(event: Event, writer: WriterItem, held: HeldLetter): Event {
  return event.type === 'letter-handed-over'
    ? { ...event, mailsBefore: mailsSent(writer, held) }
    : event;
}

function errorOf({ field = 'type', message }: Refusal): LetterProblem['errors'][number] {
  return { field, message };
}
