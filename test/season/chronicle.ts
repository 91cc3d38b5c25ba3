/** What a season's pictures are drawn from: emails a week by kind, and one applicant's rotations, acts and emails. */

import { DAY_MS, type Instant, msBetween } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { StageName } from '#shared/plan/facts/stage-names.ts';
import type { LeftEmail } from './oracle.ts';

export interface Chronicle {
  /** Emails that left in each week of the season, by stream. */
  readonly weeks: Readonly<Record<string, readonly number[]>>;
  readonly life: Life;
}

export interface Life {
  readonly name: string;
  readonly rotations: readonly LifeOfRotation[];
  readonly emails: readonly { readonly at: Instant; readonly stream: string }[];
  readonly acts: readonly Instant[];
}

interface LifeOfRotation {
  readonly id: string;
  readonly host: string;
  readonly stages: readonly { readonly stage: StageName; readonly from: Instant }[];
}

interface Chronicler {
  wrote(item: Applicant): void;
  left(email: LeftEmail): void;
  chronicle(): Chronicle;
}

/** @param whom the person whose life is told */
export function chronicler(start: Instant, days: number, whom: string): Chronicler {
  const weeks: Record<string, number[]> = {};
  const rotations = new Map<
    string,
    { id: string; host: string; stages: LifeOfRotation['stages'] }
  >();
  const emails: { at: Instant; stream: string }[] = [];
  const acts: Instant[] = [];
  let name = whom;
  return {
    wrote({ id, facts, history }) {
      if (id !== whom) return;
      name = facts.profile.name;
      for (const rotation of facts.rotations) {
        const known = rotations.get(rotation.id);
        const stages = known?.stages ?? [];
        if (stages.at(-1)?.stage === rotation.stage) continue;
        const entered = { stage: rotation.stage, from: rotation.since };
        const host = rotation.host.name;
        rotations.set(rotation.id, { id: rotation.id, host, stages: [...stages, entered] });
      }
      const last = history.at(-1);
      if (last && last.by !== 'time' && acts.at(-1) !== last.at) acts.push(last.at);
    },
    left({ personId, stream, at }) {
      const week = Math.floor(msBetween(start, at) / (7 * DAY_MS));
      const counts = weeks[stream] ?? Array.from({ length: Math.ceil(days / 7) }, () => 0);
      weeks[stream] = counts.with(week, (counts[week] ?? 0) + 1);
      if (personId === whom) emails.push({ at, stream });
    },
    chronicle: () => ({ weeks, life: { name, rotations: [...rotations.values()], emails, acts } }),
  };
}
