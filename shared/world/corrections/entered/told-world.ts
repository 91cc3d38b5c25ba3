/** The world with the facts that two advisors stand behind. Whatever reads the world sees them where the files' own would stand. */
import type { Institution } from '../../programs/institution.ts';
import type { Programme } from '../../programs/program.ts';
import type { World } from '../../world.ts';
import { type EnteredFact, isOfProgramme, type Statement } from './fact.ts';
import { isWaiting } from './judge-fact.ts';

export function toldWorld(facts: readonly EnteredFact[], world: World): World {
  const bySubject = new Map<string, Statement[]>();
  for (const { statement } of facts.filter((fact) => !isWaiting(fact))) {
    bySubject.set(statement.subject, [...(bySubject.get(statement.subject) ?? []), statement]);
  }
  if (bySubject.size === 0) return world;
  const told = (programme: Programme): Programme =>
    (bySubject.get(programme.code) ?? []).reduce(toldProgramme, programme);
  return {
    ...world,
    host: (id) => {
      const host = world.host(id);
      return host && (bySubject.get(host.id) ?? []).reduce(toldHost, host);
    },
    programme: (code) => {
      const programme = world.programme(code);
      return programme && told(programme);
    },
    programmesAt: (id) => world.programmesAt(id).map(told),
  };
}

function toldHost(host: Institution, statement: Statement): Institution {
  const { name, answer } = statement;
  if (isOfProgramme(name) || answer === undefined) return host;
  return {
    ...host,
    teaching: { ...host.teaching, [name]: { answer, ...provenanceOf(statement) } },
  };
}

function toldProgramme(programme: Programme, statement: Statement): Programme {
  const { name, answer, count, checkedOn } = statement;
  const provenance = provenanceOf(statement);
  if (name === 'img-residents' && count) {
    return { ...programme, imgResidents: { ...count, ...provenance } };
  }
  if (answer === undefined) return programme;
  if (name === 'esir') {
    const esir = {
      offered: answer,
      statedFor: checkedOn,
      confidence: 'high',
      ...provenance,
    } as const;
    return { ...programme, esir };
  }
  if (name !== 'visa-j1' && name !== 'visa-h1b') return programme;
  const stated = name === 'visa-j1' ? { j1: answer } : { h1b: answer };
  // The newer page is named for both visas: the older answer stays, its source is on the programme's own row.
  const before = programme.visa ?? { scope: 'programme' };
  return { ...programme, visa: { ...before, ...stated, ...provenance } };
}

function provenanceOf({ source, checkedOn, certainty }: Statement) {
  return { source, checkedOn, certainty };
}
