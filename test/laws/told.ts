/** What the emails of the weeks ahead say, if nobody acts: nothing late is silent, and nothing false is asked. */
import { type AgendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { changesAt } from '#shared/agenda/changes-at.ts';
import type { Matter } from '#shared/agenda/matter.ts';
import { dayBegun, isYetToOpen } from '#shared/agenda/standings.ts';
import { LOSS_SAID_DAYS } from '#shared/agenda/urgency.ts';
import { emailUrls } from '#shared/base/links/urls.ts';
import { daysBetween, plusDays } from '#shared/base/time/day.ts';
import { DAY_MS, dayIn, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { type ForecastEmail, forecastEmails } from '#shared/people/mailing/forecast.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { isStopped } from '#shared/plan/facts/topics.ts';
import { nudgeLine } from '#shared/views/email/nudge-words.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import type { GeneratedPlan } from './plans.ts';

type Judge = (facts: Facts, now: Instant) => AgendaAt;
/** The emails from a moment on, if nobody acts. A planted fault is another writer. */
export type Writer = (applicant: Applicant, now: Instant, until: Instant) => ForecastEmail[];

const LOOKED_DAYS = 35;
/** A day longer than the longest that anything may stay unsaid. */
const MARGIN_DAYS = 8;
const SAID_WITHIN_DAYS = { soonLost: 2, else: 7 };
const SOON_LOST_DAYS = 14;
const URLS = emailUrls('https://rotations.example.org', { answer: 'A', unsubscribe: 'U' });

const WRITER: Writer = (applicant, now, until) => {
  const emails: ForecastEmail[] = [];
  for (const email of forecastEmails(applicant, PUBLISHED_WORLD, now)) {
    if (email.at > until) break;
    emails.push(email);
  }
  return emails;
};

/** A matter that is late or lost since some moment after `from`, and the day by which its person must have been told. */
interface Bad {
  readonly id: string;
  readonly what: 'late' | 'lost';
  readonly from: Instant;
  readonly by: string;
  readonly why: string;
}

export function nothingLateIsSilent(
  { applicant, now }: GeneratedPlan,
  judge: Judge,
  writer: Writer = WRITER,
): string[] {
  if (applicant.reach !== 'ok' || applicant.pending) return [];
  const emails = writer(applicant, now, plusMs(now, LOOKED_DAYS * DAY_MS));
  const { zone } = applicant.facts.profile;
  return newlyBad(applicant, now, judge).flatMap((bad) => {
    const { id, what, from, by } = bad;
    const isSaid = emails.some(
      (email) => email.at >= from && dayIn(zone, email.at) <= by && isIn(email, bad),
    );
    return isSaid ? [] : [`${id} is ${what} since ${from}, and no email says so by ${by}`];
  });
}

/** Every matter that becomes late or lost within weeks, or is at the first moment, and stays so until it must be said. */
function newlyBad(applicant: Applicant, now: Instant, judge: Judge): Bad[] {
  const { zone } = applicant.facts.profile;
  const end = plusMs(now, (LOOKED_DAYS - MARGIN_DAYS) * DAY_MS);
  const stopped = applicant.facts.mailing?.stopped ?? [];
  const isPutOff = ({ rule, subject }: Matter) =>
    applicant.facts.mailing?.snoozes?.some(
      (each) => each.rule === rule && each.subject === subject,
    );
  const found = new Map<string, Bad>();
  const reported: Bad[] = [];
  let present = applicant;
  let before = now;
  for (let at: Instant | undefined = now; at && at <= plusMs(end, MARGIN_DAYS * DAY_MS); ) {
    present = withTimePassed(present, at, PUBLISHED_WORLD);
    const agenda = judge(present.facts, at);
    const today = dayIn(zone, at);
    const bad = new Map<string, Bad>();
    // What was lost weeks before the first look is said no more.
    const isOld = ({ count, lastDay }: Matter) => {
      const day = count?.missedAfter ?? lastDay?.day;
      return day !== undefined && plusDays(day, LOSS_SAID_DAYS - MARGIN_DAYS) < today;
    };
    for (const matter of agenda.state.name === 'over' ? [] : agenda.matters) {
      const what = badnessOf(agenda, matter);
      if (!what || isStopped(matter.rule, stopped) || isPutOff(matter)) continue;
      if (what === 'lost' && isOld(matter)) continue;
      const key = `${matter.id} ${what}`;
      const known = found.get(key);
      const isSoonLost =
        what === 'late' &&
        matter.lastDay !== undefined &&
        daysBetween(today, matter.lastDay.day) <= SOON_LOST_DAYS;
      const within = isSoonLost ? SAID_WITHIN_DAYS.soonLost : SAID_WITHIN_DAYS.else;
      const { why } = wordsOf(matter, agenda.view);
      const by = plusDays(today, within);
      bad.set(key, known ?? { id: matter.id, what, from: before, by, why });
    }
    // Owed is what was still so when its days were over.
    for (const [key, each] of found) {
      if (each.by < today && !reported.includes(each)) reported.push(each);
      else if (!bad.has(key)) found.delete(key);
    }
    for (const [key, each] of bad) if (each.from <= end) found.set(key, each);
    before = at;
    const tomorrow = plusMs(at, DAY_MS);
    const next: Instant | undefined = changesAt(agenda, at);
    at = next && next < tomorrow ? next : tomorrow;
  }
  return reported;
}

function badnessOf(agenda: AgendaAt, matter: Matter): Bad['what'] | undefined {
  const { name, lostWith } = standingOf(agenda, matter);
  if (name === 'late' && matter.whose === 'applicant') return 'late';
  const isOwn = lostWith === undefined && !isSaidByAppointment(agenda, matter);
  return name === 'lost' && isOwn ? 'lost' : undefined;
}

/** Decision 26, by hand: the loss of an appointment is that of its visa, and is itself owed. */
function isSaidByAppointment(agenda: AgendaAt, { rule, about }: Matter): boolean {
  if (rule !== 'visa') return false;
  const appointment = agenda.matters.find(
    (each) => each.rule === 'G13' && each.about.rotationId === about.rotationId,
  );
  const standing = appointment && standingOf(agenda, appointment);
  return standing?.name === 'lost' && standing.lostWith === undefined;
}

/** True where it is named as what it is; what else a host rules out is named beside the first. */
function isIn({ email, applicant, at }: ForecastEmail, { id, what, why }: Bad): boolean {
  const { zone } = applicant.facts.profile;
  return email.nudges.some((nudge) => {
    const { rule, subject, ladder, words } = nudge.occasion;
    const isOfHost =
      rule === 'gate' && ladder === 'loss' && id.startsWith(`${rule}|${placeOf(subject)}/`);
    if (what === 'lost' && isOfHost && words.why === why) return true;
    if (`${rule}|${subject}` !== id || words.why === '') return false;
    return what === 'lost'
      ? ladder === 'loss'
      : /^(Late|Was due|Should have started|New on)\b/.test(nudgeLine(nudge, zone, at));
  });
}

/** The rotation of `r1/route`. */
function placeOf(subject: string): string {
  return subject.split('/')[0] ?? '';
}

export function nothingFalseIsAsked(
  { applicant, now }: GeneratedPlan,
  judge: Judge,
  writer: Writer = WRITER,
): string[] {
  return writer(applicant, now, plusMs(now, LOOKED_DAYS * DAY_MS)).flatMap((email) => {
    const agenda = judge(email.applicant.facts, email.at);
    const { nudges, overview } = email.email;
    const named = [
      ...nudges.map(({ occasion }) => occasion),
      ...(overview?.ahead ?? []),
      ...(overview?.missed ?? []),
    ];
    return [
      ...named.flatMap((occasion) => {
        const id = `${occasion.rule}|${occasion.subject}`;
        const why = falseIn(agenda, id, occasion.ladder === 'loss', email.at);
        return why ? [`the email of ${email.at} names ${id}, which ${why}`] : [];
      }),
      ...falseWords(email, agenda),
    ];
  });
}

/** Why it must not be named; undefined where it may be. */
function falseIn(agenda: AgendaAt, id: string, isLoss: boolean, at: Instant): string | undefined {
  const matter = agenda.matters.find((each) => each.id === id);
  if (!matter) return 'is on no agenda';
  const { name, lostWith } = standingOf(agenda, matter);
  if (matter.done || name === 'done') return 'is done';
  if (isLoss)
    return name === 'lost' && lostWith === undefined ? undefined : 'is not lost by itself';
  if (name === 'lost') return 'is lost, and the email asks for it';
  if (matter.whose !== 'applicant') return `is the task of the ${matter.whose}`;
  if (matter.heldBy && matter.heldBy.party !== 'applicant')
    return `the ${matter.heldBy.party} holds`;
  const need = matter.needs.find((each) =>
    agenda.matters.some((other) => other.id === each && !other.done),
  );
  if (need) return `still needs ${need}`;
  const begun = dayBegun(agenda.view.facts.profile.zone, at);
  return isYetToOpen(matter, begun) ? `opens on ${matter.opens}` : undefined;
}

function falseWords({ email, applicant, at }: ForecastEmail, { state }: AgendaAt): string[] {
  if (email.causeId) return [];
  const { text } = renderEmail(email, applicant, URLS, PUBLISHED_WORLD, at);
  const isCalm = ['on-track', 'waiting', 'under-way'].includes(state.name);
  return [
    ...(/\bon track\b/i.test(text) && state.name !== 'on-track'
      ? [`the email of ${at} says on track, and the plan is ${state.name}`]
      : []),
    ...(/\bnothing (new )?is due\b/i.test(text) && !isCalm && !/still open/i.test(text)
      ? [`the email of ${at} says that nothing is due, and the plan is ${state.name}`]
      : []),
  ];
}
