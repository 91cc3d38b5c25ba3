/** A program with corrected cells. */
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Program } from '../programs/program.ts';
import type { ProgramFact, Sponsored } from '../programs/program-fact.ts';
import { cellWords } from './cell-words.ts';
import type { ProgramCorrection } from './correction.ts';
import { PROGRAM_CELLS } from './program-cells.ts';

export function programWith(program: Program, correction: ProgramCorrection): Program {
  const { field, value, source, checkedOn, certainty } = correction;
  const provenance = { source, checkedOn, certainty };
  if (typeof value === 'object' && 'img' in value) {
    return { ...program, imgResidents: { ...value, ...provenance } };
  }
  if (field === 'esir') {
    const offered = value === 'yes' ? ('yes' as const) : ('no' as const);
    const esir = { offered, statedFor: checkedOn, asOf: checkedOn, ...provenance };
    return { ...program, esir };
  }
  if (field === 'visa-j1' || field === 'visa-h1b') {
    // The newer page is named for both visas: the older answer stays, its source is on the program's own row.
    const before = program.visa ?? { scope: 'program' as const };
    const answer = { [field === 'visa-j1' ? 'j1' : 'h1b']: value } as Pick<Sponsored, 'j1' | 'h1b'>;
    return { ...program, visa: { ...before, ...answer, ...provenance } };
  }
  const text = cellWords(PROGRAM_CELLS[field], value);
  if (field === 'visiting') {
    return { ...program, visiting: { policy: text, statedFor: checkedOn, ...provenance } };
  }
  const fact: Omit<ProgramFact, 'text'> = {
    code: program.code,
    topic: field,
    ...(field === 'graduation-limit' && { graduatedWithinYears: Number(value) || 'none' }),
    ...(field === 'step-minimum' && { leastStep2Ck: Number(value) }),
    stated: `read on ${phraseDay(checkedOn)}`,
    lastYear: Number(checkedOn.slice(0, 4)),
    source,
    certainty,
  };
  const stated = Array.isArray(value) ? value : [text];
  const facts = stated.map((each): ProgramFact => ({ ...fact, text: each }));
  return { ...program, facts: [...(disputedProgram(program, correction).facts ?? []), ...facts] };
}

/** Unknown until someone confirms one of the values: no page decides it either. */
export function disputedProgram(program: Program, { field }: ProgramCorrection): Program {
  const topic = PROGRAM_CELLS[field].at;
  const { [HELD_AS[topic] as 'esir']: _, ...others } = program;
  return { ...others, facts: (program.facts ?? []).filter((fact) => fact.topic !== topic) };
}

/** Topics that have a field of their own. */
const HELD_AS: Readonly<Record<string, keyof Program>> = {
  esir: 'esir',
  visa: 'visa',
  'img-residents': 'imgResidents',
  visiting: 'visiting',
};
