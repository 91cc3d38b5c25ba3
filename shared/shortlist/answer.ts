/** What the shortlist's page shows for one profile on one day: plain data, so that another thread can make it. */
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import { asOf, type ShortlistProfile } from './profile.ts';
import { type Proposals, propose } from './propose.ts';
import { type Shortlist, shortlist } from './shortlist.ts';

export interface ShortlistAnswer {
  readonly list: Shortlist;
  readonly proposals: Proposals;
}

export function answerTo(given: ShortlistProfile, world: World, at: Instant): ShortlistAnswer {
  const profile = asOf(given, dayIn(EASTERN, at));
  const list = shortlist(profile, world, at);
  return { list, proposals: propose(list, profile, world, at) };
}
