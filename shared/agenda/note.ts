/** What is worth knowing about a plan but has no day: the plan shows it, and nobody is emailed about it. */
import type { Day } from '#shared/base/time/day.ts';
import type { PacketItem } from '#shared/plan/facts/letter.ts';
import type { Tally } from '#shared/plan/rotation/on-plan.ts';
import type { Mode } from '#shared/world/vocabulary.ts';

/** `reference`: good to know, or not known and worth asking. */
export type NoteWeight = 'warning' | 'advice' | 'reference';

/** A code with its values; `words` has the sentence. A list of hosts names those of which it is not known. */
export type NoteReason =
  | { readonly code: 'ir-path'; readonly unsure: readonly string[] }
  | {
      readonly code: 'two-kinds';
      /** Absent where the plan has one. */
      readonly integrated?: readonly string[];
      readonly esir?: readonly string[];
    }
  | { readonly code: 'tier-1-first' }
  | { readonly code: 'first-month'; readonly tier: 1 | 3 | 'unknown' }
  | {
      readonly code: 'costly';
      readonly tally: Tally;
      readonly usd: number;
      readonly unknown: number;
    }
  | { readonly code: 'five-ir'; readonly tally: Tally }
  | { readonly code: 'third-without-letter' }
  | { readonly code: 'no-spring'; readonly undated: readonly string[] }
  | { readonly code: 'no-summer'; readonly undated: readonly string[] }
  | { readonly code: 'summer-closed'; readonly hosts: readonly string[] }
  | { readonly code: 'late-summer'; readonly due: Day; readonly review?: Day }
  | { readonly code: 'experiences'; readonly most: number; readonly order: readonly string[] }
  | { readonly code: 'pathway' }
  | { readonly code: 'role'; readonly modes: readonly Mode[] }
  | { readonly code: 'share-days' }
  | { readonly code: 'travel-gap'; readonly freeDays: number; readonly startFrom: Day }
  | { readonly code: 'visa-free-stay'; readonly from: Day; readonly to: Day }
  | { readonly code: 'not-from-ir' }
  | { readonly code: 'packet'; readonly missing: readonly PacketItem[]; readonly isKnown: boolean }
  | { readonly code: 'no-letters' }
  | { readonly code: 'letter-late'; readonly due: Day; readonly review: Day }
  | { readonly code: 'unstated' };

export interface Note {
  readonly weight: NoteWeight;
  readonly reason: NoteReason;
  /** Only where it is not the guide's rule. */
  readonly source?: string;
}

/** The rule that each belongs to: the guide's, or one of our own. */
export const NOTE_RULES = {
  'ir-path': 'G2',
  costly: 'G4b',
  'tier-1-first': 'G5',
  'first-month': 'G5b',
  'no-spring': 'G9a',
  'no-summer': 'G9b',
  'summer-closed': 'G9b',
  'late-summer': 'G9b',
  'not-from-ir': 'G10b',
  packet: 'G16',
  experiences: 'G21',
  role: 'G21b',
  'two-kinds': 'G23',
  pathway: 'G24',
  'five-ir': 'G25',
  'third-without-letter': 'G25b',
  'no-letters': 'host-letters',
  unstated: 'host-unstated',
  'letter-late': 'letter-in-time',
  'share-days': 'overlap',
  'travel-gap': 'travel-gap',
  'visa-free-stay': 'visa-free-stay',
} as const satisfies Readonly<Record<NoteReason['code'], string>>;
