/** Whom a correction would affect: Alice is in the advisor's cohort, Bob in another; both apply to Yale. */
import { expect, test } from 'vitest';
import { reachOfCorrection } from '#functions/reach-of-correction.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { confirmCorrection, correct } from '#shared/world/corrections/change-world.ts';
import { correctionSchema } from '#shared/world/corrections/correction.ts';
import { UNCHANGED_WORLD, type WorldItem } from '#shared/world/corrections/world-item.ts';
import { memoryStore } from '../season/memory-store.ts';
import { aliceAtYale, FEBRUARY } from '../shared/people/mailing/alice.ts';

const DANA = { by: 'Dana', advisorId: 'dana', cohortIds: ['c1'] };
const PAGE = {
  source: 'https://medicine.yale.edu/',
  checkedOn: '2027-02-01',
  certainty: 'official',
  unconfirmed: DANA,
};
const LEAD = { ...PAGE, of: 'host', institutionId: 'yale', field: 'leadDays', value: 130 };
const GRADUATES = { ...LEAD, field: 'graduates', value: 'yes' };

test('of a deadline: who still has it ahead, with the day before and after', async () => {
  const applied = aliceAtYale('amy');
  const [rotation] = applied.facts.rotations;
  const amy = {
    ...applied,
    facts: {
      ...applied.facts,
      rotations: rotation ? [{ ...rotation, stage: 'apply', status: 'submitted' } as const] : [],
    },
  };
  const { people } = await reach(LEAD, [
    aliceAtYale(),
    amy,
    { ...aliceAtYale('bob'), cohortId: 'c2' },
  ]);
  expect(
    people.map(({ name, moves }) => [name, moves.map(({ was, is }) => `${was} ${is}`)]),
  ).toEqual([['Alice Mathew', ['2027-07-04 2027-06-24']]]);
});

test('of another cell: who has a rotation there that is not over', async () => {
  const elsewhere = {
    ...aliceAtYale('eve'),
    facts: { ...aliceAtYale('eve').facts, rotations: [] },
  };
  const { people, others } = await reach(GRADUATES, [aliceAtYale(), elsewhere]);
  expect([people.length, others]).toEqual([1, undefined]);
});

test('confirmed for everyone, others are a number, and a plan that is being deleted is none', async () => {
  const bob = { ...aliceAtYale('bob'), cohortId: 'c2' };
  const leaving = { ...aliceAtYale('lea'), cohortId: 'c2', leaving: { since: FEBRUARY } };
  const shown = await reach(LEAD, [aliceAtYale(), bob, leaving], true);
  expect(shown.others).toEqual({ count: 1, isComplete: true });
});

test('beyond a thousand people it says at least', async () => {
  const crowd = Array.from({ length: 1_110 }, (_, n) => ({
    ...aliceAtYale(`p${n}`),
    cohortId: 'c2',
  }));
  const { others } = await reach(LEAD, crowd, true);
  expect(others).toEqual({ count: 1_000, isComplete: false });
});

test('of a sheet: a day of which no email speaks counts beside one that moves nobody', async () => {
  const payment = { ...LEAD, field: 'payment', value: 45 };
  const upmc = { institutionId: 'upmc-international-electives', certainty: 'secondary' };
  const elsewhere = { ...LEAD, ...upmc };
  const { people } = await reach([elsewhere, payment], [aliceAtYale()]);
  expect(people.map(({ name, moves }) => [name, moves])).toEqual([['Alice Mathew', []]]);
});

async function reach(
  of: object | readonly object[],
  people: readonly Applicant[],
  isConfirmed = false,
) {
  const store = memoryStore();
  for (const person of people) await store.write(person);
  const entered = [of].flat().reduce((item: WorldItem, each, at) => {
    const id = 'abc'.charAt(at);
    return value(correct(item, correctionSchema.parse({ ...each, id }), by(id), FEBRUARY));
  }, UNCHANGED_WORLD);
  const before = isConfirmed ? entered : UNCHANGED_WORLD;
  const after = isConfirmed ? value(confirmCorrection(entered, 'a', by('b'), FEBRUARY)) : entered;
  const { corrections } = after;
  const cohortIds = isConfirmed ? ['c3'] : ['c1'];
  return reachOfCorrection({ store, now: FEBRUARY, before, after, corrections, cohortIds });
}

function by(id: string) {
  return { id, by: 'Dana', reason: 'read it' };
}

function value(result: ReturnType<typeof correct>): WorldItem {
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}
