/** Plans for checks: rotations as they stand, in a world with a few made-up hosts beside the published ones. */

import type { Day } from '#shared/base/time/day.ts';
import type { Facts, Profile } from '#shared/plan/facts/facts.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Offering } from '#shared/world/hosts/offering.ts';
import { institutionOf } from '#shared/world/programs/institution.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import { alice, MONDAY } from '../../cast.ts';

/** A DR program with ESIR, an integrated one, and one that says it has neither. */
export const ESIR_CODE = '4209999001';
export const INTEGRATED_CODE = '4169999001';
export const NEITHER_CODE = '4209999002';

const STATED = {
  source: 'https://host.example.org',
  checkedOn: '2026-11-23',
  certainty: 'official',
} as const;

function program(code: string, kind: Program['kind'], esir?: 'yes' | 'no'): Program {
  return {
    code,
    name: code,
    kind,
    city: 'Springfield',
    state: 'IL',
    listSeason: 2026,
    confidence: 'high',
    ...STATED,
    ...(esir && { esir: { offered: esir, statedFor: '2026', ...STATED } }),
  };
}

const PROGRAMS = [
  program(ESIR_CODE, 'dr', 'yes'),
  program(INTEGRATED_CODE, 'integrated-ir', 'no'),
  program(NEITHER_CODE, 'dr', 'no'),
];

/** What the made-up host `springfield` states. */
export function worldWith(
  offering: Partial<Omit<Offering, 'checkedOn'>> & { readonly checkedOn?: Day | undefined } = {},
): World {
  const { checkedOn, ...stated } = { checkedOn: STATED.checkedOn, ...offering };
  const springfield = institutionOf(
    {
      id: 'springfield',
      hostId: 'springfield',
      institution: 'Springfield',
      name: 'Visiting students',
      mode: 'hands-on',
      sources: [STATED.source],
      confidence: 'high',
      domains: ['example.org'],
      ...stated,
      ...(checkedOn && { checkedOn }),
    },
    'Springfield',
  );
  return {
    season: PUBLISHED_WORLD.season,
    host: (id) => (id === 'springfield' ? springfield : PUBLISHED_WORLD.host(id)),
    program: (code) => PROGRAMS.find((each) => each.code === code) ?? PUBLISHED_WORLD.program(code),
    programsAt: PUBLISHED_WORLD.programsAt,
  };
}

let made = 0;

/** A hands-on IR month in July 2027 at a place nothing is known of, on the list only. */
export function rotation(at: Partial<Rotation> = {}): Rotation {
  made += 1;
  return {
    id: `r${made}`,
    host: { name: 'Brown' },
    specialty: 'ir',
    mode: 'hands-on',
    route: 'institution',
    country: 'US',
    dates: { start: '2027-07-05', end: '2027-07-30' },
    stage: 'identify',
    status: 'shortlisted',
    since: MONDAY,
    checklist: [],
    letters: [],
    ...at,
  };
}

export const CONFIRMED = { stage: 'documents', status: 'collecting' } as const;
export const FINISHED = { stage: 'request-letter', status: 'waiting' } as const;
export const WITHDRAWN = {
  stage: 'closed',
  status: 'closed',
  closed: { reason: 'withdrawn', at: MONDAY },
} as const satisfies Partial<Rotation>;

export function at(institutionId: string, name: string = institutionId): Pick<Rotation, 'host'> {
  return { host: { name, institutionId } };
}

export function programAt(programCode: string): Pick<Rotation, 'host'> {
  return { host: { name: 'Springfield', programCode } };
}

export function month(start: Day, end: Day): Pick<Rotation, 'dates'> {
  return { dates: { start, end } };
}

export function letter(of: Partial<Letter> = {}): Letter {
  return {
    id: 'l1',
    writer: { name: 'Dr. Ortiz', specialty: 'ir' },
    status: 'asked',
    askedOn: '2027-07-20',
    since: MONDAY,
    ...of,
  };
}

/** Alice's facts with these rotations on her plan. */
export function plan(
  rotations: Rotation[],
  profile: Partial<Profile> = {},
  rest: Partial<Facts> = {},
): Facts {
  const { facts } = alice();
  return { ...facts, profile: { ...facts.profile, ...profile }, rotations, ...rest };
}
