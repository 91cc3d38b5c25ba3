/** Small files of the stories, and how they are judged. */

import { checkImport, type Reading } from '#shared/cohort/import/check.ts';
import { type Mapping, suggestMapping } from '#shared/cohort/import/mapping.ts';
import { type Answers, problemWords } from '#shared/cohort/import/problem.ts';
import { readCsv } from '#shared/cohort/import/read-csv.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../../cast.ts';

export const HEADER = 'Name,Email,Time zone,Match year,Enrollment,Pathway';
export const ALICE = 'Alice Mathew,alice@example.org,Asia/Kolkata,2028,enrolled,integrated-ir';
export const BOB = 'Bob Tane,bob@example.org,Pacific/Auckland,2028,graduate,dr-esir';

const TERMS = {
  importId: 'i1',
  cohortId: 'c2028',
  at: MONDAY,
  world: PUBLISHED_WORLD,
  answers: {},
} as const;

const NOTHING = {
  notices: [],
  people: [],
  unread: [],
  unclear: [],
  orders: [],
  questions: [],
  outcomes: undefined,
  rotations: undefined,
};

export function file(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}

/** The file judged against whom the cohort has; what is wrong or unclear in it as sentences. */
export async function judged(
  text: string,
  known: readonly Applicant[] = [],
  mapping?: Mapping,
  answers: Answers = {},
  reading: Partial<Reading> = {},
) {
  const table = readCsv(text);
  if (!table.ok) {
    return { ...NOTHING, messages: table.failure.map(problemWords) };
  }
  const checked = await checkImport(
    table.value,
    { mapping: mapping ?? suggestMapping(table.value.header), ...reading },
    { ...TERMS, answers },
    async (address) => ({
      known: known.find(({ facts }) => facts.profile.address === address),
      newId: address.replaceAll(/[@.]/g, '-'),
    }),
  );
  const { problems, notices, ...others } = checked;
  const open = [...problems, ...others.unclear, ...others.orders];
  const messages = open.toSorted((a, b) => a.line - b.line).map(problemWords);
  return { ...others, messages, notices: notices.map(problemWords) };
}
