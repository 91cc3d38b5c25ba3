/** The overview: what lies further ahead, and the question that helps most: when will you do it? */
import type { Applicant } from '../applicant/applicant.ts';
import { DIGEST_ITEMS_MAX } from '../limits.ts';
import type { MailUrls } from '../links/urls.ts';
import {
  CERTAINTY_WORDS,
  phraseDeadline,
  phraseRest,
  phraseSource,
} from '../nudges/deadline-words.ts';
import { comingUp } from '../nudges/most-pressing.ts';
import type { Occasion } from '../nudges/occasion.ts';
import { openOccasions } from '../nudges/open-occasions.ts';
import { dayIn, type Instant } from '../time/instant.ts';
import { phraseDay, phraseShortDay } from '../time/phrase.ts';
import type { World } from '../world.ts';
import type { MailLink, MailWords } from './layout.ts';

/** What ends every reminder: whom to ask, and why it came. */
export const CLOSING_NOTES: readonly string[] = [
  'Questions: answer this mail or ask your advisor.',
  'You get this because you plan rotations here.',
];

/** An overview that leaves by itself: nothing is due. */
export function overviewWords(
  ahead: readonly Occasion[],
  applicant: Applicant,
  urls: MailUrls,
  world: World,
  now: Instant,
): { subject: string; words: MailWords } {
  const [head, ...others] = ahead;
  const { name } = applicant.facts.profile;
  const frame = {
    greeting: `Hello ${name},`,
    preferences: { label: 'Choose your mails', url: urls.preferences },
    stop: { label: 'Stop the overview', url: urls.unsubscribeOverview },
  };
  if (!head) return onTrack(applicant, frame, urls, world, now);
  const { zone } = applicant.facts.profile;
  const { deadline, words } = head;
  const date = `${phraseDeadline(deadline, zone)} (${CERTAINTY_WORDS[deadline.certainty]})`;
  return {
    subject: `Ahead: ${words.title}, by ${shortDate(head)}`,
    words: {
      ...frame,
      heading: 'Nothing is due. When will you do what comes next?',
      paragraphs: [
        `Next: ${words.title}, by ${date}, ${phraseRest(deadline, zone, now)}.`,
        'Pick a day, and we remind you on it.',
      ],
      button: { label: 'Pick a day', url: urls.later(head) },
      answers: [{ label: 'Open my plan', url: urls.plan }],
      ...(others.length > 0 && { ahead: aheadList(others, urls) }),
      notes: [`Date: ${phraseSource(deadline)}.`, ...CLOSING_NOTES, NEVER_ASKED],
    },
  };
}

const NEVER_ASKED = 'We never ask for a password or a fee.';

/** What lies further ahead as a list; each leads to where a day is picked. */
export function aheadList(ahead: readonly Occasion[], urls: MailUrls) {
  const items: MailLink[] = ahead.slice(0, DIGEST_ITEMS_MAX).map((occasion) => ({
    label: `${occasion.words.title}, by ${shortDate(occasion)}`,
    url: urls.later(occasion),
  }));
  const more = ahead.length - items.length;
  const rest = more > 0 ? [{ label: `and ${more} more on your plan`, url: urls.plan }] : [];
  return { heading: 'Further ahead: pick a day for each', items: [...items, ...rest] };
}

function onTrack(
  applicant: Applicant,
  frame: Pick<MailWords, 'greeting' | 'preferences' | 'stop'>,
  urls: MailUrls,
  world: World,
  now: Instant,
): { subject: string; words: MailWords } {
  const today = dayIn(applicant.facts.profile.zone, now);
  const [next] = comingUp(openOccasions(applicant, world), today);
  return {
    subject: 'Your rotation plan: all on track',
    words: {
      ...frame,
      heading: 'All on track',
      paragraphs: [
        next?.opens
          ? `There is nothing to do now. The next thing opens on ${phraseDay(next.opens)}: ${next.words.title}.`
          : 'There is nothing to do now.',
      ],
      button: { label: 'Open my plan', url: urls.plan },
      answers: [],
      notes: [...CLOSING_NOTES, NEVER_ASKED],
    },
  };
}

function shortDate({ deadline }: Occasion): string {
  const day = phraseShortDay(deadline.day);
  return deadline.certainty === 'estimated' ? `${day}, estimated` : day;
}
