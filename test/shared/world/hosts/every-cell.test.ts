/** Cells that a rule, a date, or a paper reads, and facts of other pages that are shown: none is unused. */
import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { gatesOf } from '#shared/agenda/gates/gates.ts';
import type { RotationDates } from '#shared/plan/facts/rotation.ts';
import { phraseGate } from '#shared/words/gate-words.ts';
import { hostRules } from '#shared/words/host-rules.ts';
import { offeringById, offerings } from '#shared/world/hosts/hosts.ts';
import { knownOfHost } from '#shared/world/programs/known-facts.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, BROWN, type Story, storyOf } from '../../plan/moves/stories.ts';

const visa = { ...aliceFacts(), profile: { ...aliceFacts().profile, entry: 'visa' as const } };
const JULY = { start: '2027-07-05', end: '2027-07-30' } as const;
const NOVEMBER = { start: '2027-11-01', end: '2027-11-26' } as const;
const MAY = { start: '2028-05-01', end: '2028-05-26' } as const;

describe('a visa form that the host issues', () => {
  test('comes before the visa appointment, and the rule says who issues it', () => {
    const reported = at('baylor-college-of-medicine-international-electives', JULY);
    expect(find('G13', reported)?.needs).toContain('accept|r1');
    expect(visaGate('baylor-college-of-medicine-international-electives')).toMatchObject({
      state: 'ask',
      text: 'Baylor accepts F-1, J-1, a green card, or a work permit (EAD), and issues the form for F-1 once you are accepted. Ask how long that takes.',
    });
  });

  test('is not waited for where the host takes visitors', () => {
    expect(find('G13', at('yale-international-electives', JULY))?.needs).not.toContain('accept|r1');
    expect(visaGate('weill-cornell-international-electives')?.text).not.toContain(
      'issues the form',
    );
  });
});

describe('a flu shot', () => {
  test.each([
    // Weill Cornell asks for it from September to May; Henry Ford from December to April; Loyola from November to April.
    ['weill-cornell-international-electives', JULY, false],
    ['weill-cornell-international-electives', MAY, true],
    ['henry-ford-visiting-electives', NOVEMBER, false],
    ['loyola-stritch-international-electives', NOVEMBER, true],
    ['loyola-stritch-international-electives', MAY, false],
  ] as const)('at %s for %j: %s', (id, dates, isAsked) => {
    expect(kindsOf(accepted(id, dates)).includes('influenza')).toBe(isAsked);
  });

  test('comes and goes when the dates move', () => {
    const moved = (reported: Story, dates: RotationDates) =>
      reported.report('2027-03-15T15:00:00.000Z', {
        type: 'dates-changed',
        rotationId: 'r1',
        dates,
      });
    const july = accepted('loyola-stritch-international-electives', JULY);
    const november = moved(july, NOVEMBER);
    expect(kindsOf(november)).toContain('influenza');
    expect(kindsOf(moved(november, MAY))).not.toContain('influenza');
  });
});

test('a limit for a lifetime says so, and one without that word does not', () => {
  const left = (id: string) => {
    const offering = offeringById(id);
    const gate =
      offering &&
      gatesOf({
        person: { enrollment: 'enrolled', electivesThere: 1 },
        stay: { specialty: 'ir', dates: JULY },
        offering,
      }).find((each) => each.id === 'electives');
    return gate && phraseGate(gate, 'The host', 'applicant');
  };
  expect(left('johns-hopkins-visiting-electives')).toContain(
    'The host allows 2 electives per person in a lifetime.',
  );
  expect(left('upmc-international-electives')).toBe('The host allows 2 electives per person.');
});

describe('a fact of another page of the host', () => {
  const facts = offerings().flatMap((offering) =>
    (offering.further ?? []).map((fact) => ({ offering, fact })),
  );

  test('is shown with the host and with each rotation there, in the page’s words, by its own source', () => {
    expect(facts).toHaveLength(225);
    for (const { offering, fact } of facts) {
      const host = PUBLISHED_WORLD.host(offering.id);
      const known = host ? knownOfHost(host, '2026-11-23').facts : [];
      expect(known.map(({ text }) => text)).toContain(fact.text);
      const rules = rulesAt(offering.id);
      const lines = rules.filter(({ ids, state }) => ids.length === 0 && state === 'not-stated');
      expect(
        lines.some(({ text, source }) => text.includes(fact.text) && source === fact.sources[0]),
        `${offering.id}: ${fact.text}`,
      ).toBe(true);
    }
  });

  test('is labeled in words, never by the name of a column', () => {
    for (const { offering } of facts) {
      const host = PUBLISHED_WORLD.host(offering.id);
      const labels = host ? knownOfHost(host, '2026-11-23').facts.map(({ label }) => label) : [];
      expect(labels.join(' ')).not.toMatch(/[a-z][A-Z]/);
    }
  });
});

function at(institutionId: string, dates: RotationDates): Story {
  const host = PUBLISHED_WORLD.host(institutionId);
  const mode = host && host.offering.mode !== 'hands-on' ? 'observer' : 'hands-on';
  const name = institutionId.startsWith('baylor') ? 'Baylor' : (host?.name ?? institutionId);
  return storyOf({ ...BROWN, host: { name, institutionId }, mode, dates }, visa);
}

function accepted(id: string, dates: RotationDates): Story {
  return at(id, dates)
    .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
    .report('2027-03-10T15:00:00.000Z', { type: 'offered', rotationId: 'r1' })
    .report('2027-03-12T15:00:00.000Z', { type: 'accepted', rotationId: 'r1' });
}

function kindsOf({ rotation }: Story): readonly string[] {
  return rotation.checklist.map(({ kind }) => kind);
}

function find(rule: string, { facts }: Story) {
  return agenda(facts, PUBLISHED_WORLD).find((each) => each.rule === rule && each.subject === 'r1');
}

function rulesAt(id: string) {
  const { rotation, facts } = at(id, JULY);
  return hostRules(rotation, facts, PUBLISHED_WORLD, 'applicant');
}

function visaGate(id: string) {
  return rulesAt(id).find(({ ids }) => ids.includes('visa'));
}
