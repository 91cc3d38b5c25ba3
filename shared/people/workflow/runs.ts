/** What a rotation's item remembers of its execution, and how that changes. */

import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant, Run } from '../person/applicant.ts';

type Wait = NonNullable<Run['wait']>;

/** The run that counts for a rotation. The first needs no record: a rotation that has none is at its first. */
export function runOf(applicant: Applicant, rotationId: string): number {
  return applicant.runs[rotationId]?.run ?? 1;
}

/** The next run is committed before it is started; due now, so that a sweep starts it if nobody else does. */
export function withNextRun(applicant: Applicant, rotationId: string, now: Instant): Applicant {
  const next = { run: runOf(applicant, rotationId) + 1 };
  return { ...applicant, dueAt: now, runs: { ...applicant.runs, [rotationId]: next } };
}

/** The item with an execution waiting for a rotation's next event. */
export function withWait(applicant: Applicant, rotationId: string, wait: Wait): Applicant {
  const waiting = { run: runOf(applicant, rotationId), wait };
  return { ...applicant, runs: { ...applicant.runs, [rotationId]: waiting } };
}

/** Nobody waits here any more. The same object when nobody did. */
export function withoutWait(applicant: Applicant, rotationId: string): Applicant {
  const { [rotationId]: standing, ...others } = applicant.runs;
  if (!standing?.wait) return applicant;
  const isThere = applicant.facts.rotations.some(({ id }) => id === rotationId);
  return {
    ...applicant,
    runs: isThere ? { ...others, [rotationId]: { run: standing.run } } : others,
  };
}
