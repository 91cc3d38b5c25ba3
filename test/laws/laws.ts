/** What holds of every agenda. Each law names what breaks it on one generated plan. */
import { type AgendaAt, agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Answer } from '#shared/agenda/answer.ts';
import { dayShown, type Matter } from '#shared/agenda/matter.ts';
import { COLORS, dayBegun, type Standing } from '#shared/agenda/standings.ts';
import { daysBetween, plusDays } from '#shared/base/time/day.ts';
import { DAY_MS, dayIn, EASTERN, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { calendarEntries, occasionKey } from '#shared/people/mailing/entry.ts';
import { mostPressing } from '#shared/people/mailing/most-pressing.ts';
import { planNudges } from '#shared/people/mailing/plan.ts';
import { planReport } from '#shared/people/plan-report/plan-report.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { transition } from '#shared/plan/moves/transition.ts';
import { seasonLanes } from '#shared/views/pages/plan/season-lanes.ts';
import { occasionsOf, shownDay } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { misplaced } from './ends.ts';
import { expectedIds } from './expected.ts';
import { oneList } from './one-list.ts';
import type { GeneratedPlan } from './plans.ts';
import { nothingFalseIsAsked, nothingLateIsSilent } from './told.ts';
import { typedEvent } from './typed.ts';

/** Facts and a moment, judged. A planted fault is another judge. */
export type Judge = (facts: Facts, now: Instant) => AgendaAt;
export const JUDGE: Judge = (facts, now) => agendaAt(facts, PUBLISHED_WORLD, now);

type Law = (plan: GeneratedPlan, judge: Judge) => string[];

export const LAWS: Readonly<Record<string, Law>> = {
  '1, one voice: emails, the command, and the calendar show the same day for a matter': oneVoice,
  '1b, one list: what is late or impossible, the command names as such with the same days': oneList,
  '1c, one first: what the pages and emails put first is what the state names': oneFirst,
  '2, the button works: an answer makes a matter done, passes it on, or records that it has begun':
    theButtonWorks,
  '3, nothing late is silent: what becomes late or lost is emailed as such, within two or seven days':
    (plan, judge) => nothingLateIsSilent(plan, judge),
  '4, nothing false is asked: no email names what is done, lost, another’s, or waits for something':
    (plan, judge) => nothingFalseIsAsked(plan, judge),
  '4b, nothing is called on track while something is late or lost': nothingFalseIsSaid,
  '4c, nothing is called calm in the last seven days of an offer, or the last three of another hard day':
    lastDaysAreSaid,
  '5, days hold still: what one writes, pays, and wishes moves no day': daysHoldStill,
  '6, doing helps: what is reported done worsens nothing that was on the agenda': doingHelps,
  '7, nothing is left out: every step, paper, letter, and date of the world that must be there is':
    nothingIsLeftOut,
  '7b, every rule of the guide ends in a matter, or in a reason that holds': everyRuleEnds,
};

function oneFirst({ applicant, now }: GeneratedPlan, judge: Judge): string[] {
  const at = judge(applicant.facts, now);
  const { state } = at;
  const named =
    state.name === 'under-way' ? state.next : 'first' in state ? state.first : undefined;
  if (!named) return [];
  const { rule, subject } = named;
  const [first] = mostPressing(occasionsOf(at), dayBegun(applicant.facts.profile.zone, now));
  return first?.rule === rule && first.subject === subject
    ? []
    : [`the state names ${rule} ${subject}, the page ${first?.rule} ${first?.subject}`];
}

function oneVoice({ applicant, now }: GeneratedPlan, judge: Judge): string[] {
  const { facts } = applicant;
  const open = occasionsOf(judge(facts, now)).filter(({ ladder }) => ladder !== 'loss');
  const days = new Map(open.map((each) => [occasionKey(each.rule, each.subject), shownDay(each)]));
  const shown = [
    ...(planNudges(applicant, PUBLISHED_WORLD, now).email?.nudges ?? [])
      .filter(({ occasion }) => occasion.ladder !== 'loss')
      .map(({ occasion }) => ({
        by: 'an email',
        key: occasionKey(occasion.rule, occasion.subject),
        day: shownDay(occasion),
      })),
    ...planReport(facts, PUBLISHED_WORLD, now).nudges.map(({ rule, subject, shown }) => ({
      by: 'the command',
      key: occasionKey(rule, subject),
      day: shown,
    })),
    ...calendarEntries(applicant, PUBLISHED_WORLD, now).map(({ key, day }) => ({
      by: 'the calendar',
      key,
      day,
    })),
    ...seasonLanes(facts, PUBLISHED_WORLD, now).lanes.flatMap(({ next }) =>
      next
        ? [
            {
              by: 'the picture',
              key: occasionKey(next.matter.rule, next.matter.subject),
              day: next.day,
            },
          ]
        : [],
    ),
  ];
  return shown.flatMap(({ by, key, day }) => {
    const agreed = days.get(key);
    return agreed !== undefined && agreed !== day
      ? [`${by} shows ${day} for ${key}, the agenda ${agreed}`]
      : [];
  });
}

function theButtonWorks({ applicant, now }: GeneratedPlan, judge: Judge): string[] {
  const { facts } = applicant;
  const before = judge(facts, now);
  return before.matters.flatMap((matter) => {
    const { name } = standingOf(before, matter);
    if (matter.done || (name !== 'open' && name !== 'late' && name !== 'unknown')) return [];
    if (UNPRESSED.includes(matter.kind)) return [];
    if (matter.whose === 'applicant' && matter.answers.length === 0) {
      return [`${matter.id} has no button`];
    }
    return matter.answers.flatMap((answer) => {
      if (answer.does !== 'report') return [];
      const pressed = press(facts, answer, now);
      if (!pressed.ok) {
        // Dates that another rotation holds are refused by name, and the overlap is on the agenda.
        const isTaken =
          pressed.why.includes('dates-overlap') &&
          (answer.asks?.includes('dates') || before.matters.some(({ rule }) => rule === 'overlap'));
        return isTaken ? [] : [`${matter.id}: ${answer.event.type} is refused: ${pressed.why}`];
      }
      const after = judge(pressed.facts, now).matters.find(({ id }) => id === matter.id);
      return hasMoved(matter, after) ? [] : [`${matter.id}: ${answer.event.type} changes nothing`];
    });
  });
}

/** What comes by itself, is counted, or is only shown has no button of its own. */
const UNPRESSED: readonly Matter['kind'][] = ['season', 'count', 'note'];

function hasMoved(before: Matter, after: Matter | undefined): boolean {
  return (
    after === undefined ||
    after.done === true ||
    (after.begun === true && before.begun === undefined) ||
    after.heldBy?.party !== before.heldBy?.party ||
    after.subject !== before.subject ||
    // Other dates move its days; a question comes back on another day.
    after.opens !== before.opens ||
    after.due?.day !== before.due?.day
  );
}

function nothingFalseIsSaid({ applicant, now }: GeneratedPlan, judge: Judge): string[] {
  const at = judge(applicant.facts, now);
  if (at.state.name !== 'on-track') return [];
  return at.matters
    .filter((each) => {
      const { name, color, byDays = 0 } = standingOf(at, each);
      const isRed = color === 'red' || color === 'cannot-be-saved';
      return (
        each.stake !== 'comfort' &&
        ((name === 'late' && each.whose === 'applicant') ||
          (isRed && name === 'lost' && byDays <= 30))
      );
    })
    .map(({ id }) => `on track, and ${id} is not`);
}

const CALM: readonly string[] = ['under-way', 'waiting', 'on-track'];

/** Now, and two days before each day ahead: few plans are generated on the eve of a hard day. */
function lastDaysAreSaid({ applicant: { facts }, now }: GeneratedPlan, judge: Judge): string[] {
  const eves = judge(facts, now).matters.flatMap(({ hard, due, done }) =>
    hard && due && !done && due.at > now ? [plusMs(due.at, -2 * DAY_MS)] : [],
  );
  return [now, ...new Set(eves)].flatMap((moment) => calmInLastDays(facts, moment, judge));
}

function calmInLastDays(facts: Facts, now: Instant, judge: Judge): string[] {
  const at = judge(facts, now);
  if (!CALM.includes(at.state.name)) return [];
  const today = dayIn(facts.profile.zone, now);
  return at.matters.flatMap((each) => {
    const { id, rule, due, hard, whose, stake } = each;
    const isTheirs = whose === 'applicant' && stake !== 'comfort';
    if (!due || !hard || !isTheirs || standingOf(at, each).name !== 'open') return [];
    const left = daysBetween(today, due.day);
    return left <= (rule === 'accept' ? 7 : 3)
      ? [`${at.state.name}, and ${id} has ${left} days`]
      : [];
  });
}

/** Events that are no input of any day. */
const IDLE: readonly PlanEvent[] = [
  { type: 'zone-changed', zone: 'Asia/Tokyo' },
  { type: 'cost-entered', cost: { kind: 'other', amountUsd: 10, state: 'planned' } },
  { type: 'packet-entered', item: 'cv', text: 'A short CV.' },
  {
    type: 'profile-changed',
    profile: { name: 'Another Name', school: 'Another School', pathway: 'dr-esir' },
  },
];

function daysHoldStill({ applicant, now }: GeneratedPlan, judge: Judge): string[] {
  const { facts } = applicant;
  const days = daysOf(judge(facts, now));
  const later = plusYear(now);
  return [
    ...IDLE.flatMap((event) => {
      const moved = transition(facts, event, 'new', now, PUBLISHED_WORLD);
      return moved.ok ? movedDays(days, judge(moved.value, now), event.type) : [];
    }),
    ...movedDays(days, judge(facts, later), 'a year'),
  ];
}

function movedDays(days: ReadonlyMap<string, string>, after: AgendaAt, by: string): string[] {
  return [...daysOf(after)].flatMap(([id, text]) => {
    const was = days.get(id);
    return was !== undefined && was !== text ? [`${by} moves ${id} from ${was} to ${text}`] : [];
  });
}

function daysOf({ matters }: AgendaAt): Map<string, string> {
  return new Map(
    matters.map((each) => [
      each.id,
      [each.opens, each.due?.day, each.safeBy, each.lastDay?.day, dayShown(each)].join(' '),
    ]),
  );
}

function plusYear(now: Instant): Instant {
  return `${plusDays(dayIn(EASTERN, now), 365)}T17:00:00.000Z` as Instant;
}

function doingHelps({ applicant, now }: GeneratedPlan, judge: Judge): string[] {
  const { facts } = applicant;
  const before = judge(facts, now);
  return before.matters.flatMap((matter) => {
    const { name } = standingOf(before, matter);
    if (matter.done || (name !== 'open' && name !== 'late')) return [];
    if (matter.kind === 'question') return [];
    return matter.answers.flatMap((answer) => {
      // A day that is entered with the answer is a new fact, and accepting makes days hard.
      const isNewDay = answer.does === 'report' && answer.asks?.some((each) => DAYS.includes(each));
      if (answer.does !== 'report' || isNewDay) return [];
      if (answer.event.type === 'accepted') return [];
      const pressed = press(facts, answer, now);
      if (!pressed.ok) return [];
      const after = judge(pressed.facts, now);
      if (!after.matters.some(({ id, done }) => id === matter.id && done)) return [];
      return after.matters.flatMap((other) => {
        const was = before.standings.get(other.id);
        // What it releases may show its own day.
        if (!was || was.need !== undefined) return [];
        const is = standingOf(after, other);
        return badness(is) > badness(was)
          ? [
              `${matter.id} by ${answer.event.type} worsens ${other.id} from ${was.name} to ${is.name}`,
            ]
          : [];
      });
    });
  });
}

const DAYS: readonly string[] = ['dates', 'appointmentOn'];

/** Worse is more: what is late or lost, by its color. */
function badness({ name, color }: Standing): number {
  if (name !== 'late' && name !== 'lost') return 0;
  return COLORS.length - COLORS.indexOf(color);
}

function everyRuleEnds(plan: GeneratedPlan, judge: Judge): string[] {
  return misplaced(plan, judge(plan.applicant.facts, plan.now));
}

function nothingIsLeftOut({ applicant, now }: GeneratedPlan, judge: Judge): string[] {
  const ids = new Set(judge(applicant.facts, now).matters.map(({ id }) => id));
  return expectedIds(applicant.facts, PUBLISHED_WORLD)
    .filter((id) => !ids.has(id))
    .map((id) => `${id} is left out`);
}

type Pressed =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly why: string };

/** The facts after a press. */
function press(facts: Facts, answer: Answer & { does: 'report' }, now: Instant): Pressed {
  const moved = transition(facts, typedEvent(answer, now), 'pressed', now, PUBLISHED_WORLD);
  return moved.ok
    ? { ok: true, facts: moved.value }
    : { ok: false, why: JSON.stringify(moved.failure) };
}
