/** The report says about a plan what the agenda says, and is written again before that can change. */
import { expect, test } from 'vitest';
import { type AgendaAt, agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { changesAt } from '#shared/agenda/changes-at.ts';
import { dayShown, type Matter } from '#shared/agenda/matter.ts';
import { COLORS } from '#shared/agenda/standings.ts';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { reportRow } from '#shared/cohort/report/row.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { type GeneratedPlan, plansOf } from './plans.ts';

const PLANS = plansOf(200);

test('what comes next in the report shows the day of the agenda', () => {
  let shown = 0;
  for (const plan of PLANS) {
    const { next } = rowOf(plan);
    if (!next) continue;
    const days = agendaOf(plan)
      .matters.filter(
        ({ rule, about }) =>
          rule === next.rule && (about.rotationId ?? '') === (next.rotationId ?? ''),
      )
      .map(dayShown);
    expect(days, `plan ${plan.seed}: ${next.title}`).toContain(next.startBy ?? next.day);
    shown += Number(next.startBy !== undefined);
  }
  expect(shown).toBeGreaterThan(0);
});

test('nobody has another color in the report than on the agenda', () => {
  const seen = new Set<string>();
  for (const plan of PLANS) {
    const row = rowOf(plan);
    const [level = 'green'] = row.findings
      .filter(({ owner, code }) => owner !== 'advisor' && code !== 'U1')
      .map((each) => each.level);
    const at = agendaOf(plan);
    expect(row.of.outlook?.state, `plan ${plan.seed}`).toBe(at.state.name);
    expect(level, `plan ${plan.seed}`).toBe(worstOf(at));
    seen.add(level);
  }
  expect([...seen].toSorted()).toEqual([
    'amber',
    'cannot-be-saved',
    'gray',
    'green',
    'outside',
    'red',
  ]);
});

test('a plan whose own page says that it needs its owner, or cannot be, is never uncolored for what is late or lost', () => {
  for (const plan of PLANS) {
    const { state } = agendaOf(plan);
    const isLate = (state.name === 'needs-you' && state.late > 0) || state.name === 'cannot-be';
    if (isLate) expect(rowOf(plan).findings[0]?.level, `plan ${plan.seed}`).not.toBeUndefined();
    if (state.name === 'on-track') expect(rowOf(plan).findings[0]?.level).not.toBe('red');
  }
});

test('no standing, no state, and no finding changes before the moment at which somebody visits again', () => {
  for (const { seed, applicant, now } of PLANS) {
    let at = now;
    let seen = applicant;
    for (let visit = 0; visit < 3; visit += 1) {
      seen = withOutlook(seen, PUBLISHED_WORLD, at);
      const next = seen.outlook?.changesAt ?? plusMs(at, 60 * DAY_MS);
      const before = plusMs(next, -1);
      expect(saidOf(seen, before), `plan ${seed}, ${at} and ${before}`).toEqual(saidOf(seen, at));
      at = next;
    }
  }
});

test('hardly anybody is visited where no reader would see a change', () => {
  const idle: string[] = [];
  let visits = 0;
  for (const { seed, applicant, now } of PLANS) {
    let at = now;
    for (let visit = 0; visit < 5; visit += 1) {
      const next = changesAt(agendaAt(applicant.facts, PUBLISHED_WORLD, at), at);
      if (!next) break;
      visits += 1;
      const isSeen = shownOf(applicant, plusMs(next, -1)) !== shownOf(applicant, next);
      if (!isSeen) idle.push(`plan ${seed} at ${next}`);
      at = next;
    }
  }
  // A question about a lost rotation opens unseen, and a list has room for so many findings.
  expect(idle.length, idle.join('\n')).toBeLessThan(visits / 20);
});

test('the laws would see a fault: a grave finding left out, and a visit that comes too late', () => {
  const uncolored = PLANS.filter((plan) => {
    const { findings } = rowOf(plan);
    const [second] = findings.filter(({ level }) => level !== findings[0]?.level);
    return (second?.level ?? 'green') !== worstOf(agendaOf(plan));
  });
  const stale = PLANS.filter((plan) => {
    const { applicant, now } = plan;
    const next = changesAt(agendaOf(plan), now);
    return (
      next && JSON.stringify(saidOf(applicant, next)) !== JSON.stringify(saidOf(applicant, now))
    );
  });
  expect(uncolored.length).toBeGreaterThan(PLANS.length / 2);
  expect(stale.length).toBeGreaterThan(PLANS.length / 4);
});

function agendaOf({ applicant, now }: GeneratedPlan): AgendaAt {
  return agendaAt(applicant.facts, PUBLISHED_WORLD, now);
}

function rowOf({ applicant, now }: GeneratedPlan) {
  return reportRow(summaryOfApplicant(withOutlook(applicant, PUBLISHED_WORLD, now)), now);
}

/** By hand from the design: comfort aside, nothing once the season is over, a loss for thirty days, nobody late for another. */
function worstOf(at: AgendaAt): string {
  if (at.state.name === 'over') return 'green';
  const colors = at.matters
    .filter(({ stake }) => stake !== 'comfort')
    .map((matter) => ({ matter, ...standingOf(at, matter) }))
    .filter(({ color, byDays = 0 }) => color !== 'none' && !(isLoss(color) && byDays > 30))
    .map(({ matter, name, color }) => (name === 'late' && isOthers(matter) ? 'outside' : color));
  return COLORS.find((color) => colors.includes(color)) ?? 'green';
}

function isLoss(color: string): boolean {
  return color === 'cannot-be-saved';
}

function isOthers({ whose }: Matter): boolean {
  return whose !== 'applicant';
}

/** What stands where, and in which order it presses. */
function shownOf(applicant: GeneratedPlan['applicant'], now: Instant): string {
  const { ordered, state } = agendaAt(applicant.facts, PUBLISHED_WORLD, now);
  const ranks = ordered.map(({ matter, rank }) => [matter.id, rank]);
  return JSON.stringify([state.name, ranks, saidOf(applicant, now)]);
}

function saidOf(applicant: GeneratedPlan['applicant'], now: Instant) {
  const at = agendaAt(applicant.facts, PUBLISHED_WORLD, now);
  return {
    state: at.state.name,
    standings: at.matters.map((each) => {
      const { name, color } = standingOf(at, each);
      return [each.id, name, color];
    }),
    findings: withOutlook(applicant, PUBLISHED_WORLD, now).outlook?.findings,
  };
}
