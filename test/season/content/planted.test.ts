/** Wrong rules, chosen by somebody who had not read the oracle: it contradicts each, on the smallest cast that shows it. */
import { expect, test } from 'vitest';
import type { RoleName } from './cast.ts';
import type { Plant } from './plant.ts';
import { plantedSeason } from './planted-season.ts';

const LEFT_OUT: Wrong[] = [
  {
    name: 'nobody has to send the application to ERAS',
    role: 'applyingToEras',
    file: 'shared/agenda/matters/season.ts',
    find: 'if (!submit || !review) return days;',
    becomes: 'if (days) return days;',
  },
  {
    name: 'no ESTA is asked for',
    role: 'esta',
    file: 'shared/agenda/matters/arrival.ts',
    find: "paper === 'esta' ? [esta(rotation, held)] : []",
    becomes: '[]',
  },
  {
    name: 'an uploaded letter is not assigned to programs',
    role: 'uploaded',
    file: 'shared/agenda/matters/letters.ts',
    find: '...assign(of),',
    becomes: '',
  },
  {
    name: 'the end of an offer is forgotten',
    role: 'offered',
    file: 'shared/agenda/matters/path.ts',
    find: 'const ends = offer && offerEnd(offer);',
    becomes: 'const ends = undefined;',
  },
];

const SAID_WRONGLY: Wrong[] = [
  {
    name: 'targets are listed six months before Match Day, not twelve',
    role: 'empty',
    file: 'shared/agenda/matters/counts.ts',
    find: 'plusMonths(match.day, -12),',
    becomes: 'plusMonths(match.day, -6),',
  },
  {
    name: 'a day of our own is called official',
    role: 'visa',
    file: 'shared/agenda/deadline.ts',
    find: "certainty: 'estimated' };",
    becomes: "certainty: 'official' };",
  },
  {
    name: 'a past day is still ahead',
    role: 'citizen',
    file: 'shared/views/mail/digest.ts',
    find: 'const isPast = now >= deadline.at;',
    becomes: 'const isPast = false;',
  },
];

const ASKED_WRONGLY: Wrong[] = [
  {
    name: 'a rotation at home needs an ESTA',
    role: 'atHome',
    file: 'shared/plan/documents/entry-paper.ts',
    find: 'if (!isInUs(rotation)) return undefined;',
    becomes: '',
  },
  {
    name: 'a document that the host accepted is asked for again',
    role: 'citizen',
    file: 'shared/agenda/matters/papers.ts',
    find: "...(standing.word === 'cleared' && { done: true as const }),",
    becomes: '',
  },
  {
    name: 'a host that grants no letter is asked for one',
    role: 'atStanford',
    file: 'shared/agenda/matters/letters.ts',
    find: '?.grantsLetters === false',
    becomes: '?.grantsLetters === null',
  },
  {
    name: 'somebody without an advisor is referred to one',
    role: 'alone',
    file: 'shared/views/mail/closing.ts',
    find: "return hasAdvisor(reader) ? ['Your advisor",
    becomes: "return reader ? ['Your advisor",
  },
];

interface Wrong extends Plant {
  readonly name: string;
  readonly role: RoleName;
}

test.each([...LEFT_OUT, ...SAID_WRONGLY, ...ASKED_WRONGLY])(
  'contradicted: $name',
  async ({ role, ...plant }) => {
    expect(await plantedSeason([role], plant)).not.toEqual([]);
  },
);
