/** One question to the shortlist, its answer, and who computes it: here, or in another thread. */
import type { Instant } from '#shared/base/time/instant.ts';
import { worldsOf } from '#shared/world/corrections/changed-world.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import type { ShortlistProfile } from './profile.ts';
import { answerTo, type ShortlistAnswer } from './propose.ts';

/** Everything an answer depends on, as plain data. */
export interface ShortlistQuestion {
  readonly profile: ShortlistProfile;
  /** Midnight: the answer is the same all day. */
  readonly at: Instant;
  readonly cohortId?: string;
  /** Absent: the release's own data. */
  readonly item?: WorldItem;
}

/** Computes answers. Undefined when too many are waiting, or this one takes too long. */
export type Weigh = (
  question: ShortlistQuestion,
  requester: string,
) => Promise<ShortlistAnswer | undefined>;

/** For a process that answers one request at a time, and for the separate thread of one that does not. */
export const weighHere: Weigh = async ({ profile, at, cohortId, item }) => {
  const worldFor = item ? worldsOf(item) : () => PUBLISHED_WORLD;
  return answerTo(profile, worldFor(cohortId), at);
};
