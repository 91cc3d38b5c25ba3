/** The world with the facts that a second advisor confirmed, as one cohort sees them, in place of the data files' own. */
import type { Institution } from '../../programs/institution.ts';
import type { Program } from '../../programs/program.ts';
import type { World } from '../../world.ts';
import { asSeen, isSeenBy } from '../unconfirmed.ts';
import { type EnteredFact, isOfProgram, type Statement } from './fact.ts';
import { isWaiting } from './judge-fact.ts';

export function worldWithFacts(
  facts: readonly EnteredFact[],
  world: World,
  cohortId?: string,
): World {
  const bySubject = new Map<string, Statement[]>();
  for (const fact of facts.filter((each) => countsFor(each, cohortId))) {
    const { unconfirmed, statement: stated } = fact;
    const statement = asSeen({ ...stated, ...(unconfirmed && { unconfirmed }) });
    const subject = world.host(statement.subject)?.hostId ?? statement.subject;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), statement]);
  }
  if (bySubject.size === 0) return world;
  const withFacts = (program: Program): Program =>
    (bySubject.get(program.code) ?? []).reduce(programWith, program);
  return {
    ...world,
    host: (id, mode) => {
      const host = world.host(id, mode);
      return host && (bySubject.get(host.hostId) ?? []).reduce(hostWith, host);
    },
    program: (code) => {
      const program = world.program(code);
      return program && withFacts(program);
    },
    programsAt: (id) => world.programsAt(id).map(withFacts),
  };
}

/** True where people of this cohort see it; without a cohort, where everyone does. */
export function countsFor(fact: EnteredFact, cohortId?: string): boolean {
  return !isWaiting(fact) && isSeenBy(fact, cohortId);
}

function hostWith(host: Institution, statement: Statement): Institution {
  const { name, answer } = statement;
  if (isOfProgram(name) || answer === undefined) return host;
  return {
    ...host,
    teaching: { ...host.teaching, [name]: { answer, ...provenanceOf(statement) } },
  };
}

function programWith(program: Program, statement: Statement): Program {
  const { name, answer, count, checkedOn } = statement;
  const provenance = provenanceOf(statement);
  if (name === 'img-residents' && count) {
    return { ...program, imgResidents: { ...count, ...provenance } };
  }
  if (answer === undefined) return program;
  if (name === 'esir') {
    const esir = {
      offered: answer,
      statedFor: checkedOn,
      asOf: checkedOn,
      ...provenance,
    } as const;
    return { ...program, esir };
  }
  if (name !== 'visa-j1' && name !== 'visa-h1b') return program;
  const stated = name === 'visa-j1' ? { j1: answer } : { h1b: answer };
  // The newer page is named for both visas: the older answer stays, its source is on the program's own row.
  const before = program.visa ?? { scope: 'program' };
  return { ...program, visa: { ...before, ...stated, ...provenance } };
}

function provenanceOf({ source, checkedOn, certainty }: Statement) {
  return { source, checkedOn, certainty };
}
