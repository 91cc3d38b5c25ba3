import type { Occasion } from '#shared/agenda/occasions/occasion.ts';
import type { Html } from '#shared/base/html.ts';
import { phraseDeadline, phraseRest } from '#shared/words/deadline-words.ts';
import type { PageView } from './page-view.ts';
import { status } from './status.ts';

/** `○ By Fri, Sep 3, 2027, in 9 days (estimated)` */
export function whenWords({ deadline, ladder }: Occasion, { applicant, now }: PageView): Html {
  const { zone } = applicant.facts.profile;
  const isPast = now >= deadline.at;
  const isAdvice = ladder === 'window';
  const lead = isPast ? (isAdvice ? 'Late: best by' : 'Was due') : isAdvice ? 'Best by' : 'By';
  const words = `${lead} ${phraseDeadline(deadline, zone)}, ${phraseRest(deadline, zone, now)}`;
  const certainty = deadline.certainty === 'estimated' ? ' (estimated)' : '';
  return status(isPast ? 'late' : 'to-do', `${words}${certainty}`);
}
