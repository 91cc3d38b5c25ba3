/** What is known about a place that decides how well it fits: each fact is yes, no, or unknown, and says where it comes from. */

import { esirOf, hintsFor } from '#shared/world/programs/decided.ts';
import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { isInRegion } from '#shared/world/programs/regions.ts';
import { TEACHING_SIGNS } from '#shared/world/programs/teaching.ts';
import { type AsOf, isOld, type Provenance, phraseSource } from '#shared/world/provenance.ts';
import type { Asked, ShortlistProfile } from './profile.ts';

export interface PlaceFact {
  readonly id: 'ir-open' | 'integrated-ir' | 'esir' | 'letters' | 'region' | 'img' | 'teaching';
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly text: string;
  readonly source?: string;
  /** The date of the fact; absent where nothing is known, or where it is the person's own wish. */
  readonly asOf?: AsOf;
  /** Older than twelve months. */
  readonly isOld?: true;
  /** What to ask, where it is unknown. */
  readonly ask?: string;
}

export interface Subject {
  readonly host?: Institution;
  readonly ir?: Program;
  readonly dr?: Program;
  readonly state?: string;
}

/** A place to rotate at has all of them; a research stay, its letter; a program to apply to, those of its residents and region. */
export function placeFacts(
  subject: Subject,
  { profile, today }: Pick<Asked, 'profile' | 'today'>,
): PlaceFact[] {
  const { host } = subject;
  const wished = profile.regions.length > 0 ? [region(subject, profile)] : [];
  const found =
    host?.offering.mode === 'research'
      ? [letters(host), ...wished]
      : [
          ...(host ? [irOpen(host)] : []),
          integrated(subject),
          esir(subject),
          ...(host ? [letters(host)] : []),
          ...wished,
          imgResidents(subject),
          ...(host ? [teaching(host)] : []),
        ];
  return found.map((fact) =>
    fact.asOf && isOld(fact.asOf, today) ? { ...fact, isOld: true as const } : fact,
  );
}

/** 0 for yes, 1 for unknown, 2 for no: what may be is better than what is not. */
export function orderOf(facts: readonly PlaceFact[], id: PlaceFact['id']): number {
  const answer = facts.find((fact) => fact.id === id)?.answer ?? 'unknown';
  return ['yes', 'unknown', 'no'].indexOf(answer);
}

function irOpen(host: Institution): PlaceFact {
  const answer = host.offering.interventional;
  if (answer === undefined) {
    return {
      id: 'ir-open',
      answer: 'unknown',
      text: 'Not known whether IR takes visitors',
      ask: 'Can a visiting student rotate in interventional radiology?',
    };
  }
  const text = answer === 'yes' ? 'IR takes visitors' : 'IR takes no visitors';
  return { id: 'ir-open', answer, text, ...from(provenanceOf(host, 'interventional')) };
}

function integrated({ ir, dr }: Subject): PlaceFact {
  const id = 'integrated-ir';
  if (ir) return { id, answer: 'yes', text: 'Integrated IR residency', ...from(ir) };
  if (dr) return { id, answer: 'no', text: 'No integrated IR residency', ...from(dr) };
  return {
    id,
    answer: 'unknown',
    text: 'Not known whether there is an integrated IR residency',
    ask: 'Is there an integrated IR residency?',
  };
}

function esir({ host, ir, dr }: Subject): PlaceFact {
  const id = 'esir';
  if (!host && ir) {
    return { id, answer: 'no', text: 'An integrated residency needs no ESIR', ...from(ir) };
  }
  const known = esirOf(dr) ?? esirOf(ir);
  if (known) {
    const { offered: answer, statedFor, asOf } = known;
    const text = `DR residency ${answer === 'yes' ? 'with' : 'without'} ESIR (${statedFor})`;
    return { id, answer, text, ...from(known), ...(asOf && { asOf }) };
  }
  const program = dr ?? ir;
  return {
    id,
    answer: 'unknown',
    text: ['ESIR not known', ...(program ? hintsFor(program, 'esir') : [])].join('. '),
    ask: 'Does the DR residency offer ESIR, and how many places?',
  };
}

function letters(host: Institution): PlaceFact {
  const id = 'letters';
  const grants = host.grantsLetters;
  if (grants === undefined) {
    return {
      id,
      answer: 'unknown',
      text: 'Letters not stated',
      ask:
        host.offering.mode === 'research'
          ? 'Can a mentor write a letter of recommendation for a visiting researcher?'
          : 'Can attendings write letters of recommendation for visiting students?',
    };
  }
  return {
    id,
    answer: grants ? 'yes' : 'no',
    text: grants ? 'Gives letters' : 'Gives no letters',
    ...from(provenanceOf(host, 'letters')),
  };
}

function region({ state }: Subject, { regions }: ShortlistProfile): PlaceFact {
  const id = 'region';
  if (state === undefined) return { id, answer: 'unknown', text: 'State not known' };
  const isWished = regions.some(({ place }) => isInRegion(state, place));
  return {
    id,
    answer: isWished ? 'yes' : 'no',
    text: `${state}: ${isWished ? 'in' : 'outside'} your regions`,
  };
}

function imgResidents({ ir, dr }: Subject): PlaceFact {
  const id = 'img';
  const [count] = [ir, dr]
    .flatMap((program) => program?.imgResidents ?? [])
    .toSorted((a, b) => b.img - a.img);
  if (!count) {
    return {
      id,
      answer: 'unknown',
      text: 'IMG residents not known',
      ask: 'How many of the residents graduated abroad?',
    };
  }
  const { img, residents, year } = count;
  const text = `IMG residents: ${img} of ${residents} (${year})`;
  return { id, answer: img > 0 ? 'yes' : 'no', text, ...from(count) };
}

/** The guide's signs. They do not affect the order: they are what to find out about a place. */
function teaching({ teaching: signs = {} }: Institution): PlaceFact {
  const answers = TEACHING_SIGNS.map((sign) => signs[sign]?.answer);
  const many = (answer: 'yes' | 'no') => answers.filter((each) => each === answer).length;
  const [yes, no] = [many('yes'), many('no')];
  const open = answers.length - yes - no;
  return {
    id: 'teaching',
    answer: open > 0 ? 'unknown' : yes >= no ? 'yes' : 'no',
    text: `Signs of good teaching: ${yes} yes, ${no} no, ${open} not known`,
    ...(open > 0 && { ask: 'What do visiting students do, and who teaches them?' }),
  };
}

function from(known: Pick<Provenance, 'source' | 'checkedOn'>): Pick<PlaceFact, 'source' | 'asOf'> {
  return { source: phraseSource(known), ...(known.checkedOn && { asOf: known.checkedOn }) };
}
