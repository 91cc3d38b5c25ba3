/** What an applicant reads of a letter writer's answer: the subject, and what comes next. */
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';

interface AnswerWords {
  readonly subject: string;
  readonly next: string;
}

/** None for a stop of the emails, where the plan asks the applicant to call, nor for a hand-over, which has its notice. */
export function writerAnswerWords(event: PlanEvent, writer: string): AnswerWords | undefined {
  switch (event.type) {
    case 'letter-promised':
      return {
        subject: `${writer} will upload the letter by ${phraseDay(event.by)}`,
        next: 'We remind the writer before that day.',
      };
    case 'letter-uploaded':
      return {
        subject: `${writer} uploaded the letter`,
        next: 'Assign it to your programs in MyERAS: no program sees a letter that is not assigned.',
      };
    case 'letter-declined':
      return {
        subject: `${writer} cannot write the letter`,
        next: 'Ask another attending who saw your work. Your plan shows when.',
      };
    default:
      return undefined;
  }
}
