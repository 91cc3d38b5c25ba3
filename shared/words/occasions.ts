/** What a person can hear about now: their matters that are open, late, or lost, in words. */
import { type BeforePlan, beforePlanOf, onPlanSince } from '#shared/agenda/added.ts';
import { type AgendaAt, agendaAt, isLostWithNeed, standingOf } from '#shared/agenda/agenda-at.ts';
import { type DaySource, type Deadline, dayDeadline } from '#shared/agenda/deadline.ts';
import type { Ladder, Timed } from '#shared/agenda/ladder.ts';
import { idOf, type Matter, type View } from '#shared/agenda/matter.ts';
import { dayBegun, isYetToOpen, type Standing } from '#shared/agenda/standings.ts';
import type { Rank, Ranked } from '#shared/agenda/urgency.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { lastLostOn, letterOf } from '#shared/plan/letters/placed.ts';
import type { World } from '#shared/world/world.ts';
import { type AnswerEvent, eventOf, type Page, pageOf } from './answer-form.ts';
import { discreetTitle } from './discreet.ts';
import { wordsAt } from './matters/matter-words.ts';
import type { MatterWords } from './matters/words-of.ts';

export interface Occasion extends Timed, BeforePlan {
  readonly rule: string;
  /** `plan`, a rotation's id, or `<rotation>/<document kind or letter id>`. */
  readonly subject: string;
  readonly rotationId?: string;
  /** As they are true now. */
  readonly words: MatterWords;
  /** What it names, where it stands for several things. */
  readonly holds?: readonly Held[];
  /** What a subject says instead of the title of a private matter. */
  readonly discreet?: string;
  /** The day of what happened, where that is the news: a writer declined. */
  readonly news?: Day;
  /** Its day follows from a season's date. */
  readonly isOfSeason?: true;
  /** The last day is our estimate, or counted back from one. */
  readonly isLastDayEstimated?: true;
  /** Counted from 0: the order of the plan's state. */
  readonly place: number;
  readonly rank: Rank;
  /** Only its person can answer it. */
  readonly isQuestion?: true;
  /** The page whose form resolves it, where no one press does. */
  readonly resolvedAt?: Page;
  /** The event that the form offers first. */
  readonly event?: AnswerEvent;
  /** A press needs something typed with it, such as a date. */
  readonly asksMore?: true;
}

export interface Held {
  readonly title: string;
  readonly isPaper: boolean;
}

/** Nearest deadline first; whether or not an email is due. */
export function occasionsAt(facts: Facts, world: World, now: Instant): readonly Occasion[] {
  return occasionsOf(agendaAt(facts, world, now));
}

export function occasionsOf(at: AgendaAt): readonly Occasion[] {
  const known = worded.get(at) ?? inWords(at);
  worded.set(at, known);
  return known;
}

// An email and the outlook that is written with it say the same.
const worded = new WeakMap<AgendaAt, readonly Occasion[]>();

function inWords(at: AgendaAt): readonly Occasion[] {
  const { now } = at;
  const begun = dayBegun(at.view.facts.profile.zone, now);
  return at.ordered
    .flatMap(({ matter, rank }, place) => {
      const standing = standingOf(at, matter);
      const isSaid = isLostWithNeed(matter, at) || isAnotherRefusal(matter, at);
      return isToSay(matter, standing, begun) && !isSaid
        ? occasionOf({ matter, standing, rank, place }, at, now)
        : [];
    })
    .toSorted((a, b) =>
      a.deadline.at < b.deadline.at ? -1 : Number(a.deadline.at > b.deadline.at),
    );
}

/** Whatever else a host's page rules out is mentioned with the first reason; a visa, which is private, separately. */
function isAnotherRefusal(matter: Matter, at: AgendaAt): boolean {
  const isOpenly = (each: Matter) =>
    each.rule === 'gate' &&
    each.kind === 'conflict' &&
    each.about.gate !== 'visa' &&
    standingOf(at, each).lostWith === undefined;
  const first = at.matters.find(
    (each) => isOpenly(each) && each.about.rotationId === matter.about.rotationId,
  );
  return isOpenly(matter) && first !== matter;
}

/** The reader's own, or a loss, even of what another party held; what opens later is mentioned on its morning. */
function isToSay(matter: Matter, standing: Standing, begun: Day): boolean {
  if (standing.name === 'lost') return standing.lostWith === undefined;
  if (matter.whose !== 'applicant') return false;
  if (standing.name === 'ahead') {
    return isYetToOpen(matter, begun) && !standing.need && !standing.planned;
  }
  // Whether it is possible is still to be asked; its day comes all the same.
  return standing.name === 'open' || standing.name === 'late' || standing.name === 'unknown';
}

function occasionOf(
  of: Ranked & { readonly standing: Standing; readonly place: number },
  { view, matters }: AgendaAt,
  now: Instant,
): Occasion[] {
  const { matter, standing, rank, place } = of;
  const { since } = sinceOf(matter, view);
  const lostBy = lostByOf(matter, standing, now);
  const told = lostBy && ruledOutOn(matter, since, view.facts);
  const deadline = told ? dayDeadline(told, ENTERED_PLAN) : deadlineOf(matter, standing, now);
  if (!deadline) return [];
  const { rule, subject, opens, safeBy, due, lastDay } = matter;
  const rotationId = rotationIdOf(matter);
  const wasLost = standing.name === 'lost';
  const discreet = discreetTitle(matter, view);
  const news = newsOf(matter, view);
  return [
    {
      rule,
      subject,
      ...(rotationId && { rotationId }),
      ladder: ladderOf(matter, standing),
      ...(lostBy && { lostBy }),
      ...(matter.kind === 'question' && { isQuestion: true as const }),
      place,
      rank,
      ...(opens && !wasLost && { opens }),
      ...(since && { since }),
      ...acceptedOf(matter, view),
      ...(safeBy && due && safeBy < due.day && !wasLost && !matter.begun && { startBy: safeBy }),
      ...(lastDay && !wasLost && { lastDay: lastDay.day }),
      ...(lastDay?.certainty === 'estimated' && { isLastDayEstimated: true as const }),
      ...waitOf(matter, standing, matters),
      deadline,
      words: wordsAt(matter, standing.name, view, now),
      ...(discreet && { discreet: wasLost ? `no longer possible: ${discreet}` : discreet }),
      ...(news && !wasLost && { news }),
      ...beforePlanOf(matter, view.facts),
      ...((matter.stake === 'season' || matter.count) && { isOfSeason: true as const }),
      ...eventOf(matter),
      ...(!(wasLost && matter.count) && pageOf(matter)),
    },
  ];
}

/** Letters that no rotation gave have a place of their own. */
function rotationIdOf({ about, subject }: Matter): string | undefined {
  if (about.rotationId) return about.rotationId;
  return about.letterId && subject.startsWith(`${OWN_LETTERS}/`) ? OWN_LETTERS : undefined;
}

/** Two facts that cannot both hold, or one before its last day: an appointment after the rotation's first day. */
function lostByOf({ kind, lastDay }: Matter, { name }: Standing, now: Instant): Timed['lostBy'] {
  if (kind === 'conflict') return 'conflict';
  return name === 'lost' && lastDay && now < lastDay.at ? 'fact' : undefined;
}

/** One email says that a host rules a rotation out, whatever is reported later. */
function ruledOutOn(matter: Matter, since: Day | undefined, facts: Facts): Day | undefined {
  if (matter.rule === 'gate') return onPlanSince(matter, facts);
  return matter.kind === 'conflict' ? undefined : since;
}

/** Its own day; else the day from which it is asked. */
function deadlineOf(matter: Matter, { name }: Standing, now: Instant): Deadline | undefined {
  const { rule, due, opens, lastDay, count } = matter;
  if (name === 'lost') {
    const day = count?.missedAfter ?? opens ?? due?.day ?? dayIn(EASTERN, now);
    return lastDay ?? dayDeadline(day, sourceOf(matter));
  }
  // Where no day of an offer is known, its end is asked about, and the day it came is nobody's deadline.
  if (!due && rule === 'accept') return undefined;
  return due ?? (opens && dayDeadline(opens, sourceOf(matter)));
}

/** Where a day comes from that is nobody's deadline: what was entered, unless the matter names another source. */
function sourceOf({ due, opensBy }: Matter): DaySource {
  return due ?? opensBy ?? ENTERED_PLAN;
}

const ENTERED_PLAN: DaySource = { certainty: 'entered', source: 'the plan, as entered' };

function ladderOf({ rule, kind, hard }: Matter, standing: Standing): Ladder {
  if (standing.name === 'lost') return 'loss';
  if (kind === 'question') return QUESTION_LADDERS[rule] ?? 'question';
  if (!hard) return 'advised';
  return rule === 'accept' ? 'offer' : 'hard';
}

/** A writer's no, or silence: what is due since then is asked for from that day, whatever day was due before. */
function newsOf({ rule, about, opens, due }: Matter, { facts }: View): Day | undefined {
  if (rule === 'letter-declined' || rule === 'call-writer') return opens;
  if (rule !== 'G15') return undefined;
  const rotation = facts.rotations.find(({ id }) => id === about.rotationId);
  const last = lastLostOn(rotation?.letters);
  return last && due && last >= due.day ? last : undefined;
}

const QUESTION_LADDERS: Readonly<Record<string, Ladder>> = {
  'offer-end': 'offer-question',
  'apply-by': 'day-question',
  started: 'assumed-question',
  ended: 'assumed-question',
};

/** The day from which it belongs to the plan as it is: with it, days of its ladder may be past already. */
function sinceOf(matter: Matter, { facts }: View): { readonly since?: Day } {
  const { about, rule, due } = matter;
  // A day of one's own needs no word two weeks before it.
  if (rule === 'own-task' && due) return { since: plusDays(due.day, -OWN_DAYS_BEFORE) };
  const rotation = facts.rotations.find(({ id }) => id === about.rotationId);
  const letters = [...(facts.letters ?? []), ...(rotation?.letters ?? [])];
  const since = (letters.find(({ id }) => id === about.letterId) ?? rotation)?.since;
  if (since) return { since: dayIn(facts.profile.zone, since) };
  const first = onPlanSince(matter, facts);
  return first ? { since: first } : {};
}

const OWN_DAYS_BEFORE = 3;

/** A yes, of the host or of the writer, makes binding what was late before. */
function acceptedOf({ rule, about }: Matter, { facts }: View): { readonly acceptedOn?: Day } {
  if (rule === 'G16b' && about.letterId) {
    const since = letterOf(facts, about.letterId)?.letter.since;
    return since ? { acceptedOn: dayIn(facts.profile.zone, since) } : {};
  }
  const rotation = facts.rotations.find(({ id }) => id === about.rotationId);
  return rotation?.acceptedOn ? { acceptedOn: rotation.acceptedOn } : {};
}

/** The host's last day to apply is asked for with any email, two weeks before the estimate at the latest; a missed count within a week. */
function waitOf(
  { rule, subject, count }: Matter,
  standing: Standing,
  matters: readonly Matter[],
): { readonly mayWaitUntil?: Day } {
  if (standing.name === 'lost' && count?.missedAfter) {
    return { mayWaitUntil: plusDays(count.missedAfter, MISSED_SAID_DAYS) };
  }
  if (rule !== 'apply-by') return {};
  const estimate = matters.find((each) => each.id === idOf('apply', subject))?.due?.day;
  return estimate ? { mayWaitUntil: plusDays(estimate, -ASKED_DAYS_BEFORE) } : {};
}

const ASKED_DAYS_BEFORE = 14;
const MISSED_SAID_DAYS = 7;

/** A hard date that has passed: an advisor is notified. */
export function isMissed(occasion: Occasion, now: Instant): boolean {
  return isHard(occasion) && now >= occasion.deadline.at;
}

/** A host, ERAS, NRMP, or an offer states its day. */
export function isHard({ ladder }: Pick<Occasion, 'ladder'>): boolean {
  return ladder === 'hard' || ladder === 'offer';
}

/** What can no longer be done for a rotation that is still on the plan. */
export function isLostRotation({ ladder, rotationId }: Occasion): boolean {
  return ladder === 'loss' && rotationId !== undefined;
}

/** The day that every reader is shown first. */
export function shownDay({ startBy, deadline }: Occasion): Day {
  return startBy ?? deadline.day;
}
