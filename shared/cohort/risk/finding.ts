/** What puts one person at risk on one day: the reason, who acts next, the action, and the data behind it. */
import type { Party } from '#shared/agenda/matter.ts';
import { capital } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Risk } from '#shared/people/casework/codes.ts';

export interface Finding extends Risk {
  readonly rule: string;
  /** The day of its cause. */
  readonly since: Day;
  /** The day it came to this level. */
  readonly levelSince: Day;
  /** The last day it can still be done. */
  readonly lastDay?: Day;
  readonly rotationId?: string;
  readonly owner: Party;
  /** Computed only when read: a page shows fifty of ten thousand people. */
  words(): FindingWords;
}

export interface FindingWords {
  /** Without a final period. */
  readonly reason: string;
  /** Without a final period. */
  readonly action: string;
  /** The dates behind it, with their sources. */
  readonly data: readonly string[];
}

/** "Apply for the Yale IR rotation: due Fri, Jan 15, 2027 (9 days ago). Call to find out whether it was done." */
export function sentenceOf(finding: Pick<Finding, 'words'>): string {
  const { reason, action } = finding.words();
  return `${reason}. ${capital(action)}.`;
}
