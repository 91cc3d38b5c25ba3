/** One name at two addresses of a sheet: one person listed twice, or two people. */
import { columnOf, type Mapping } from './mapping.ts';
import { wordsIn } from './name-words.ts';
import { type Answers, PERSON_KEY, type Question } from './problem.ts';
import type { PersonLines } from './read-people.ts';

/** @param members addresses of the cohort: two of them are two people already */
export function twinsAmong(
  people: readonly PersonLines[],
  members: ReadonlySet<string>,
  mapping: Mapping,
  answers: Answers,
): Question[] {
  const firsts = new Map<string, PersonLines>();
  return people.flatMap((person): Question[] => {
    const { line, address, profile } = person;
    const name = wordsIn(profile.name).join(' ');
    const first = firsts.get(name);
    if (name !== '' && !first) firsts.set(name, person);
    const key = `${PERSON_KEY}${line}`;
    if (!first || answers[key] === 'second') return [];
    if (members.has(address) && members.has(first.address)) return [];
    const message = `“${profile.name}” is also on line ${first.line}, with the address ${first.address} instead of ${address}. Are they two people? If not, give both lines the same address.`;
    return [{ line, ...columnOf(mapping, 'name'), message, key, candidates: [] }];
  });
}
