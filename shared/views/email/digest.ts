/** The digest and the urgent email: one thing to do, by when and why, one button, and what else is open. */

import { canBePutOff } from '#shared/agenda/ladder.ts';
import { firstApplicationBy } from '#shared/agenda/matters/season.ts';
import { dayBegun } from '#shared/agenda/standings.ts';
import { atForm, type EmailUrls } from '#shared/base/links/urls.ts';
import { sentence } from '#shared/base/sentence.ts';
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
import { acceptedEvents } from '#shared/plan/facts/stages.ts';
import { isStopped } from '#shared/plan/facts/topics.ts';
import { onPlan } from '#shared/plan/rotation/on-plan.ts';
import { trackOf } from '#shared/plan/rotation/track.ts';
import {
  daysLeft,
  phraseBeforeAdded,
  phraseDeadline,
  phraseFirstApplication,
  phraseLoss,
  phraseRest,
} from '#shared/words/deadline-words.ts';
import { isHard, isMissed, type Occasion, occasionsAt } from '#shared/words/occasions.ts';
import { papersTogether } from '#shared/words/together.ts';
import { placesOf, urlOf } from '#shared/words/where.ts';
import { withdrawalTitle } from '#shared/words/withdrawal-words.ts';
import { certaintyWords } from '#shared/world/provenance.ts';
import type { World } from '#shared/world/world.ts';
import { closingNote, lateHelp, sourceNote } from './closing.ts';
import type { EmailDraft, EmailLink, EmailView } from './layout.ts';
import { lastDaySoon, leadOf, listedLine, namesDue, nudgeSubject } from './nudge-words.ts';
import { aheadList, shortList } from './overview.ts';

/** `nudges`: at least one. `ahead`: the overview's items, if the overview is part of this email. */
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
  const why = isLoss(head) ? occasion.words.why : whyNow(occasion, view);
  const reason = `${isLoss(head) ? 'Why' : 'Why now'}: ${why}`;
  const when = byWhen(occasion, profile.zone, now).filter(
    () => !isLoss(head) || !why.includes(phraseDay(occasion.deadline.day)),
  );
  // An opening day of a question, and a day of news, come from the plan itself.
  // What a conflict or a fact lost has no day of a source.
  const showsSource = isLoss(head) ? !occasion.lostBy : lead && !occasion.news;
  return {
    subject,
    words: {
      greeting: `Hello ${profile.name},`,
      heading: subject,
      ...(lead && { lead }),
      paragraphs: occasion.discreet ? [...when, BELOW] : [...when, nextInEmail(occasion), reason],
      button: { label: occasion.words.button, url: urlOf(occasion, urls) },
      ...(occasion.discreet && {
        named: [`${sentence(occasion.words.title)} ${nextInEmail(occasion)}`, reason],
      }),
      answers: [
        ...otherAnswers(occasion, rotation, urls, profile.zone, now),
        ...placesOf(occasion, rotation, world),
      ],
      ...(others.length > 0 && {
        list: {
          heading: others.some(isLoss) ? 'Also on your plan' : 'Also open',
          items: shortList(others, view, (nudge) => ({
            label: listedLine(nudge, profile.zone, now),
            url: urlOf(nudge.occasion, urls),
          })),
        },
      }),
      ...(later.length > 0 && { ahead: aheadList(later, view) }),
      notes: [
        ...(rotation ? [`${trackLine(rotation)}${howFar(rotation, view)}`] : []),
        ...(isMissed(occasion, now) ? lateHelp(applicant) : []),
        ...(showsSource ? [sourceNote(occasion.deadline)] : []),
        closingNote(applicant),
      ],
      preferences: { label: 'Choose your emails', url: urls.preferences },
      stop: { label: 'Stop these emails', url: urls.unsubscribe },
    },
  };
}

/** What the guide counts of a plan without a rotation waits for its first application. */
function whyNow(occasion: Occasion, { applicant: { facts }, world, now }: EmailView): string {
  const { rule, isOfSeason } = occasion;
  const { matchYear, zone } = facts.profile;
  const { why } = occasion.words;
  const by = firstApplicationBy(world.season(matchYear));
  const isEmpty = onPlan(facts).length === 0 && isOfSeason && rule !== 'G11';
  if (!isEmpty || !by) return why;
  const today = dayIn(zone, now);
  const first = phraseFirstApplication(by, matchYear, today);
  return today <= by ? first : `${why} ${first}`;
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
  const [season] = seasonOfTheWeek(facts, world, now);
  const isSaid = nudges.some(({ occasion }) => occasion.rule === season?.rule);
  const all: Said[] = season && !isSaid ? [{ rung: '', occasion: season }, ...nudges] : [...nudges];
  const order = mostPressing(
    all.map(({ occasion }) => occasion),
    dayBegun(zone, now),
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

/** What the first line does not say about its day: a clock time, the day that binds, the last one. */
function byWhen(occasion: Occasion, zone: string, now: Instant): string[] {
  const { deadline, startBy, ladder, isQuestion, news } = occasion;
  if (ladder === 'loss') return [`${phraseLoss(occasion)}.`];
  // A question is never late.
  if (isQuestion) return [`Open since ${phraseDay(deadline.day)}.`];
  if (news) return [];
  const isPast = now >= deadline.at;
  const last = lastDaySoon(occasion, zone, now, phraseDay);
  const said = [
    ...(namesDue(occasion, zone, now) ? [] : [dueSentence(occasion, zone, now)]),
    ...(isPast && !startBy && !isHard(occasion) ? ['This is still worth doing.'] : []),
    ...(last ? [`The ${last}.`] : []),
  ];
  return said.length > 0 ? [said.join(' ')] : [];
}

function dueSentence(occasion: Occasion, zone: string, now: Instant): string {
  const { deadline, startBy, wasBeforePlan } = occasion;
  const date = `${phraseDeadline(deadline, zone)} (${certaintyWords(deadline.certainty, 'applicant')})`;
  const isPast = now >= deadline.at;
  const late = isPast && !startBy && wasBeforePlan ? `, ${phraseBeforeAdded(occasion)}` : '';
  if (isPast) return `This was due ${date}${late}.`;
  const rest =
    daysLeft(deadline, zone, now) < 0 ? `, which ${phraseRest(deadline, zone, now)}` : '';
  return `${startBy ? 'This is due' : 'By'} ${date}${rest}.`;
}

/** How a paper was judged, and how long a wait is, stays on the page. */
function nextInEmail(occasion: Occasion): string {
  const brief = occasion.ladder === 'loss' ? undefined : IN_EMAIL[occasion.rule];
  return brief ?? occasion.words.next;
}

const IN_EMAIL: Readonly<Record<string, string>> = {
  G13: 'Book it at your consulate now. Your plan shows the details.',
  G14: 'Get what is missing, and send it.',
};

function otherAnswers(
  occasion: Occasion,
  rotation: Rotation | undefined,
  urls: EmailUrls,
  zone: string,
  now: Instant,
): EmailLink[] {
  const accepted = rotation ? acceptedEvents(rotation) : [];
  const at = (form: string) => (rotation ? atForm(urls.rotation(rotation.id), form) : urls.plan);
  return [
    // What is already late cannot be put off, nor what the next firm reminder is due for.
    ...(now < occasion.deadline.at && canBePutOff(occasion, zone, now)
      ? [{ label: 'Remind me later', url: urls.later(occasion) }]
      : []),
    ...(accepted.includes('withdrawn')
      ? [
          {
            label: (rotation && withdrawalTitle(rotation)) ?? 'No longer applying',
            url: at('withdrawn'),
          },
        ]
      : []),
    ...(accepted.includes('reopened') && occasion.event === 'offered'
      ? [{ label: 'The offer was extended', url: at('offered') }]
      : []),
    ...(accepted.includes('reopened') ? [{ label: 'Reopen it', url: at('reopened') }] : []),
  ];
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
