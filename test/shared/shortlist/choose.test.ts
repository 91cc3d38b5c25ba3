/** Which of the best plans are shown. */
import { expect, test } from 'vitest';
import { choosePlans } from '#shared/shortlist/choose.ts';
import type { Option } from '#shared/shortlist/option.ts';
import { optionsOf } from '#shared/shortlist/option.ts';
import { askedOn } from '#shared/shortlist/profile.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
import { aliceAsks } from './profiles.ts';

const profile = aliceAsks({ months: ['2027-08'] });
const { lines } = shortlist(profile, PUBLISHED_WORLD, MONDAY).rotations;
const { options } = optionsOf(lines, askedOn(MONDAY, profile, PUBLISHED_WORLD));
const at = (hostId: string, of: Pick<Option, 'rank' | 'doubts'> & { usd: number }): Option => {
  const option = options.find(({ site }) => site.host.hostId === hostId);
  if (!option) throw new Error(`No option at ${hostId}`);
  const { rank, doubts, usd } = of;
  return { ...option, rank, doubts, cost: { knownUsd: usd, unknown: 0 } };
};
const flaws = () => ({ warnings: 0, advice: 0 });
const told = (chosen: ReturnType<typeof choosePlans>) =>
  chosen.map(({ aim, plan }) => [aim, plan.map(({ site }) => site.host.hostId)]);

test('each aim’s best is shown, each plan once', () => {
  const yale = at('yale', { rank: 1, doubts: 1, usd: 4000 });
  const stanford = at('stanford', { rank: 2, doubts: 2, usd: 1000 });
  expect(told(choosePlans({ options: [yale, stanford], size: 1, flaws }))).toEqual([
    ['fit', ['yale']],
    ['cost', ['stanford']],
  ]);
});

test('where all aims agree, another does without the host that leaves most open', () => {
  const yale = at('yale', { rank: 1, doubts: 1, usd: 1000 });
  const stanford = at('stanford', { rank: 2, doubts: 2, usd: 4000 });
  const chosen = choosePlans({ options: [yale, stanford], size: 1, flaws });
  expect(told(chosen)).toEqual([
    ['fit', ['yale']],
    ['other', ['stanford']],
  ]);
  expect(chosen[1]?.title).toBe(
    'Without Yale School of Medicine: Visiting International Student Elective Program, which leaves most open',
  );
});

test('where there is one host only, there is one plan; where none, none', () => {
  const yale = at('yale', { rank: 1, doubts: 1, usd: 1000 });
  expect(told(choosePlans({ options: [yale], size: 1, flaws }))).toEqual([['fit', ['yale']]]);
  expect(choosePlans({ options: [], size: 0, flaws })).toEqual([]);
});
