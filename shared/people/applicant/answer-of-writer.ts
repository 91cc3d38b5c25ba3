/** The email that tells an applicant what a letter writer answered, in the product's own name. */
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import { letterOf } from '#shared/plan/letters/placed.ts';
import type { SeasonDate } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import type { Applicant } from '../person/applicant.ts';
import type { Event } from '../person/event.ts';
import { PRODUCT } from '../person/message.ts';
import type { Cause } from '../person/person.ts';

export function answerOfWriter(
  { facts }: Pick<Applicant, 'facts'>,
  event: Event,
  id: string,
  at: Instant,
  world: World,
): Cause[] {
  if (!('letterId' in event)) return [];
  const writer = letterOf(facts, event.letterId)?.letter.writer.name;
  const review = world.season(facts.profile.matchYear).dates['programs-review-opens'];
  const words = writer && writerAnswerWords(event, writer, review);
  if (!words) return [];
  const { subject, next } = words;
  return [{ id, stream: 'message', at, message: { from: PRODUCT, subject, paragraphs: [next] } }];
}

/** None for a stop of the emails, where the plan asks the applicant to call, nor for a hand-over, which has its notice. */
function writerAnswerWords(
  event: PlanEvent,
  writer: string,
  review: SeasonDate | undefined,
): Record<'subject' | 'next', string> | undefined {
  switch (event.type) {
    case 'letter-promised':
      return {
        subject: `${writer} will upload the letter by ${phraseDay(event.by)}`,
        next:
          review && event.by >= review.day
            ? `Programs start to review on ${phraseDay(review.day)}${review.certainty === 'estimated' ? ' (estimated)' : ''}: ask for an earlier date, or arrange a backup letter.`
            : 'We remind the writer before that day.',
      };
    case 'letter-uploaded':
      return {
        subject: `${writer} uploaded the letter`,
        next: 'Assign it to your programs in MyERAS: no program sees a letter that is not assigned.',
      };
    case 'letter-declined':
      return {
        subject: `${writer} cannot write the letter`,
        next: 'Ask another attending who saw your work. Your plan shows by when.',
      };
    default:
      return undefined;
  }
}
