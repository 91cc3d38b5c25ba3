/** The email that tells an applicant what a letter writer answered, in the product's own name. */
import type { Instant } from '#shared/base/time/instant.ts';
import { letterOf } from '#shared/plan/letters/placed.ts';
import { writerAnswerWords } from '#shared/words/writer-answers.ts';
import type { Applicant } from '../person/applicant.ts';
import type { Event } from '../person/event.ts';
import { PRODUCT } from '../person/message.ts';
import type { Cause } from '../person/person.ts';

export function answerOfWriter(
  { facts }: Pick<Applicant, 'facts'>,
  event: Event,
  id: string,
  at: Instant,
): Cause[] {
  if (!('letterId' in event)) return [];
  const writer = letterOf(facts, event.letterId)?.letter.writer.name;
  const words = writer && writerAnswerWords(event, writer);
  if (!words) return [];
  const { subject, next } = words;
  return [{ id, stream: 'message', at, message: { from: PRODUCT, subject, paragraphs: [next] } }];
}
