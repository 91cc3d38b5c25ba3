/** Wrong links, hours, counts, and days, each of which looks right by itself: the oracle names what is wrong. */
import { expect, test } from 'vitest';
import type { RoleName } from './cast.ts';
import type { Plant } from './plant.ts';
import { plantedSeason } from './planted-season.ts';

interface Wrong extends Plant {
  readonly name: string;
  readonly role: RoleName;
  readonly seenAs: RegExp;
}

const WRONG: Wrong[] = [
  {
    name: 'a button leads to another rotation than its sentence names',
    role: 'withdrawn',
    file: 'shared/views/email/digest.ts',
    find: 'button: { label: occasion.words.button, url: urlOf(occasion, urls) }',
    becomes:
      "button: { label: occasion.words.button, url: urlOf({ ...occasion, rotationId: 'r1' }, urls) }",
    seenAs: /a link to another rotation/,
  },
  {
    name: 'a line of the list leads to another rotation than it names',
    role: 'withdrawn',
    file: 'shared/views/email/digest.ts',
    find: 'url: urlOf(nudge.occasion, urls),',
    becomes: "url: urlOf({ ...nudge.occasion, rotationId: 'r2' }, urls),",
    seenAs: /a link to another rotation/,
  },
  {
    name: 'an hour in California is told as one in New York',
    role: 'offeredUntilFive',
    file: 'shared/plan/moves/transition.ts',
    find: 'zoneOfState(host?.offering.state)',
    becomes: "zoneOfState(host && 'NY')",
    seenAs: /another hour than the host has/,
  },
  {
    name: 'a letter from IR is also the one from outside IR',
    role: 'agreed',
    file: 'shared/agenda/matters/counts.ts',
    find: "'other-letter', letters.filter(isOther)",
    becomes: "'other-letter', letters.filter((each) => isOther(each) || each.letter)",
    seenAs: /a letter from outside IR/,
  },
  {
    name: 'a writer of one letter is told of two',
    role: 'writerEmailed',
    file: 'shared/people/writer/plan-writer.ts',
    find: 'letters: dueNow.map(({ letter }) => letter),',
    becomes: 'letters: dueNow.flatMap(({ letter }) => [letter, letter]),',
    seenAs: /counts more letters than were promised/,
  },
  {
    name: 'the news that a writer declined has the day that was due before',
    role: 'declined',
    file: 'shared/words/occasions.ts',
    find: 'return last && due && last >= due.day ? last : undefined;',
    becomes: 'return last && due && last >= due.day ? due.day : undefined;',
    seenAs: /news with the day that was due before/,
  },
  {
    name: 'a weekday is that of the day after',
    role: 'applying',
    file: 'shared/base/time/phrase.ts',
    find: 'WEEKDAYS[weekdayOf(day)]',
    becomes: 'WEEKDAYS[(weekdayOf(day) + 1) % 7]',
    seenAs: /a weekday that the day is not/,
  },
  {
    name: 'a writer is told the weekday of the day before',
    role: 'writerEmailed',
    file: 'shared/base/time/phrase.ts',
    find: 'WEEKDAYS[weekdayOf(day)]',
    becomes: 'WEEKDAYS[(weekdayOf(day) + 6) % 7]',
    seenAs: /names a day by another weekday/,
  },
];

test.each(WRONG)('contradicted: $name', async ({ role, seenAs, ...plant }) => {
  const said = await plantedSeason([role], plant);
  expect(said).toContainEqual(expect.stringMatching(seenAs));
});

test('and none of them is seen where nothing is planted', async () => {
  expect(await plantedSeason([...new Set(WRONG.map(({ role }) => role))])).toEqual([]);
});
