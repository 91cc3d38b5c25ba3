/** An English score that is typed: compared with a host's minimum on the page that asks, and kept nowhere. */
import { expect, test } from 'vitest';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { readQuery } from '#shared/views/pages/shortlist/read-query.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';

const ASKED: readonly (readonly [string, string])[] = [
  ['matchYear', '2028'],
  ['pathway', 'dr-esir'],
  ['enrollment', 'enrolled'],
  ['month.2027-05', 'yes'],
];

/** What is said of English at UPMC, which wants 106 on the TOEFL. */
function saidAtUpmc(...typed: readonly (readonly [string, string])[]): string[] {
  const read = readQuery([...ASKED, ...typed]);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const { lines, failing } = shortlist(read.value, PUBLISHED_WORLD, MONDAY).rotations;
  const upmc = [...lines, ...failing].find(({ id }) => id === 'upmc-international-electives');
  return (upmc?.gates ?? []).flatMap(({ text }) => (/English|TOEFL/.test(text) ? [text] : []));
}

test('nothing typed is asked about, enough is met, and too little is said', () => {
  const [unknown] = saidAtUpmc();
  const [enough] = saidAtUpmc(['english.toefl', '106']);
  const [low] = saidAtUpmc(['english.toefl', '105']);
  expect(new Set([unknown, enough, low]).size).toBe(3);
  expect(low).toMatch(/106/);
});

test('a score that is none is refused by its name', () => {
  const read = readQuery([...ASKED, ['english.ielts', 'seven']]);
  expect(JSON.stringify(read)).toContain('english.ielts');
});
