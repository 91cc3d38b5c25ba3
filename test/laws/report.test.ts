/** The report says of a plan what the agenda says, and is written again before that can change. */
import { expect, test } from 'vitest';
import { type AgendaAt, agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { changesAt } from '#shared/agenda/changes-at.ts';
import type { Matter } from '#shared/agenda/matter.ts';
import { COLORS } from '#shared/agenda/standings.ts';
import { DAY_MS, type Instant, msBetween, plusMs } from '#shared/base/time/instant.ts';
import { reportRow } from '#shared/cohort/report/row.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { type GeneratedPlan, plansOf } from './plans.ts';

const PLANS = plansOf();

test('nobody is colored otherwise in the report than on the agenda', () => {
  const seen = new Set<string>();
  for (const plan of PLANS) {
    const row = rowOf(plan);
    const [level = 'green'] = row.findings
      .filter(({ owner, code }) => owner !== 'advisor' && code !== 'U1')
      .map((each) => each.level);
    const at = agendaAt(plan.applicant.facts, PUBLISHED_WORLD, plan.now);
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
    const { state } = agendaAt(plan.applicant.facts, PUBLISHED_WORLD, plan.now);
    const isLate = (state.name === 'needs-you' && state.late > 0) || state.name === 'cannot-be';
    if (isLate) expect(rowOf(plan).level, `plan ${plan.seed}`).not.toBeUndefined();
    if (state.name === 'on-track') expect(rowOf(plan).level).not.toBe('red');
  }
});

test('no standing, no state, and no finding changes before the moment at which somebody visits again', () => {
  for (const { seed, applicant, now } of PLANS) {
    let at = now;
    for (let visit = 0; visit < 4; visit += 1) {
      const agenda = agendaAt(applicant.facts, PUBLISHED_WORLD, at);
      const next = changesAt(agenda, at) ?? plusMs(at, 60 * DAY_MS);
      const between = plusMs(at, Math.floor(msBetween(at, next) / 2));
      for (const later of [between, plusMs(next, -1)]) {
        expect(saidOf(applicant, later), `plan ${seed}, ${at} and ${later}`).toEqual(
          saidOf(applicant, at),
        );
      }
      at = next;
    }
  }
});

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
