/** Answers of the shortlist: each question is computed once per day and world, wherever the host says. */
import { type Clock, dayIn, EASTERN, startOfDay } from '#shared/base/time/instant.ts';
import type { ShortlistProfile } from '#shared/shortlist/profile.ts';
import type { ShortlistAnswer } from '#shared/shortlist/propose.ts';
import type { ShortlistQuestion, Weigh } from '#shared/shortlist/weigh.ts';
import { isSeenBy } from '#shared/world/corrections/unconfirmed.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import type { WorldFor } from '#shared/world/world.ts';

/** An answer takes about a megabyte. */
const ANSWERS_KEPT_MAX = 24;

export type Answers = (
  profile: ShortlistProfile,
  of: { readonly cohortId?: string; readonly requester: string },
) => Promise<ShortlistAnswer | undefined>;

interface AnswerDeps {
  readonly clock: Clock;
  readonly worldFor: WorldFor & { readonly item?: WorldItem };
  readonly weigh: Weigh;
}

/** Rebuilt with the world, so that no answer outlives it. */
export function keptAnswers({ clock, worldFor: { item }, weigh }: AnswerDeps): Answers {
  const kept = new Map<string, Promise<ShortlistAnswer | undefined>>();

  function ask(key: string, question: ShortlistQuestion, requester: string) {
    const asked = weigh(question, requester);
    const forget = () => {
      if (kept.get(key) === asked) kept.delete(key);
    };
    asked.then((answer) => answer ?? forget(), forget);
    return asked;
  }

  return (profile, { cohortId, requester }) => {
    const at = startOfDay(dayIn(EASTERN, clock.now()), EASTERN);
    const normal = {
      ...profile,
      months: profile.months.toSorted(),
      regions: profile.regions.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
    };
    const key = JSON.stringify([normal, at, cohortId]);
    const question = () => ({
      profile: normal,
      at,
      ...(cohortId && { cohortId }),
      ...(item && { item: asSeenBy(item, cohortId) }),
    });
    const answer = kept.get(key) ?? ask(key, question(), requester);
    kept.delete(key);
    kept.set(key, answer);
    for (const oldest of kept.keys()) {
      if (kept.size <= ANSWERS_KEPT_MAX) break;
      kept.delete(oldest);
    }
    return answer;
  };
}

/** What another thread needs of the world, without other cohorts' corrections. */
function asSeenBy(item: WorldItem, cohortId: string | undefined): WorldItem {
  const corrections = item.corrections.filter((each) => isSeenBy(each, cohortId));
  return { ...item, corrections, audit: [] };
}
