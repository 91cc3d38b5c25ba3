/**
 * How much of a factor a site has, in tenths, from its facts alone; unknown is the whole range between what would be
 * worst and best. Tenths keep every sum exact: points are weight times tenths.
 */

import type { Day } from '#shared/base/time/day.ts';
import { esirOf, hintsFor } from '#shared/world/programs/decided.ts';
import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { liesIn } from '#shared/world/programs/regions.ts';
import type { FactorId } from './factors.ts';
import type { Gate } from './gates.ts';
import { costValue, teachingValue } from './host-values.ts';
import type { ShortlistProfile } from './profile.ts';
import { known, unknown, type Value } from './value.ts';

/** What one line of a list is about: a site, or a program one applies to. */
export interface Subject {
  readonly host?: Institution;
  readonly ir?: Program;
  readonly dr?: Program;
  readonly state?: string;
  /** What one would do there; absent for an application. */
  readonly mode?: 'hands-on' | 'observer';
  /** The gates of its best stay, or of the application. */
  readonly gates: readonly Gate[];
}

/** Undefined where the factor does not concern this person: no region named. */
export function factorValue(
  factor: FactorId,
  subject: Subject,
  profile: ShortlistProfile,
  highestFeeUsd: number,
): Value | undefined {
  switch (factor) {
    case 'integrated-ir':
      return integratedValue(subject);
    case 'esir':
      return esirValue(subject);
    case 'img-history':
      return imgValue(subject);
    case 'route':
      return routeValue(subject);
    case 'teaching':
      return teachingValue(subject.host);
    case 'geography':
      return profile.regions.length === 0 ? undefined : geographyValue(subject, profile);
    case 'cost':
      return costValue(subject.host, highestFeeUsd);
  }
}

function integratedValue({ ir, dr }: Subject): Value {
  if (ir) return known(10, 'Integrated IR residency', ir);
  if (dr) return known(0, 'No integrated IR residency in the list', dr);
  return unknown('Not known whether IR is integrated here', 'Is there an integrated IR residency?');
}

function esirValue({ host, ir, dr }: Subject): Value {
  if (!host && ir) return known(0, 'An integrated residency needs no ESIR', ir);
  const esir = esirOf(dr) ?? esirOf(ir);
  if (esir) {
    const text = esir.offered === 'yes' ? 'DR residency with ESIR' : 'DR residency without ESIR';
    return {
      ...known(esir.offered === 'yes' ? 10 : 0, `${text} (${esir.statedFor})`, esir),
      ...(esir.asOf && { asOf: esir.asOf }),
    };
  }
  const program = dr ?? ir;
  const hints = program ? hintsFor(program, 'esir') : [];
  return unknown(
    ['ESIR not known', ...hints].join('. '),
    'Does the DR residency offer ESIR, and how many places?',
  );
}

function imgValue({ ir, dr }: Subject): Value {
  const counts = [ir, dr].flatMap((program) => program?.imgResidents ?? []);
  const [count] = counts.toSorted((a, b) => b.img - a.img);
  if (!count) {
    return unknown('IMG residents not known', 'How many of the residents graduated abroad?');
  }
  const { img, residents, year } = count;
  return known(img > 0 ? 10 : 0, `IMG residents ${img} of ${residents} (${year})`, count);
}

/** Watching counts half of working: the guide calls it better than nothing and not the same; the half is ours. */
function routeValue(subject: Subject): Value {
  const value = wayInValue(subject);
  if (subject.mode !== 'observer') return value;
  const half = (tenths: number) => Math.round(tenths / 2);
  return {
    ...value,
    low: half(value.low),
    high: half(value.high),
    text: `${value.text} As an observer only: half.`,
  };
}

function wayInValue({ gates, host }: Subject): Value {
  const ask = 'May a student of my school apply, and how?';
  if (!host?.routes) return unknown('Way to apply not known', ask);
  const from = provenanceOf(host, 'routes');
  const gate = gates.find(({ rule }) => rule === 'G12b');
  // No gate on VSLO: the best stay goes another way.
  if (gate) return gateValue(gate, from.checkedOn, 'Way to apply not known', ask);
  return known(10, `You can apply: ${host.routes.join(', ')}.`, from);
}

function gateValue(
  gate: Gate | undefined,
  asOf: Day | undefined,
  otherwise: string,
  ask: string,
): Value {
  if (!gate || gate.state === 'unknown' || gate.state === 'not-stated')
    return unknown(gate?.text ?? otherwise, ask);
  const tenths = gate.state === 'meets' ? 10 : 0;
  return {
    low: tenths,
    high: tenths,
    text: gate.text,
    source: gate.source,
    ...(asOf && { asOf }),
  };
}

function geographyValue({ state }: Subject, { regions }: ShortlistProfile): Value {
  if (state === undefined) return unknown('State not known', 'In which state is the rotation?');
  const most = Math.max(...regions.map(({ weight }) => weight));
  const own = regions.filter(({ place }) => liesIn(state, place)).map(({ weight }) => weight);
  const tenths = own.length === 0 ? 0 : Math.round((10 * Math.max(...own)) / most);
  return {
    low: tenths,
    high: tenths,
    text: tenths > 0 ? `${state}: in your regions` : `${state}: outside your regions`,
  };
}
