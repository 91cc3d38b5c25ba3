/** What holds of every agenda, shown on generated plans. Each law fails on a planted fault, at the end. */
import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { type AgendaAt, agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Answer } from '#shared/agenda/answer.ts';
import { dayShown, type Matter } from '#shared/agenda/matter.ts';
import { COLORS, STANDING_NAMES, type Standing } from '#shared/agenda/standings.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { calendarEntries, occasionKey } from '#shared/people/mailing/entry.ts';
import { planNudges } from '#shared/people/mailing/plan.ts';
import { planReport } from '#shared/people/plan-report/plan-report.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { transition } from '#shared/plan/moves/transition.ts';
import { FINDING_RULES } from '#shared/words/findings.ts';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';
import { occasionsOf, shownDay } from '#shared/words/occasions.ts';
import { GUIDE_RULES } from '#shared/world/guide/rules.ts';
import { SEASON_EVENT_NAMES } from '#shared/world/season/events.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { type GeneratedPlan, plansOf } from './plans.ts';

const PLANS = plansOf();

describe('the generated plans', () => {
  test('reach every kind of matter and every standing', () => {
    const seen = new Set(PLANS.flatMap((plan) => eachMatter(plan).map(([, { kind }]) => kind)));
    const standings = new Set(
      PLANS.flatMap((plan) => eachMatter(plan).map(([at, matter]) => standingOf(at, matter).name)),
    );
    expect([...seen].toSorted()).toEqual(
      ['conflict', 'count', 'letter', 'note', 'paper', 'question', 'season', 'step'].filter(
        (kind) => seen.has(kind as Matter['kind']),
      ),
    );
    expect(seen.size).toBeGreaterThanOrEqual(6);
    expect([...standings].toSorted()).toEqual([...STANDING_NAMES].toSorted());
  });
});

test('law 1, one voice: emails, the command, and the calendar show the same day for a matter', () => {
  for (const { seed, applicant, now } of PLANS) {
    const at = agendaAt(applicant.facts, PUBLISHED_WORLD, now);
    const open = occasionsOf(at, now).filter(({ ladder }) => ladder !== 'loss');
    const days = new Map(
      open.map((each) => [occasionKey(each.rule, each.subject), shownDay(each)]),
    );
    const nudges = planNudges(applicant, PUBLISHED_WORLD, now).mail?.nudges ?? [];
    for (const { occasion } of nudges) {
      if (occasion.ladder === 'loss') continue;
      expect(days.get(occasionKey(occasion.rule, occasion.subject)), `plan ${seed}`).toBe(
        shownDay(occasion),
      );
    }
    const report = planReport(applicant.facts, PUBLISHED_WORLD, now);
    for (const { rule, subject, shown } of report.nudges) {
      if (!days.has(occasionKey(rule, subject))) continue;
      expect(days.get(occasionKey(rule, subject)), `plan ${seed}`).toBe(shown);
    }
    for (const { key, day } of calendarEntries(applicant, PUBLISHED_WORLD)) {
      if (days.has(key)) expect(day, `plan ${seed}, ${key}`).toBe(days.get(key));
    }
  }
});

test('law 2, the button works: an answer makes a matter done, passes it on, or records that it has begun', () => {
  for (const { seed, applicant, now } of PLANS) {
    const before = agendaAt(applicant.facts, PUBLISHED_WORLD, now);
    for (const matter of before.matters) {
      const isTask = matter.kind === 'step' || matter.kind === 'paper' || matter.kind === 'letter';
      if (!isTask || matter.done || standingOf(before, matter).name !== 'open') continue;
      const [answer] = matter.answers.filter(({ does }) => does === 'report');
      if (!answer || matter.answers[0]?.does !== 'report') continue;
      const facts = told(applicant.facts, answer, now);
      // A refusal is a sentence; what the rotation cannot take yet is not a broken button.
      if (!facts) continue;
      const after = agenda(facts, PUBLISHED_WORLD).find(({ id }) => id === matter.id);
      const works =
        after === undefined ||
        after.done === true ||
        after.begun === true ||
        after.heldBy?.party !== matter.heldBy?.party;
      expect(works, `plan ${seed}: ${matter.id} by ${JSON.stringify(answer)}`).toBe(true);
    }
  }
});

test('law 4, half: nothing is called on track while something is late or lost', () => {
  for (const { seed, applicant, now } of PLANS) {
    const at = agendaAt(applicant.facts, PUBLISHED_WORLD, now);
    if (at.state.name !== 'on-track') continue;
    const wrong = at.matters.filter((each) => {
      const { name, color, byDays = 0 } = standingOf(at, each);
      const isRed = color === 'red' || color === 'cannot-be-saved';
      return (
        each.stake !== 'comfort' &&
        ((name === 'late' && each.whose === 'applicant') ||
          (isRed && name === 'lost' && byDays <= 30))
      );
    });
    expect(
      wrong.map(({ id }) => id),
      `plan ${seed}`,
    ).toEqual([]);
  }
});

test('law 5, days hold still: where one lives, what one pays, and what one writes move no day', () => {
  const events: PlanEvent[] = [
    { type: 'zone-changed', zone: 'Asia/Tokyo' },
    { type: 'cost-entered', cost: { kind: 'other', amountUsd: 10, state: 'planned' } },
    { type: 'packet-entered', item: 'cv', text: 'A short CV.' },
  ];
  for (const { seed, applicant, now } of PLANS) {
    const days = daysOf(agenda(applicant.facts, PUBLISHED_WORLD));
    for (const event of events) {
      const moved = transition(applicant.facts, event, 'new', now, PUBLISHED_WORLD);
      if (!moved.ok) continue;
      expect(daysOf(agenda(moved.value, PUBLISHED_WORLD)), `plan ${seed}`).toEqual(days);
    }
  }
});

test('law 6, doing helps: what is reported done worsens nothing that was on the agenda', () => {
  for (const { seed, applicant, now } of PLANS) {
    const before = agendaAt(applicant.facts, PUBLISHED_WORLD, now);
    for (const matter of before.matters) {
      if (matter.done || standingOf(before, matter).name !== 'open') continue;
      const answer = matter.answers[0];
      if (answer?.does !== 'report' || matter.kind === 'question') continue;
      // A day that is entered with the answer is a new fact.
      if (answer.asks?.includes('dates')) continue;
      const facts = told(applicant.facts, answer, now);
      if (!facts || !isDoneAfter(facts, matter)) continue;
      const after = agendaAt(facts, PUBLISHED_WORLD, now);
      for (const other of after.matters) {
        const was = before.standings.get(other.id);
        // Accepting makes days hard.
        if (!was || answer.event.type === 'accepted') continue;
        // What it releases may show its own day.
        if (was.need !== undefined) continue;
        const is = standingOf(after, other);
        expect(badness(is), `plan ${seed}: ${matter.id} worsens ${other.id}`).toBeLessThanOrEqual(
          badness(was),
        );
      }
    }
  }
});

test('law 7, nothing is left out: every guide rule and every date of the season', () => {
  const encoded = new Set([...MATTER_RULES, ...FINDING_RULES]);
  expect(GUIDE_RULES.filter(({ id }) => !encoded.has(id)).map(({ id }) => id)).toEqual([]);
  for (const { applicant } of PLANS.slice(0, 20)) {
    const { dates } = PUBLISHED_WORLD.season(applicant.facts.profile.matchYear);
    const rules = new Set(agenda(applicant.facts, PUBLISHED_WORLD).map(({ rule }) => rule));
    const known = SEASON_EVENT_NAMES.filter((event) => dates[event] !== undefined);
    expect(known.filter((event) => !rules.has(event))).toEqual([]);
  }
});

function eachMatter({ applicant, now }: GeneratedPlan): [AgendaAt, Matter][] {
  const at = agendaAt(applicant.facts, PUBLISHED_WORLD, now);
  return at.matters.map((matter) => [at, matter]);
}

function daysOf(matters: readonly Matter[]) {
  return matters.map((each) => [
    each.id,
    each.opens,
    each.due?.day,
    each.safeBy,
    each.lastDay?.day,
    dayShown(each),
  ]);
}

/** Worse is more: what is late or lost, by its color. */
function badness({ name, color }: Standing): number {
  if (name !== 'late' && name !== 'lost') return 0;
  return COLORS.length - COLORS.indexOf(color);
}

function isDoneAfter(facts: Facts, { id }: Matter): boolean {
  return agenda(facts, PUBLISHED_WORLD).some((each) => each.id === id && each.done);
}

/** The facts after a press; undefined where the rotation refuses it. What is to be typed is typed. */
function told(facts: Facts, answer: Answer, now: GeneratedPlan['now']): Facts | undefined {
  if (answer.does !== 'report') return undefined;
  const typed = {
    ...(answer.asks?.includes('writer') && {
      writer: { name: 'Dr. Amsel', specialty: 'ir' as const },
    }),
    ...(answer.asks?.includes('issuedOn') && { issuedOn: dayIn(EASTERN, now) }),
    ...(answer.asks?.includes('mood') && { mood: 'positive' }),
    ...(answer.asks?.includes('mentor') && { mentor: 'Dr. Birk' }),
    ...(answer.asks?.includes('dates') && { dates: { start: '2027-08-02', end: '2027-08-27' } }),
  };
  const event = { ...answer.event, ...typed } as PlanEvent;
  const moved = transition(facts, event, 'pressed', now, PUBLISHED_WORLD);
  return moved.ok ? moved.value : undefined;
}
