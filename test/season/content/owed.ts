/** An obligation to say something: what keeps it, and from when to when. */
import type { Day } from '#shared/base/time/day.ts';
import type { TopicName } from '#shared/plan/facts/topics.ts';

export interface Owed {
  readonly key: string;
  /** An email before it is too early to count. */
  readonly from: Day;
  readonly by: Day;
  /** How many days before `by` the thing must have been as it is. */
  readonly noticeDays: number;
  readonly says: RegExp;
  /** One of these stands in the same statement. */
  readonly names?: readonly string[];
  /** A day that the same statement has. */
  readonly day?: Day;
  /** The topic under which a reader can stop it; news cannot be stopped. */
  readonly topic?: Exclude<TopicName, 'overview'>;
  /** The day from which it is owed again, where it changes. */
  readonly state: string;
}

/** What a rotation owes; its name and its state are added. */
export type OfRotation = Omit<Owed, 'state' | 'names'>;

export const AT_ONCE: Day = '2000-01-01';
