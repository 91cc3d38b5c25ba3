/** The digest and the urgent email: one thing to do, by when and why, one button, and what else is open. */
import { canBePutOff } from '#shared/agenda/ladder.ts';
import { sentence } from '#shared/base/capital.ts';
import { atForm, type EmailUrls } from '#shared/base/links/urls.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { mostPressing } from '#shared/people/mailing/most-pressing.ts';
import type { Nudge } from '#shared/people/mailing/open-nudges.ts';
import type { Overview } from '#shared/people/mailing/overview.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { judgeChecklist, type Standing } from '#shared/plan/documents/judge.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { mailingOf, snoozeOf } from '#shared/plan/facts/mailing.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { acceptedEvents, isCommitted } from '#shared/plan/facts/stages.ts';
import { isStopped } from '#shared/plan/facts/topics.ts';
import { trackOf } from '#shared/plan/rotation/track.ts';
import { urlOf } from '#shared/words/answer-link.ts';
import { daysLeft, phraseDeadline, phraseLoss, phraseRest } from '#shared/words/deadline-words.ts';
import { isHard, isMissed, type Occasion, occasionsAt, wordsNow } from '#shared/words/occasions.ts';
import { papersTogether } from '#shared/words/together.ts';
import { placesOf } from '#shared/words/where.ts';
import { certaintyWords, phraseSource } from '#shared/world/source-words.ts';
import type { World } from '#shared/world/world.ts';
import { closingNote, lateHelp } from './closing.ts';
import type { EmailDraft, EmailLink, EmailView } from './layout.ts';
import { leadOf, nudgeLine, nudgeSubject } from './nudge-words.ts';
import { aheadList, shortList } from './overview.ts';

/**
 * @param nudges at least one
 * @param ahead the overview's items, if the overview is part of this email
 */
export function digestWords(
  nudges: readonly Nudge[],
  { ahead }: Pick<Overview, 'ahead'>,
  view: EmailView,
): EmailDraft {
  const { applicant, urls, world, now } = view;
  const { profile, rotations } = applicant.facts;
  const [head, ...others] = inEmail(nudges, applicant, world, now);
  if (!head) throw new Error('A digest needs at least one reminder.');
  const { occasion } = head;
  const later = ahead.filter(
    ({ rule, subject: of }) =>
      !nudges.some((nudge) => nudge.occasion.rule === rule && nudge.occasion.subject === of),
  );
  const rotation = rotations.find(({ id }) => id === occasion.rotationId);
  const subject = nudgeSubject(head, profile.zone, now);
  const lead = leadOf(head, profile.zone, now);
  const reason = `Why now: ${wordsNow(occasion, now).why}`;
  return {
    subject,
    words: {
      greeting: `Hello ${profile.name},`,
      heading: subject,
      ...(lead && { lead }),
      paragraphs: occasion.discreet
        ? [byWhen(occasion, profile.zone, now), BELOW]
        : [byWhen(occasion, profile.zone, now), nextInEmail(occasion, now), reason],
      button: { label: occasion.words.button, url: urlOf(occasion, urls) },
      ...(occasion.discreet && {
        named: [`${sentence(occasion.words.title)} ${nextInEmail(occasion, now)}`, reason],
      }),
      answers: [
        ...otherAnswers(occasion, rotation, urls, profile.zone, now),
        ...placesOf(occasion, rotation, world),
      ],
      ...(others.length > 0 && {
        list: {
          heading: others.some(isLoss) ? 'Also on your plan' : 'Also open',
          items: shortList(others, view, (nudge) => ({
            label: nudgeLine(nudge, profile.zone, now),
            url: urlOf(nudge.occasion, urls),
          })),
        },
      }),
      ...(later.length > 0 && { ahead: aheadList(later, view) }),
      notes: [
        ...(rotation ? [`${trackLine(rotation)}${howFar(rotation, view)}`] : []),
        ...(isMissed(occasion, now) ? lateHelp(applicant) : []),
        ...(isSourced(occasion) ? [`Source: ${phraseSource(occasion.deadline)}.`] : []),
        closingNote(applicant),
      ],
      preferences: { label: 'Choose your emails', url: urls.preferences },
      stop: { label: 'Stop these emails', url: urls.unsubscribe },
    },
  };
}

function isLoss({ occasion }: Said): boolean {
  return occasion.ladder === 'loss';
}

const BELOW = 'Details are below the button, so no preview shows them.';

/** What an email says, what matters most first: the page of emails shows the same subject. */
export function inEmail(
  nudges: readonly Nudge[],
  { facts }: Pick<Applicant, 'facts'>,
  world: World,
  now: Instant,
): Said[] {
  const { zone } = facts.profile;
  const today = dayIn(zone, now);
  const [season] = seasonOfTheWeek(facts, world, now);
  const isSaid = nudges.some(({ occasion }) => occasion.rule === season?.rule);
  const all: Said[] = season && !isSaid ? [{ rung: '', occasion: season }, ...nudges] : [...nudges];
  const order = mostPressing(
    all.map(({ occasion }) => occasion),
    today,
  );
  const place = ({ occasion }: Said) => {
    const index = order.indexOf(occasion);
    return index === -1 ? order.length : index;
  };
  return papersTogether(
    all.toSorted((a, b) => place(a) - place(b)),
    facts.rotations,
  );
}

type Said = Pick<Nudge, 'rung' | 'occasion'>;

/** In the week of its last day the application to the Match is the message, whatever else the email is about. */
function seasonOfTheWeek(facts: Facts, world: World, now: Instant): Occasion[] {
  const { zone } = facts.profile;
  const { stopped, snoozes } = mailingOf(facts);
  const today = dayIn(zone, now);
  return occasionsAt(facts, world, now).filter((occasion) => {
    const days = daysLeft(occasion.deadline, zone, now);
    const until = snoozeOf(snoozes, occasion)?.until;
    return (
      occasion.rank === 'season' &&
      Math.abs(days) <= SEASON_WEEK_DAYS &&
      !isStopped(occasion.rule, stopped) &&
      !(until && until > today)
    );
  });
}

const SEASON_WEEK_DAYS = 7;

function byWhen(occasion: Occasion, zone: string, now: Instant): string {
  const { deadline, startBy, ladder, isQuestion, news } = occasion;
  const date = `${phraseDeadline(deadline, zone)} (${certaintyWords(deadline.certainty, 'applicant')})`;
  if (ladder === 'loss') return `${phraseLoss(occasion)}.`;
  // A question is never late.
  if (isQuestion) return `Open since ${phraseDay(deadline.day)}.`;
  if (news) return `We learned this on ${phraseDay(news)}.`;
  const isPast = now >= deadline.at;
  if (startBy) {
    const lead = startBy < dayIn(zone, now) ? 'It should have started by' : 'Start by';
    return `${lead} ${phraseDay(startBy)}. It ${isPast ? 'was' : 'is'} due ${date}.`;
  }
  if (isPast) {
    return isHard(occasion)
      ? `It was due ${date}.`
      : `Best done by ${date}. It is late, but still worth doing.`;
  }
  const lead = isHard(occasion) ? 'By' : 'Best by';
  // The first line counts the days that are left.
  const days = daysLeft(deadline, zone, now);
  const rest = phraseRest(deadline, zone, now);
  return `${lead} ${date}${days > 0 ? '' : days < 0 ? `, which ${rest}` : `, ${rest}`}.`;
}

/** An opening day of a question, and a day of news, come from the plan itself. */
function isSourced({ isQuestion, news, ladder }: Occasion): boolean {
  return !isQuestion && !news && ladder !== 'loss';
}

/** How a paper was judged, and how long a wait is, stays on the page. */
function nextInEmail(occasion: Occasion, now: Instant): string {
  switch (occasion.rule) {
    case 'G14':
      return 'Get what is missing, and send it.';
    case 'G13':
      return 'Book it at your consulate now. Your plan shows the details.';
    default:
      return wordsNow(occasion, now).next;
  }
}

function otherAnswers(
  occasion: Occasion,
  rotation: Rotation | undefined,
  urls: EmailUrls,
  zone: string,
  now: Instant,
): EmailLink[] {
  const accepted = rotation ? acceptedEvents(rotation.stage, rotation.status) : [];
  const at = (form: string) => (rotation ? atForm(urls.rotation(rotation.id), form) : urls.plan);
  return [
    // What is already late cannot be put off, nor what the next firm reminder is due for.
    ...(now < occasion.deadline.at && canBePutOff(occasion, zone, now)
      ? [{ label: 'Remind me later', url: urls.later(occasion) }]
      : []),
    ...(accepted.includes('withdrawn')
      ? [{ label: withdrawal(rotation), url: at('withdrawn') }]
      : []),
    ...(accepted.includes('reopened') && occasion.event === 'offered'
      ? [{ label: 'The offer was extended', url: at('offered') }]
      : []),
    ...(accepted.includes('reopened') ? [{ label: 'Reopen it', url: at('reopened') }] : []),
  ];
}

/** Who has a place applies no longer. */
function withdrawal(rotation: Rotation | undefined): string {
  return rotation && isCommitted(rotation.stage) ? 'I withdraw' : 'No longer applying';
}

/** The board's row as text. */
function trackLine(rotation: Rotation): string {
  const steps = trackOf(rotation);
  const at = steps.findLastIndex(({ place }) => place === 'past' || place === 'now') + 1;
  const dots = steps.map(({ place }) => DOTS[place]).join('');
  return `Step ${at} of ${steps.length} ${dots}`;
}

const DOTS = { past: '●', now: '◉', ahead: '·', skipped: '○' } as const;

/** `2 of 5 documents accepted, 1 more sent`; a document that expires too early is neither. */
function howFar(rotation: Rotation, { applicant, world }: EmailView): string {
  if (rotation.stage !== 'documents') return '';
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const standings = judgeChecklist(rotation, applicant.facts.documents, host);
  const count = (of: Standing['word']) => standings.filter(({ word }) => word === of).length;
  const sent = count('submitted');
  const more = sent > 0 ? `, ${sent} more sent` : '';
  const all = standings.length;
  return all > 0 ? `, ${count('cleared')} of ${all} documents accepted${more}` : '';
}
