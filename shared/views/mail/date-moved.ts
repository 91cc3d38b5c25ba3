/** The one email about a change of dates that a plan depends on. */

import { DIGEST_ITEMS_MAX } from '#shared/base/limits.ts';
import type { MailUrls } from '#shared/base/links/urls.ts';
import { movedLine, movedSubject } from '#shared/people/mailing/moved-words.ts';
import { presentOf } from '#shared/people/mailing/notice.ts';
import { labelOfKey } from '#shared/people/mailing/plan-dates.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { World } from '#shared/world/world.ts';
import type { MailWords } from './layout.ts';

/** @param causeId the cause that names the dates */
export function dateMovedWords(
  applicant: Applicant,
  causeId: string | undefined,
  urls: MailUrls,
  world: World,
): { subject: string; words: MailWords } {
  const { name, zone } = applicant.facts.profile;
  const moved = applicant.causes.find(({ id }) => id === causeId)?.moved ?? [];
  const all = moved
    .map(({ key, was }) => ({ key, was, is: presentOf(applicant, { key, was }, world) }))
    .toSorted((a, b) => ((a.is ?? a.was).day < (b.is ?? b.was).day ? -1 : 1));
  const [first] = all;
  if (!first) throw new Error('An email about date changes needs a date.');
  const shown = all.slice(0, DIGEST_ITEMS_MAX);
  const more = all.length - shown.length;
  const label = (each: typeof first) => each.is?.label ?? labelOfKey(each.key);
  const others = all.length - 1;
  const subject = movedSubject(label(first), first.is);
  return {
    subject: others > 0 ? `${subject}, and ${others} more` : subject,
    words: {
      greeting: `Hello ${name},`,
      heading: all.length === 1 ? 'A date changed' : `${all.length} dates changed`,
      paragraphs: [
        ...shown.map((each) => movedLine(label(each), each.was, each.is, zone)),
        ...(more > 0 ? [`And ${more} more: your plan shows them all.`] : []),
        'We updated your plan. Completed steps stay completed.',
      ],
      button: { label: 'Open my plan', url: urls.plan },
      answers: [],
      notes: [
        'Questions? Reply to this email or ask your advisor.',
        'You get this once, because your plan depends on this date.',
      ],
      stop: { label: 'Stop these emails', url: urls.unsubscribe },
    },
  };
}
