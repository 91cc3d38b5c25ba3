/** What is known about a program well enough to decide by: what advisors confirmed, else dated and recent pages that agree. */
import type { Provenance } from '../provenance.ts';
import type { Program } from './program.ts';
import {
  type Esir,
  hintOf,
  type ProgramFact,
  type ProgramTopic,
  type Sponsored,
  yearOf,
} from './program-fact.ts';

export function esirOf(program: Program | undefined): Esir | undefined {
  if (program?.esir) return program.esir;
  const fact = deciding(program, 'esir').find(({ esir }) => esir === 'yes');
  if (!fact) return undefined;
  const asOf = yearOf(fact);
  return {
    offered: 'yes',
    statedFor: fact.stated,
    ...(asOf && { asOf }),
    ...provenanceOfFact(fact),
  };
}

/** Where pages disagree about a visa, it is not known. */
export function visaOf(program: Program | undefined): Sponsored | undefined {
  const facts = deciding(program, 'visa');
  const [first] = facts;
  if (!first) return program?.visa;
  const j1 = agreed(facts.flatMap(({ visa }) => visa?.j1 ?? []));
  const h1b = agreed(facts.flatMap(({ visa }) => visa?.h1b ?? []));
  return {
    ...(j1 && { j1 }),
    ...(h1b && { h1b }),
    ...(first.scope && { scope: first.scope }),
    ...provenanceOfFact(first),
    ...program?.visa,
  };
}

/** The facts of a topic that may make something met or not met. */
export function deciding(program: Program | undefined, topic: ProgramTopic): ProgramFact[] {
  return (program?.facts ?? []).filter(
    (fact) => fact.topic === topic && hintOf(fact, program?.listSeason ?? 0) === undefined,
  );
}

/** The other facts, each with the reason why it decides nothing: `“J-1 only” (a hint: the page is undated)`. */
export function hintsFor(program: Program, topic: ProgramTopic): string[] {
  return (program.facts ?? []).flatMap((fact) => {
    const why = fact.topic === topic && hintOf(fact, program.listSeason);
    return why ? [`“${fact.text}” (a hint: ${why})`] : [];
  });
}

export function provenanceOfFact({ source, publisher, certainty }: ProgramFact): Provenance {
  return { source: publisher ? `${publisher}: ${source}` : source, certainty };
}

function agreed<Value>(values: readonly Value[]): Value | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
