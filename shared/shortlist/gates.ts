/**
 * Gates: what a host or program states and this person meets, fails, or cannot be told. They are the plan check's own
 * rules asked of one stay, so a list and a plan never disagree.
 */

import type { Check } from '#shared/agenda/checks/check.ts';
import { ELIGIBILITY_CHECKS } from '#shared/agenda/checks/checks/eligibility.ts';
import { MONTH_CHECKS } from '#shared/agenda/checks/checks/months.ts';
import { VISA_CHECKS } from '#shared/agenda/checks/checks/visa.ts';
import { viewOf } from '#shared/agenda/occasions/occasion.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import {
  type Institution,
  provenanceOf,
  type ReadField,
} from '#shared/world/programs/institution.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import type { World } from '#shared/world/world.ts';
import type { ShortlistProfile } from './profile.ts';
import { factsOf, rotationOf, type Stay } from './stay.ts';

export const GATE_STATES = ['fails', 'unknown', 'meets'] as const;
export type GateState = (typeof GATE_STATES)[number];

export interface Gate {
  /** The rule: the guide's id, or a name of ours. */
  readonly rule: string;
  readonly state: GateState;
  readonly says: string;
  readonly source: string;
  /** What would change it; absent for what is met. */
  readonly fix?: string;
}

/** The checks that can forbid a stay, the words of a gate that is met, and the field that says so. */
const HOST_GATES: readonly (readonly [rule: string, met: string, field: ReadField])[] = [
  ['host-international', 'It takes international students.', 'acceptsInternational'],
  ['G12', 'It takes graduates.', 'acceptsGraduates'],
  ['G12b', 'You can apply through VSLO.', 'routes'],
  ['G13b', 'ECFMG certification is no hindrance.', 'requiresEcfmgCertificate'],
  ['host-months', 'It takes international students in this month.', 'monthsOpenToInternational'],
  ['host-visa', 'It names a visa class that fits.', 'visaClasses'],
];
const CHECKS: ReadonlyMap<string, Check> = new Map(
  [...ELIGIBILITY_CHECKS, ...MONTH_CHECKS, ...VISA_CHECKS].map((check) => [check.id, check]),
);

/** Every gate of one stay. */
export function stayGates(
  stay: Stay,
  profile: ShortlistProfile,
  world: World,
  now: Instant,
): Gate[] {
  const { host, ir } = stay.site;
  const rotation = rotationOf(stay, ir ? 'ir' : 'dr', 'stay', now);
  const view = viewOf(factsOf(profile, [rotation]), world);
  const judged = HOST_GATES.flatMap(([rule, met, field]): Gate[] =>
    (CHECKS.get(rule)?.judge(view) ?? []).map((verdict) => {
      if (verdict.state === 'satisfied') {
        return { rule, state: 'meets', says: met, source: fieldSource(host, field) };
      }
      const { severity, says, fix, source } = verdict.diagnostic;
      return { rule, state: severity === 'impossible' ? 'fails' : 'unknown', says, fix, source };
    }),
  );
  return [...judged, ...routeGate(host), ...stepOneGate(host, profile)];
}

/** What stands in the way of an application: only what the institution itself states. */
export function applicationGates(program: Program, profile: ShortlistProfile): Gate[] {
  return [...pathGate(program, profile), ...sponsorGate(program, profile)];
}

/** The worst of them decides; nothing stated is unknown. */
export function worstOf(gates: readonly Gate[]): GateState {
  return GATE_STATES.find((state) => gates.some((gate) => gate.state === state)) ?? 'unknown';
}

function routeGate(host: Institution): Gate[] {
  if (host.routes) return [];
  return [
    {
      rule: 'route',
      state: 'unknown',
      says: `Not known how one applies to ${host.name}.`,
      fix: 'Ask whether it takes applications through VSLO, its own form, or both.',
      source: 'our directory of hosts has no page that says so',
    },
  ];
}

function stepOneGate(host: Institution, { step1Passed }: ShortlistProfile): Gate[] {
  if (!host.requirements?.includes('step-1')) return [];
  const base = { rule: 'step-1', source: fieldSource(host, 'requirements') };
  if (step1Passed)
    return [{ ...base, state: 'meets', says: 'It asks for Step 1, and you passed.' }];
  return [
    {
      ...base,
      state: step1Passed === false ? 'fails' : 'unknown',
      says: `It asks for a passed Step 1. ${step1Passed === false ? 'You have not passed it.' : 'You did not say whether you have.'}`,
      fix: 'Pass Step 1 before you apply, or choose a host that does not ask for it.',
    },
  ];
}

/** A way through DR without ESIR is still a way to independent IR, but not what who wants ESIR looks for. */
function pathGate({ kind, esir }: Program, { pathway }: ShortlistProfile): Gate[] {
  if (pathway !== 'dr-esir' || kind !== 'dr' || !esir) return [];
  return [
    {
      rule: 'esir',
      state: esir.offered === 'yes' ? 'meets' : 'fails',
      says: esir.offered === 'yes' ? 'It offers ESIR.' : 'It offers no ESIR.',
      source: phraseSource(esir),
      ...(esir.offered === 'no' && {
        fix: 'Choose a program with ESIR, or the independent way.',
      }),
    },
  ];
}

/** A waiver allows no work: its holder needs a sponsor as much as anybody with a visa; a status may allow work. */
function sponsorGate({ visa }: Program, { entry }: ShortlistProfile): Gate[] {
  if (entry === 'citizen') return [];
  const rule = 'visa-sponsorship';
  const fix = 'Ask the coordinator which visas the program sponsors for residents.';
  if (!visa || (visa.j1 === undefined && visa.h1b === undefined)) {
    return [
      {
        rule,
        state: 'unknown',
        says: 'Not known whether it sponsors a visa.',
        fix,
        source: visa ? phraseSource(visa) : 'our directory of programs has no page that says so',
      },
    ];
  }
  const source = phraseSource(visa);
  const words = `J-1: ${visa.j1 ?? 'not known'}; H-1B: ${visa.h1b ?? 'not known'} (${visa.scope}).`;
  if (visa.j1 === 'no' && visa.h1b === 'no') {
    return [
      {
        rule,
        state: entry === undefined || entry === 'in-us' ? 'unknown' : 'fails',
        says: `It sponsors neither. ${words}`,
        fix,
        source,
      },
    ];
  }
  const isSure = visa.j1 === 'yes' || visa.h1b === 'yes';
  return [
    isSure
      ? { rule, state: 'meets', says: words, source }
      : { rule, state: 'unknown', says: words, fix, source },
  ];
}

function fieldSource(host: Institution, field: ReadField): string {
  return phraseSource(provenanceOf(host, field));
}
