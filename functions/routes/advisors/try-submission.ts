/** A test submission: what a form's answers, or one update, would change. Nothing is written. */
import { type Result, success } from '#shared/base/result.ts';
import { type FormAnswer, mapAnswers, type RawItem } from '#shared/exchange/webhook/mapping.ts';
import { readJson } from '#shared/exchange/webhook/read-json.ts';
import type { Sender } from '#shared/exchange/webhook/sender.ts';
import type { SenderShown } from '#shared/views/pages/advisors/sender-page.ts';
import { type MessageRefusal, saidOfMessage } from '#shared/words/message-refusals.ts';
import { answerUpdate, tryOut } from '../answer-update.ts';
import type { AdvisorDeps } from './deps.ts';

/** @param fields `update` with JSON, or `answer.0`, `answer.1` … of the mapping's questions */
export async function trySubmission(
  deps: AdvisorDeps,
  sender: Sender,
  fields: Readonly<Record<string, string>>,
): Promise<NonNullable<SenderShown['tried']>> {
  const raw = rawOf(sender, fields);
  if (!raw.ok)
    return { values: fields, verdict: 'refused', message: saidOfMessage(raw.failure).message };
  const { answer, item } = await answerUpdate(deps, sender, 'try-out', raw.value, tryOut);
  return 'refusal' in item
    ? { values: fields, verdict: 'refused', message: item.refusal.message }
    : { values: fields, verdict: answer, message: item.changed };
}

function rawOf(
  { mapping }: Sender,
  fields: Readonly<Record<string, string>>,
): Result<RawItem | unknown, MessageRefusal> {
  if (!mapping) return readJson(new TextEncoder().encode(fields.update ?? ''));
  const answers = mapping.questions.map(
    ({ question }, at): FormAnswer => ({ names: [question], value: fields[`answer.${at}`] ?? '' }),
  );
  const item = mapAnswers(mapping, answers);
  return item.ok ? success(item.value) : item;
}
