/** Every reason to refuse a change of the world: a code with its values. The sentences are in shared/words/world-refusals.ts. */
import type { RefusalBy } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';

export const worldRefusals = {
  unknownSubject: (isProgram: boolean) =>
    ({
      reason: 'unknown-subject',
      isProgram,
      field: isProgram ? 'code' : 'institutionId',
    }) as const,
  past: (day: Day) => ({ reason: 'past', day, field: 'day' }) as const,
  checkedLater: () => ({ reason: 'checked-later', field: 'checkedOn' }) as const,
  unsound: (problem: string) => ({ reason: 'unsound', problem, field: 'day' }) as const,
  unknownSource: () => ({ reason: 'unknown-source', field: 'source' }) as const,
  same: () => ({ reason: 'same', field: 'day' }) as const,
  notOfficial: (domains: readonly string[]) =>
    ({ reason: 'not-official', domains, field: 'certainty' }) as const,
  noCohort: () => ({ reason: 'no-cohort' }) as const,
  notYours: () => ({ reason: 'not-yours' }) as const,
  knownHost: () => ({ reason: 'known-host', field: 'name' }) as const,
  own: () => ({ reason: 'own' }) as const,
  colleague: () => ({ reason: 'colleague' }) as const,
  nothingToConfirm: () => ({ reason: 'nothing-to-confirm' }) as const,
  tooMany: () => ({ reason: 'too-many' }) as const,
  tooManySeasons: () => ({ reason: 'too-many-seasons' }) as const,
  notTheLatest: () => ({ reason: 'not-the-latest' }) as const,
  noSuchSeason: (matchYear: number) => ({ reason: 'no-such-season', matchYear }) as const,
  busy: () => ({ reason: 'busy' }) as const,
} as const;
export type WorldRefusal = RefusalBy<typeof worldRefusals>;
