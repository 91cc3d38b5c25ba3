/** Every law on so many plans: what breaks it, what the plans reached, and the CPU time. */
import { standingOf } from '#shared/agenda/agenda-at.ts';
import { ENDS, type End, endsOf } from './ends.ts';
import { JUDGE, LAWS } from './laws.ts';
import { plansOf } from './plans.ts';

export interface LawsRun {
  readonly plans: number;
  readonly matters: number;
  /** By law, in the laws' order. */
  readonly broken: Readonly<Record<string, readonly string[]>>;
  /** `letter late`: how many matters. */
  readonly reached: Readonly<Record<string, number>>;
  /** How many rules of the guide end so, over all plans. */
  readonly ends: Readonly<Record<End, number>>;
  readonly cpuSeconds: number;
}

export function runLaws(count: number): LawsRun {
  const began = process.cpuUsage();
  const plans = plansOf(count);
  const reached: Record<string, number> = {};
  const ends = Object.fromEntries(ENDS.map((end) => [end, 0])) as Record<End, number>;
  let matters = 0;
  for (const plan of plans) {
    const at = JUDGE(plan.applicant.facts, plan.now);
    for (const end of endsOf(plan, at).values()) ends[end] += 1;
    matters += at.matters.length;
    for (const matter of at.matters) {
      const key = `${matter.kind} ${standingOf(at, matter).name}`;
      reached[key] = (reached[key] ?? 0) + 1;
    }
  }
  const broken = Object.fromEntries(
    Object.entries(LAWS).map(([name, law]) => [
      name,
      plans.flatMap((plan) => law(plan, JUDGE).map((what) => `plan ${plan.seed}: ${what}`)),
    ]),
  );
  const { user, system } = process.cpuUsage(began);
  return { plans: count, matters, broken, reached, ends, cpuSeconds: (user + system) / 1e6 };
}
