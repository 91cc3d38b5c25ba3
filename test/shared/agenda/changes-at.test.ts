/** Until the moment at which an agenda is judged again, what comes first on it stays what it is. */
import { expect, test } from 'vitest';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { changesAt } from '#shared/agenda/changes-at.ts';
import { DAY_MS, type Instant, plusMs, SECOND_MS } from '#shared/base/time/instant.ts';
import { nextTimeMoveAt, withTimePassed } from '#shared/people/applicant/accept.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { type GeneratedPlan, planOf, plansOf } from '../../laws/plans.ts';

const DAYS = 200;

/** In these, what was to be lost soon is past its day. */
const PAST = [402, 518].map(planOf);

test('the order of matters changes at no other moment', () => {
  expect([...plansOf(90), ...PAST].flatMap(changedBetween)).toEqual([]);
});

function changedBetween({ applicant, now, seed }: GeneratedPlan): string[] {
  const changed: string[] = [];
  const until = plusMs(now, DAYS * DAY_MS);
  let person = applicant;
  let at: Instant | undefined = now;
  while (at && at < until) {
    person = withTimePassed(person, at, PUBLISHED_WORLD);
    const next = nextChange(person, at);
    const before = next && plusMs(next, -SECOND_MS);
    if (before && before > at && orderAt(person.facts, at) !== orderAt(person.facts, before)) {
      changed.push(`plan ${seed} between ${at} and ${before}`);
    }
    at = next;
  }
  return changed;
}

function nextChange(person: GeneratedPlan['applicant'], at: Instant): Instant | undefined {
  const [next] = [
    changesAt(agendaAt(person.facts, PUBLISHED_WORLD, at), at),
    nextTimeMoveAt(person, PUBLISHED_WORLD),
  ]
    .filter((each) => each !== undefined && each > at)
    .toSorted();
  return next;
}

function orderAt(facts: Facts, at: Instant): string {
  const { ordered } = agendaAt(facts, PUBLISHED_WORLD, at);
  return ordered.map(({ matter, rank }) => `${matter.id} ${rank}`).join('\n');
}
