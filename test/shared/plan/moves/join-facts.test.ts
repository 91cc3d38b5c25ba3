/** Two plans of one person are joined: nothing is lost, and an undo gives back the owner's plan as it was. */
import { describe, expect, test } from 'vitest';
import { takenBack, undoOf } from '#shared/people/person/undo.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { joinFacts, renamedSubject } from '#shared/plan/moves/join-facts.ts';
import { alice, bob, carol, MONDAY } from '../../../cast.ts';
import { planOf } from '../../../laws/plans.ts';
import { acceptedAtBrown } from './stories.ts';

function joinedOf(own: Facts, other: Facts) {
  const joined = joinFacts(own, other);
  if (!joined.ok) throw new Error('Together they are too much.');
  return joined.value;
}

/** Every text and number in it, with ids by their new names. */
function leavesOf(value: unknown, renamed: Readonly<Record<string, string>> = {}): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap((each) => leavesOf(each, renamed));
  }
  return [renamedSubject(String(value), renamed)];
}

const pairs = Array.from({ length: 150 }, (_, seed) => [seed + 1, ((seed * 7) % 200) + 1] as const);

describe('of any two plans', () => {
  test('nothing is lost: it is on the joined plan, or among the differences that are shown', () => {
    let joinedPlans = 0;
    for (const [first, second] of pairs) {
      const [own, other] = [planOf(first).applicant.facts, planOf(second).applicant.facts];
      const joined = joinFacts(own, other);
      if (!joined.ok) continue;
      joinedPlans += 1;
      const { facts, differences, renamed } = joined.value;
      const there = new Set([...leavesOf(facts), ...leavesOf(differences, renamed)]);
      const lost = [...leavesOf(own), ...leavesOf(other, renamed)].filter(
        (leaf) => !there.has(leaf),
      );
      expect([first, second, lost]).toEqual([first, second, []]);
    }
    expect(joinedPlans).toBeGreaterThan(60);
  });

  test('an undo restores the owner’s byte by byte', () => {
    for (const [first, second] of pairs) {
      const own = planOf(first).applicant.facts;
      const joined = joinFacts(own, planOf(second).applicant.facts);
      if (!joined.ok) continue;
      const undo = undoOf('u1', MONDAY, own, joined.value.facts);
      expect(takenBack(joined.value.facts, undo)).toEqual(own);
    }
  });

  test('no rotation or letter has the name of another', () => {
    for (const [first, second] of pairs) {
      const own = planOf(first).applicant.facts;
      const joined = joinFacts(own, planOf(second).applicant.facts);
      if (!joined.ok) continue;
      const { rotations, letters = [] } = joined.value.facts;
      const ids = [
        ...rotations.map(({ id }) => id),
        ...[...rotations.flatMap((each) => each.letters), ...letters].map(({ id }) => `l ${id}`),
      ];
      expect([first, second, ids.length]).toEqual([first, second, new Set(ids).size]);
    }
  });

  test('a plan joined with itself is that plan, without a difference', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { facts } = planOf(seed).applicant;
      expect(joinedOf(facts, facts)).toEqual({ facts, differences: [], renamed: {} });
    }
  });
});

describe('one rotation on both', () => {
  const [rotation] = bob().facts.rotations;
  if (!rotation) throw new Error('Bob has a rotation.');
  const own = { ...bob().facts, rotations: [{ ...rotation, mentor: 'Dr. Lee' }] };
  const later = '2026-12-01T15:00:00.000Z' as const;
  const offered = { ...rotation, id: 'sheet-2', stage: 'apply', status: 'offered', since: later };

  test('has the state of the plan in which it moved last, and keeps what the other knows', () => {
    const other = { ...bob().facts, rotations: [offered] } as Facts;
    const { facts, differences, renamed } = joinedOf(own, other);
    expect(facts.rotations).toMatchObject([
      { id: 'bob-r1', stage: 'apply', status: 'offered', since: later, mentor: 'Dr. Lee' },
    ]);
    expect(renamed).toEqual({ 'sheet-2': 'bob-r1' });
    expect(differences).toMatchObject([{ path: ['bob-r1', 'status'], kept: 'other' }]);
  });

  test('is two where the days, the specialty, or the host differ', () => {
    const dated = { ...rotation, dates: { start: '2027-03-01', end: '2027-03-26' } } as const;
    const there = [
      { ...dated, id: 'x', dates: { start: '2027-05-03', end: '2027-05-28' } },
      { ...dated, id: 'y', specialty: 'dr' },
      { ...dated, id: 'z', host: { name: 'Yale' } },
    ];
    const facts = { ...bob().facts, rotations: [dated] } as Facts;
    const joined = joinedOf(facts, { ...facts, rotations: there } as Facts);
    expect(joined.facts.rotations.map(({ id }) => id)).toEqual(['bob-r1', 'x', 'y', 'z']);
  });

  test('names it in costs, too', () => {
    const cost = { id: 'c1', kind: 'host-fee', amountUsd: 300, state: 'paid' } as const;
    const other = {
      ...bob().facts,
      rotations: [offered],
      costs: [{ ...cost, rotationId: 'sheet-2' }],
    } as Facts;
    expect(joinedOf(own, other).facts.costs).toEqual([{ ...cost, rotationId: 'bob-r1' }]);
  });
});

test('what the owner entered counts, and both are shown', () => {
  const own = alice().facts;
  const other = { ...own, profile: { ...own.profile, matchYear: 2029, school: 'Kerala' } };
  const { facts, differences } = joinedOf(own, other);
  expect(facts.profile).toMatchObject({ matchYear: 2028, school: 'Kerala' });
  expect(differences).toEqual([
    { path: ['profile', 'matchYear'], own: 2028, other: 2029, kept: 'own' },
  ]);
});

test('a writer is emailed by no consent that was given for another address', () => {
  const [rotation] = carol().facts.rotations;
  const [letter] = rotation?.letters ?? [];
  if (!rotation || !letter) throw new Error('Carol asked for a letter.');
  const withWriter = (address: string, more: object) => {
    const writer = { ...letter.writer, address };
    const letters = [{ ...letter, ...more, writer }];
    return { ...carol().facts, rotations: [{ ...rotation, letters }] } as Facts;
  };
  const contact = { on: '2026-09-21', state: 'emailed', since: '2026-09-21' } as const;
  const own = withWriter('wren@example.org', {});
  const other = withWriter('other@example.org', { id: 'l2', contact });
  const letters = joinedOf(own, other).facts.rotations[0]?.letters ?? [];
  expect(letters.map(({ writer, contact: of }) => [writer.address, of?.state])).toEqual([
    ['wren@example.org', undefined],
    ['other@example.org', 'emailed'],
  ]);
});

describe('a paper that is with different people', () => {
  const [rotation] = acceptedAtBrown().facts.rotations;
  const [paper] = rotation?.checklist ?? [];
  if (!rotation || !paper) throw new Error('Brown asks for papers.');
  const withPaper = (more: Partial<typeof paper>) =>
    ({
      ...acceptedAtBrown().facts,
      rotations: [{ ...rotation, checklist: [{ ...paper, ...more }] }],
    }) as Facts;
  const own = { status: 'submitted', heldBy: 'host' } as const;
  const since = '2027-01-05';

  test('has the day of no other holder', () => {
    const other = { status: 'in-progress', heldBy: 'home-school', since } as const;
    const { facts, differences } = joinedOf(withPaper(own), withPaper(other));
    expect(facts).toEqual(withPaper(own));
    expect(differences).toEqual([{ path: ['r1', paper.kind, 'status'], own, other, kept: 'own' }]);
  });

  test('has the day that only one plan knows of the same holder', () => {
    const { facts, differences } = joinedOf(withPaper(own), withPaper({ ...own, since }));
    expect(facts).toEqual(withPaper({ ...own, since }));
    expect(differences).toEqual([]);
  });
});

test('two plans that no single one can hold are not joined', () => {
  const [rotation] = bob().facts.rotations;
  const many = (name: string) =>
    Array.from({ length: 8 }, (_, n) => ({
      ...rotation,
      id: `${name}${n}`,
      host: { name: `${name}${n}` },
    }));
  const of = (name: string) => ({ ...bob().facts, rotations: many(name) }) as Facts;
  expect(joinFacts(of('own'), of('school'))).toEqual({ ok: false, failure: 'too-much' });
});
