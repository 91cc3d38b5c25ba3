/** How the people of a season act: without emails here, each act judged as an update of their plan. */
import { expect, test } from 'vitest';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { accept, withTimePassed } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { actOf, bornOf, nextVisitAt, peopleOf } from './people.ts';
import { randomOf } from './random.ts';

const NOVEMBER: Instant = '2026-11-23T05:00:00.000Z';

test('a graduate finds a mentor, agrees, does the research, and gets the letter', () => {
  const lives = [1, 2, 3, 4, 5, 6].flatMap((seed) => stagesOfStays(livedBy('emeka', seed)));
  // Who enters without a visa has no papers to collect.
  expect(lives).toEqual(
    expect.arrayContaining([
      'identify apply documents rotate request-letter letter-received',
      'identify apply rotate request-letter letter-received closed',
    ]),
  );
});

test('a student has no research stay', () => {
  const versions = livedBy('julia', 1);
  expect(versions.at(-1)?.facts.rotations.length).toBeGreaterThan(0);
  expect(stagesOfStays(versions)).toEqual([]);
});

/** The stages that each research stay went through. */
function stagesOfStays(versions: readonly Applicant[]): string[] {
  const stays = versions.flatMap(({ facts }) =>
    facts.rotations.filter(({ mode }) => mode === 'research'),
  );
  return [...Map.groupBy(stays, ({ id }) => id).values()].map((each) =>
    [...new Set(each.map(({ stage }) => stage))].join(' '),
  );
}

/** Every version of the plan, until eighteen months are over. */
function livedBy(id: string, seed: number): Applicant[] {
  const person = peopleOf(20, randomOf(seed)).find((each) => each.id === id);
  if (!person) throw new Error(`${id} is not in the cast.`);
  let at = NOVEMBER;
  const versions = [bornOf(person, at)];
  while (at < plusMs(NOVEMBER, 548 * DAY_MS)) {
    const present = withTimePassed(versions.at(-1) ?? bornOf(person, at), at, PUBLISHED_WORLD);
    const act = actOf(person, present, at);
    const verdict = act.kind === 'update' && accept(present, act.update, at, PUBLISHED_WORLD);
    versions.push(verdict && verdict.verdict === 'accepted' ? verdict.applicant : present);
    at = nextVisitAt(person, at);
  }
  return versions;
}
