/** Whole plans for Alice: sound, priced, with backups and dates, and what one change does to them. */
import { describe, expect, test } from 'vitest';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { propose } from '#shared/shortlist/propose.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { sites } from '#shared/shortlist/site.ts';
import { factsOf } from '#shared/shortlist/stay.ts';
import { findingsOf } from '#shared/words/findings.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
import { aliceAsks } from './profiles.ts';

const SUMMER = ['2027-07', '2027-08', '2027-09'];

function plansFor(more: Record<string, unknown> = {}, now = MONDAY) {
  const profile = aliceAsks({ visaWaitDays: 60, months: SUMMER, ...more });
  return propose(shortlist(profile, PUBLISHED_WORLD, now), profile, PUBLISHED_WORLD, now);
}

test('one file on one day gives one answer, to the byte', () => {
  const [morning, night] = (['2026-11-23T05:00:00.000Z', '2026-11-24T04:59:59.999Z'] as const).map(
    (now) => {
      const profile = aliceAsks({ visaWaitDays: 60, usHandsOnMonths: 2 });
      const list = shortlist(profile, PUBLISHED_WORLD, now);
      return JSON.stringify({ ...list, proposals: propose(list, profile, PUBLISHED_WORLD, now) });
    },
  );
  expect(night).toBe(morning);
});

describe('three months from summer on', () => {
  const { plans, leftOut } = plansFor();

  test('make two or three different plans that the plan check warns of nothing in', () => {
    expect(plans.length).toBeGreaterThanOrEqual(2);
    for (const { stays, isSound, findings } of plans) {
      expect(stays.map(({ month }) => month)).toEqual(SUMMER);
      expect(isSound).toBe(true);
      expect(findings.filter(({ severity }) => severity !== 'reference')).toEqual([]);
      expect(new Set(stays.map(({ rotation }) => rotation.host.institutionId)).size).toBe(3);
    }
  });

  test('hold nothing that the agenda calls impossible', () => {
    const profile = aliceAsks({ visaWaitDays: 60 });
    for (const { stays } of plans) {
      const facts = factsOf(
        profile,
        stays.map(({ rotation }) => rotation),
      );
      const found = findingsOf(agendaAt(facts, PUBLISHED_WORLD, MONDAY));
      expect(found.filter(({ severity }) => severity === 'impossible')).toEqual([]);
    }
  });

  test('name IR only where IR is known to be open to visitors', () => {
    const ir = plans.flatMap(({ stays }) =>
      stays.filter(({ rotation }) => rotation.specialty === 'ir'),
    );
    expect(ir.length).toBeGreaterThan(0);
    for (const { rotation } of ir) {
      const host = PUBLISHED_WORLD.host(rotation.host.institutionId);
      expect(host?.offering.interventional).toBe('yes');
    }
    const yale = plans
      .flatMap(({ stays }) => stays)
      .find(({ rotation }) => rotation.host.institutionId?.startsWith('yale'));
    expect(yale?.rotation).toMatchObject({ specialty: 'dr', mode: 'hands-on', route: 'vslo' });
  });

  test('put a place that the person calls Tier 1 after a US month', () => {
    const irPlaces = plans
      .flatMap(({ stays }) => stays)
      .flatMap(({ rotation: { specialty, host } }) =>
        specialty === 'ir' && host.institutionId ? [host.institutionId] : [],
      );
    const tiers = Object.fromEntries(irPlaces.map((id) => [id, '1' as const]));
    const months = plansFor({ tiers }).plans.flatMap(({ stays }) =>
      stays.flatMap(({ rotation, month }) => (rotation.tier === '1' ? [month] : [])),
    );
    expect(months.length).toBeGreaterThan(0);
    expect(months).not.toContain('2027-07');
  });

  test('give each month its latest safe days, the visa’s among them, and costs by item', () => {
    const [stay] = plans[0]?.stays ?? [];
    expect(stay?.steps.map(({ rule }) => rule)).toContain('G13');
    expect(stay?.costs.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['host-fee', 'housing', 'insurance', 'malpractice', 'travel']),
    );
  });

  test('say of every site why it is in no plan', () => {
    const used = plans.flatMap(({ stays }) =>
      stays.map(({ rotation }) => rotation.host.institutionId),
    );
    const unused = sites(PUBLISHED_WORLD).filter(({ host }) => !used.includes(host.id));
    const named = new Set(leftOut.map(({ name }) => name));
    expect(unused.filter(({ name }) => !named.has(name))).toEqual([]);
    expect(leftOut).toContainEqual({
      name: 'UCSF',
      why: 'UCSF accepts no students from schools outside the US here.',
    });
    for (const { why } of leftOut) expect(why).not.toBe('');
  });
});

describe('what if', () => {
  const [plan] = plansFor({ visaWaitDays: 90 }).plans;

  test('the visa came two months later: nothing is too late, since each step has its time', () => {
    const visa = plan?.whatIf.find(({ id }) => id === 'visa-later');
    const first = plan?.stays
      .flatMap(({ steps }) => steps.map(({ doneBy }) => doneBy))
      .toSorted()[0];
    expect(visa?.before).toMatchObject({ missed: [], nextSafeDay: first });
    expect(visa?.after.missed).toEqual([]);
  });

  test('a host said no: its backup takes the month, and the plan stays as sound', () => {
    const said = plan?.whatIf.filter(({ id }) => id.startsWith('reject')) ?? [];
    expect(said).toHaveLength(3);
    for (const { title, before, after } of said) {
      if (title.includes('takes its place')) {
        expect(after.warnings).toBeLessThanOrEqual(before.warnings);
      } else {
        expect(after.rotations).toHaveLength(2);
      }
    }
  });

  test('a research mentor writes: one letter more', () => {
    const letters = (of: object) =>
      plansFor({ visaWaitDays: 90, ...of }).plans[0]?.whatIf[0]?.before.lettersInTime;
    expect(letters({ researchMentorLetter: true })).toBe(1 + (letters({}) ?? 0));
  });
});

describe('no plan', () => {
  test.each([
    ['no month is named', { months: [] }, 'Name the months in which you can rotate.'],
    ['the month is too near', { months: ['2026-12'] }, /can still be reached in your months/],
    ['the budget is spent by applying alone', { budgetUsd: 500 }, /within your budget/],
  ])('where %s: it says what to change', (_, more, text) => {
    const { plans, none } = plansFor(more);
    expect(plans).toEqual([]);
    expect(none).toMatch(text);
  });

  test('costs more than the budget, as far as costs are known', () => {
    for (const { total } of plansFor({ budgetUsd: 12_000 }).plans) {
      expect(total.knownUsd).toBeLessThanOrEqual(12_000);
    }
  });
});

test('a graduate’s plans keep to places that take graduates, and say what is not known', () => {
  const { plans } = plansFor({ enrollment: 'graduate', graduationOn: '2025-06-30' });
  expect(plans.length).toBeGreaterThan(0);
  for (const { stays } of plans) {
    for (const { rotation, doubts } of stays) {
      const takes = PUBLISHED_WORLD.host(rotation.host.institutionId)?.acceptsGraduates;
      expect(takes ?? 'unknown').not.toBe('no');
      if (takes === undefined)
        expect(doubts.join()).toMatch(/accepts graduates|accepts only physicians who trained/);
    }
  }
});
