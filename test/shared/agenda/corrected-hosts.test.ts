/** Dana corrects one cell of a host: the gates, days, and costs of her cohort's plans follow it, with its source, and nobody else's do. */
import { expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import type { GatePerson } from '#shared/agenda/gates/gate.ts';
import { gatesOf } from '#shared/agenda/gates/gates.ts';
import { statedBy } from '#shared/agenda/gates/gates-of-rotation.ts';
import { rotationCosts } from '#shared/plan/costs/rotation-costs.ts';
import { sites } from '#shared/shortlist/site.ts';
import { findingsOf } from '#shared/words/findings.ts';
import { phraseGate } from '#shared/words/gate-words.ts';
import { correct } from '#shared/world/corrections/change-world.ts';
import { worldsOf } from '#shared/world/corrections/changed-world.ts';
import { correctionSchema } from '#shared/world/corrections/correction.ts';
import { UNCHANGED_WORLD, type WorldItem } from '#shared/world/corrections/world-item.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { knownOfHost } from '#shared/world/programs/known-facts.ts';
import type { World } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
import { BROWN, type Story, storyOf } from '../plan/moves/stories.ts';

const UPMC = 'upmc-international-electives';
/** Its page says nothing of months. */
const GWU = 'george-washington-university-icep-international-electives';
/** Its page closes July. */
const BAYLOR = 'baylor-college-of-medicine-international-electives';
/** Its page names a fee for the application. */
const UAB = 'uab-international-electives';
/** Its page has no date, and takes graduates. */
const BIDMC = 'beth-israel-deaconess-radiology-observership';
const PENNS_RESEARCH = 'penn-affiliated-research';
const GRADUATE = { enrollment: 'graduate' } as const;
const COHORT = 'c2028';
const DANA = { by: 'Dana Advisor', advisorId: 'dana', cohortIds: [COHORT] };
const OMAR = { by: 'Omar Advisor', advisorId: 'omar', cohortIds: [COHORT] };
const PAGE = { source: 'https://www.medschool.pitt.edu/ir', checkedOn: '2026-11-20' } as const;
const HERS = 'entered by Dana Advisor, not yet confirmed: https://www.medschool.pitt.edu/ir';
const ASHA = {
  enrollment: 'enrolled',
  graduationOn: '2028-06-01',
  english: { toefl: 107 },
  entry: 'visa',
  electivesThere: 0,
} as const;
const JULY = { start: '2027-07-05', end: '2027-07-30' } as const;

test.each([
  ['english', 'toefl', 110, 'met', 'not-met'],
  ['months', 'blockStarts', ['2027-07-12', '2027-06-07'], undefined, 'not-met'],
  ['months', 'closedDays', '07-01 to 07-10', undefined, 'not-met'],
  ['length', 'weeksMin', 8, 'met', 'not-met'],
  ['visa', 'visaRefused', ['B-1', 'B-2'], undefined, undefined],
  ['who', 'refusesResidencySeekers', 'yes', undefined, 'not-met'],
  ['final-year', 'finalYearOnly', 'yes', undefined, 'met'],
  ['electives', 'electivesMax', 1, 'met', 'met'],
] as const)('the gate %s takes her %s', (id, field, value, before, after) => {
  const worldFor = worldsOf(entered(field, value));
  const gate = (cohortId?: string) => gateIn(worldFor(cohortId), id);
  if (before) expect(gate()?.state).toBe(before);
  if (after) expect(gate(COHORT)?.state).toBe(after);
  expect(gate(COHORT)?.provenance).toMatchObject({ source: HERS, certainty: 'secondary' });
  expect(gate()).toEqual(gateIn(worldsOf(UNCHANGED_WORLD)(), id));
});

test('a correction that changes no answer lends the gate no source, and an undated page is still asked', () => {
  const who = (field: string, value: string) =>
    gateIn(worldsOf(enteredAt(BIDMC, field, value))(COHORT), 'who', BIDMC, GRADUATE);
  expect(who('refusesResidencySeekers', 'no')).toMatchObject({ state: 'ask', hint: 'met' });
  expect(who('refusesResidencySeekers', 'no')?.provenance.source).not.toBe(HERS);
  expect(who('refusesResidencySeekers', 'yes')).toMatchObject({
    state: 'not-met',
    provenance: { source: HERS },
  });
  expect(who('graduates', 'yes')).toMatchObject({ state: 'met', provenance: { source: HERS } });
});

test('of two lowest scores that two advisors entered neither counts: the gate asks', () => {
  const both = entered('toefl', 110, entered('toefl', 90), OMAR, 'b');
  expect(gateIn(worldsOf(both)(COHORT), 'english')).toMatchObject({
    state: 'ask',
    reason: { code: 'disputed' },
  });
});

test('a host whose page says nothing of blocks is closed on other days, in her words', () => {
  const worldFor = worldsOf(entered('blockStarts', ['2027-06-07', '2027-07-12']));
  expect(gateIn(worldFor(COHORT), 'months')?.reason).toEqual({
    code: 'months-closed',
    text: 'First days of its blocks: Mon, Jun 7, 2027 and Mon, Jul 12, 2027',
    isEntered: true,
  });
});

test.each([
  [
    ['2027-06-07', '2027-08-02'],
    'GWU accepts no visitors on these dates. First days of its blocks: Mon, Jun 7, 2027 and Mon, Aug 2, 2027.',
  ],
  [
    ['2027-06-07'],
    'GWU has a rule about its dates. First days of its blocks: Mon, Jun 7, 2027. Ask whether these work.',
  ],
])('what she entered is not quoted as if the page said it: %j', (starts, sentence) => {
  const world = worldsOf(enteredAt(GWU, 'blockStarts', starts))(COHORT);
  const gate = gateIn(world, 'months', GWU);
  expect(gate && phraseGate(gate, 'GWU', 'applicant')).toBe(sentence);
});

test('the words of a page that she copied are quoted as the page’s own', () => {
  const gate = gateIn(worldsOf(entered('monthsWords', ['January to May only']))(COHORT), 'months');
  expect(gate?.reason).toMatchObject({ text: 'January to May only' });
  expect(gate?.reason).not.toHaveProperty('isEntered');
});

test('a page that decides is quoted, whatever else of it she corrected', () => {
  const months = (item: WorldItem) => gateIn(worldsOf(item)(COHORT), 'months', BAYLOR);
  const corrected = months(enteredAt(BAYLOR, 'startsOn', 'mon'));
  expect(corrected?.reason).toMatchObject({ text: expect.stringContaining('January-June') });
  expect(corrected).toEqual(months(UNCHANGED_WORLD));
});

test('two of her cells that each close a month alone decide together', () => {
  const blocks = entered('blockStarts', ['2027-06-07', '2027-08-02']);
  const both = entered('closedDays', '07-01 to 07-10', blocks, DANA, 'b');
  expect(gateIn(worldsOf(both)(COHORT), 'months')).toMatchObject({
    reason: { code: 'months-closed', isEntered: true },
    provenance: { source: HERS },
  });
});

test('months that she opened are quoted as what they are where another month is closed', () => {
  const world = worldsOf(entered('months', ['3', '4', '5']))(COHORT);
  const reason = gateIn(world, 'months')?.reason;
  expect(reason?.code).toBe('months-closed');
  expect(reason).toMatchObject({ text: expect.stringMatching(/^.+: March, April, and May$/) });
});

test('of two modes that two advisors entered neither counts, and every plan still opens', () => {
  const both = entered('mode', 'observer', entered('mode', 'research'), OMAR, 'b');
  const world = worldsOf(both)(COHORT);
  expect(world.host(UPMC)).toMatchObject({ disputed: ['mode'], offering: { mode: 'unclear' } });
  const found = findingsOf(agendaAt(applied(world).facts, world, MONDAY));
  expect(found.map(({ text }) => text).join()).not.toContain('offers');
});

test('of two names of an offering the published one stays', () => {
  const both = entered('offering', 'IR month', entered('offering', 'IR weeks'), OMAR, 'b');
  const published = worldsOf(UNCHANGED_WORLD)().host(UPMC)?.program;
  expect(worldsOf(both)(COHORT).host(UPMC)?.program).toBe(published);
});

test('an offering that she calls research is on the list of research stays, not of rotations', () => {
  const isSite = (world: World) => sites(world).some(({ host }) => host.id === UPMC);
  expect(isSite(worldsOf(UNCHANGED_WORLD)())).toBe(true);
  expect(isSite(worldsOf(entered('mode', 'research'))(COHORT))).toBe(false);
});

test('a research stay on a plan is at the offering that she calls research, and no longer at one she calls something else', () => {
  const at = (item: WorldItem, id: string, cohortId?: string) =>
    worldsOf(item)(cohortId).host(id, 'research')?.id;
  const made = entered('mode', 'research');
  expect([at(made, UPMC, COHORT), at(made, 'upmc', COHORT)]).toEqual([UPMC, UPMC]);
  expect([at(made, UPMC), at(made, 'upmc')]).toEqual([undefined, undefined]);
  const watched = enteredAt(PENNS_RESEARCH, 'mode', 'observer');
  expect([at(watched, PENNS_RESEARCH), at(watched, 'penn')]).toEqual([
    PENNS_RESEARCH,
    PENNS_RESEARCH,
  ]);
  expect([at(watched, PENNS_RESEARCH, COHORT), at(watched, 'penn', COHORT)]).toEqual([
    undefined,
    undefined,
  ]);
});

test('what the page says of fees stays beside another cell, and gives way to a corrected fee', () => {
  const fees = (world: World) =>
    knownOfHost(known(world, UAB), '2026-11-23').facts.filter(({ text }) =>
      /^application \$\d/i.test(text),
    );
  const before = fees(worldsOf(UNCHANGED_WORLD)());
  expect(before).toHaveLength(1);
  expect(fees(worldsOf(enteredAt(UAB, 'weeksMin', 8))(COHORT))).toEqual(before);
  expect(fees(worldsOf(enteredAt(UAB, 'applicationFee', 77))(COHORT))).not.toEqual(before);
});

test.each([
  ['2027-03-01', '2027-03-01', 'secondary'],
  ['2026-03-01', '2027-03-01', 'estimated'],
  [120, '2027-03-07', 'secondary'],
])(
  'the last day to apply may be a calendar day, a pattern for another year: %s',
  (value, day, certainty) => {
    const world = worldsOf(entered('leadDays', value))(COHORT);
    const { facts } = storyOf({
      ...BROWN,
      host: { name: 'UPMC', institutionId: UPMC },
      dates: JULY,
    });
    const apply = agenda(facts, world).find(({ rule }) => rule === 'apply');
    expect(apply?.due).toMatchObject({ day, certainty, source: expect.stringContaining(HERS) });
    expect(gateIn(world, 'time')?.reason).toMatchObject({ code: 'apply-by', day });
  },
);

test('of a calendar day and days before the start, which nobody can compare, neither counts', () => {
  const both = entered('leadDays', '2027-03-01', entered('leadDays', 120), OMAR, 'b');
  const gate = gateIn(worldsOf(both)(COHORT), 'time');
  expect(gate?.reason.code).toBe('disputed');
  expect(gate && phraseGate(gate, 'UPMC', 'applicant')).toMatch(
    /it is not known what the application deadline is\.$/,
  );
});

test('of two calendar days the earlier is the last day to apply', () => {
  const both = entered('leadDays', '2027-03-01', entered('leadDays', '2027-02-15'), OMAR, 'b');
  const world = worldsOf(both)(COHORT);
  expect(gateIn(world, 'time')?.reason).toMatchObject({ code: 'apply-by', day: '2027-02-15' });
});

test('the day on which the host answers moves the question about it', () => {
  const worldFor = worldsOf(entered('decision', 60));
  const day = (cohortId?: string) => due('host-answer', applied(worldFor(cohortId)), cohortId);
  const due = (rule: string, { facts }: Story, cohortId?: string) =>
    agenda(facts, worldFor(cohortId)).find((each) => each.rule === rule)?.due;
  expect(day(COHORT)).toMatchObject({ day: '2027-05-06', source: HERS });
  expect(day()).toMatchObject({ day: '2027-06-04', certainty: 'official' });
});

test('the term of an offer moves its last day', () => {
  const worldFor = worldsOf(entered('offerTerm', '3 days from offer'));
  const accept = (cohortId?: string) => {
    const { facts } = applied(worldFor(cohortId)).report('2027-03-10T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
    });
    return agenda(facts, worldFor(cohortId)).find(({ rule }) => rule === 'accept')?.due;
  };
  expect(accept(COHORT)).toMatchObject({ day: '2027-03-13', source: HERS });
  expect(accept()?.day).not.toBe('2027-03-13');
});

test('a fee is paid by her word; a deposit, which comes back, is not in the sum', () => {
  const published = feeIn(worldsOf(UNCHANGED_WORLD)());
  const cost = (field: string) => feeIn(worldsOf(entered(field, 450))(COHORT));
  expect(cost('administrationFee')).toMatchObject({
    usd: (published?.usd ?? 0) + 450,
    source: HERS,
  });
  expect(cost('deposit')?.usd).toBe(published?.usd);
});

function known(world: World, id: string): Institution {
  const host = world.host(id);
  if (!host) throw new Error(`${id} is not in the directory.`);
  return host;
}

function gateIn(world: World, id: string, at = UPMC, person: GatePerson = ASHA) {
  const host = world.host(at);
  const input = { person, stay: { specialty: 'ir', dates: JULY } } as const;
  return host && gatesOf({ ...input, ...statedBy(host) }).find((gate) => gate.id === id);
}

function feeIn(world: World) {
  const of = { id: 'r1', route: 'institution', host: { name: 'UPMC' } } as const;
  return rotationCosts(of, world.host(UPMC), {}).find(({ kind }) => kind === 'host-fee');
}

function applied(world: World): Story {
  const host = { name: 'UPMC', institutionId: UPMC };
  return storyOf({ ...BROWN, host, dates: JULY }, undefined, world).report(
    '2027-01-10T15:00:00.000Z',
    { type: 'applied', rotationId: 'r1' },
  );
}

function entered(
  field: string,
  value: unknown,
  item: WorldItem = UNCHANGED_WORLD,
  unconfirmed = DANA,
  id = 'a',
): WorldItem {
  return enteredAt(UPMC, field, value, { item, unconfirmed, id });
}

function enteredAt(
  institutionId: string,
  field: string,
  value: unknown,
  { item = UNCHANGED_WORLD, unconfirmed = DANA, id = 'a' } = {},
): WorldItem {
  const of = { of: 'host', id, institutionId, field, value, unconfirmed, ...PAGE };
  const correction = correctionSchema.parse({ ...of, certainty: 'secondary' });
  const made = correct(item, correction, { id, by: unconfirmed.by, reason: 'read it' }, MONDAY);
  if (!made.ok) throw new Error(made.failure.reason);
  return made.value;
}
