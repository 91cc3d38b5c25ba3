/** A program with corrected cells. */
import type { Program } from '../programs/program.ts';
import type { ProgramCorrection } from './correction.ts';

export function programWith(program: Program, correction: ProgramCorrection): Program {
  const { field, value, source, checkedOn, certainty } = correction;
  const provenance = { source, checkedOn, certainty };
  if (typeof value === 'object' && 'img' in value) {
    return { ...program, imgResidents: { ...value, ...provenance } };
  }
  const answer = value === 'yes' ? ('yes' as const) : ('no' as const);
  if (field === 'esir') {
    const esir = { offered: answer, statedFor: checkedOn, asOf: checkedOn, ...provenance } as const;
    return { ...program, esir };
  }
  // The newer page is named for both visas: the older answer stays, its source is on the program's own row.
  const before = program.visa ?? { scope: 'program' as const };
  const stated = field === 'visa-j1' ? { j1: answer } : { h1b: answer };
  return { ...program, visa: { ...before, ...stated, ...provenance } };
}

/** Nobody knows it until somebody confirms one of the values: no page decides it either. */
export function disputedProgram(program: Program, { field }: ProgramCorrection): Program {
  const { esir, imgResidents, visa, ...others } = program;
  const without = (topic: 'esir' | 'visa') => ({
    facts: (program.facts ?? []).filter((fact) => fact.topic !== topic),
  });
  if (field === 'img-residents') {
    return { ...others, ...(esir && { esir }), ...(visa && { visa }) };
  }
  const counted = { ...others, ...(imgResidents && { imgResidents }) };
  if (field === 'esir') return { ...counted, ...(visa && { visa }), ...without('esir') };
  return { ...counted, ...(esir && { esir }), ...without('visa') };
}
