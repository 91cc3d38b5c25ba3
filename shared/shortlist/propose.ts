/** Two or three whole plans from a shortlist, months, and a budget, and why they leave out other sites. Pure. */
import { WAIT_UNKNOWN_DAYS } from '#shared/agenda/matters/step-times.ts';
import { hostPath } from '#shared/base/links/urls.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { type CostTotal, type Estimate, totalOf } from '#shared/plan/costs/estimate.ts';
import { rotationCosts, seasonCosts } from '#shared/plan/costs/rotation-costs.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Finding } from '#shared/words/findings.ts';
import type { World } from '#shared/world/world.ts';
import { type Chosen, choosePlans } from './choose.ts';
import { type Flaws, findingsOf, flawJudge, flawsOf } from './flaws.ts';
import type { Gate } from './gates.ts';
import { type LeftOut, type Option, optionsOf } from './option.ts';
import type { WhatIf } from './outcome.ts';
import { doubtsOf } from './possible.ts';
import { askedOn, asOf, type ShortlistProfile } from './profile.ts';
import { type Shortlist, shortlist } from './shortlist.ts';
import type { DatedStep } from './timetable.ts';
import { type WhatIfTerms, whatIfs } from './what-if.ts';

export interface PlannedStay {
  readonly rotation: Rotation;
  readonly month: string;
  readonly path: string;
  /** What is not known yet; ask the host. */
  readonly doubts: readonly string[];
  readonly costs: readonly Estimate[];
  /** In the order in which they are done, the first one first. */
  readonly steps: readonly DatedStep[];
  /** Another site for the same month that keeps the plan as sound. */
  readonly backup?: { readonly name: string; readonly path: string };
}

export interface Proposal {
  readonly aim: Chosen['aim'];
  readonly title: string;
  readonly stays: readonly PlannedStay[];
  readonly costs: readonly Estimate[];
  readonly total: CostTotal;
  /** True if the plan check has no warning. */
  readonly isSound: boolean;
  readonly findings: readonly Finding[];
  readonly whatIf: readonly WhatIf[];
}

export interface Proposals {
  readonly plans: readonly Proposal[];
  /** Why there is none, and what to change. */
  readonly none?: string;
  /** What cannot be reached from today on, and what would change that; said first. */
  readonly unreached: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** What the shortlist's page shows for one profile on one day: plain data, so that another thread can make it. */
export interface ShortlistAnswer {
  readonly list: Shortlist;
  readonly proposals: Proposals;
}

export function answerTo(given: ShortlistProfile, world: World, at: Instant): ShortlistAnswer {
  const profile = asOf(given, dayIn(EASTERN, at));
  const list = shortlist(profile, world, at);
  return { list, proposals: propose(list, profile, world, at) };
}

export function propose(
  { rotations }: Pick<Shortlist, 'rotations'>,
  profile: ShortlistProfile,
  world: World,
  at: Instant,
): Proposals {
  const asked = askedOn(at, profile, world);
  const failing = rotations.failing.map(({ name, why }) => ({ name, why }));
  if (profile.months.length === 0) {
    const none = 'Name the months in which you can rotate.';
    return { plans: [], none, unreached: [], leftOut: failing };
  }
  const { options, leftOut, monthsLeft } = optionsOf(rotations.lines, asked);
  const once = seasonCosts(profile);
  const judge = flawJudge(options, asked);
  const size = Math.min(profile.rotationsWished, new Set(options.map(({ month }) => month)).size);
  const left =
    profile.budgetUsd === undefined ? undefined : profile.budgetUsd - totalOf(once).knownUsd;
  const plans = choosePlans({
    options,
    size,
    flaws: judge,
    ...(left !== undefined && { budgetUsd: left }),
  }).map((chosen) => proposal(chosen, options, { ...asked, once, judge }));
  const used = new Set(
    plans.flatMap(({ stays }) => stays.map(({ rotation }) => rotation.host.institutionId)),
  );
  const others = options.filter(({ site }) => !used.has(site.host.id));
  const unused = [...new Set(others.map(({ site }) => site.name))].map((name) => ({
    name,
    why: 'Other places rank higher for the same months, or cost less.',
  }));
  return {
    plans,
    ...(plans.length === 0 && { none: whyNone(options, left) }),
    unreached: unreachedOf(monthsLeft, size, profile),
    leftOut: [...unused, ...leftOut, ...failing],
  };
}

function unreachedOf(
  monthsLeft: readonly string[],
  size: number,
  { entry, visaWaitDays, rotationsWished }: ShortlistProfile,
): string[] {
  if (monthsLeft.length === 0) return [];
  const isGuess = entry === 'visa' && visaWaitDays === undefined;
  return [
    ...monthsLeft,
    ...(size > 0 && size < rotationsWished
      ? [`So a plan has ${size} of the ${rotationsWished} rotations you want.`]
      : []),
    ...(isGuess
      ? [
          `We counted ${WAIT_UNKNOWN_DAYS} days for the consulate’s wait. Enter yours: a shorter wait opens earlier months.`,
        ]
      : []),
  ];
}

interface ProposeContext extends WhatIfTerms {
  judge(plan: readonly Option[]): Flaws;
}

function proposal(
  { aim, title, plan }: Chosen,
  options: readonly Option[],
  context: ProposeContext,
): Proposal {
  const { profile, once } = context;
  const rotations = plan.map(({ rotation }) => rotation);
  const findings = findingsOf(rotations, context);
  const backups = plan.map((option) => backupFor(option, plan, options, context.judge));
  const stays = plan.map(({ rotation, month, site, gates, steps }, at): PlannedStay => {
    const backup = backups[at];
    return {
      rotation,
      month,
      path: hostPath(site.host.id),
      doubts: doubtsOf(gates)
        .toSorted((a, b) => departmentFirst(a) - departmentFirst(b))
        .map(({ text }) => text),
      costs: rotationCosts(rotation, site.host, profile.costs),
      steps,
      ...(backup && { backup: { name: backup.site.name, path: hostPath(backup.site.host.id) } }),
    };
  });
  const costs = [...once, ...stays.flatMap((stay) => stay.costs)];
  return {
    aim,
    title,
    stays,
    costs,
    total: totalOf(costs),
    isSound: flawsOf(findings).warnings === 0,
    findings,
    whatIf: whatIfs(plan, backups, context),
  };
}

/** What one would do there decides whether to apply at all. */
function departmentFirst({ rule }: Gate): number {
  return rule === 'host-department' ? 0 : 1;
}

function whyNone(options: readonly Option[], leftUsd: number | undefined): string {
  if (options.length === 0) {
    return 'No place on your list can still be reached in your months. Name later months, or a later Match year.';
  }
  return leftUsd !== undefined
    ? 'No whole plan stays within your budget, as far as costs are known. Raise it, or ask for fewer rotations.'
    : 'Your months do not hold as many rotations as you wish for. Name more months.';
}

/** The first of the list at an unused host in the same month that makes the plan no worse; undefined if there is none. */
function backupFor(
  option: Option,
  plan: readonly Option[],
  options: readonly Option[],
  judge: (plan: readonly Option[]) => Flaws,
): Option | undefined {
  const hosts = new Set(plan.map(({ site }) => site.host.hostId));
  const most = judge(plan);
  const [best] = options
    .filter(({ month, site }) => month === option.month && !hosts.has(site.host.hostId))
    .filter((other) => {
      const flaws = judge(plan.map((each) => (each === option ? other : each)));
      return flaws.warnings <= most.warnings && flaws.advice <= most.advice;
    })
    .toSorted((a, b) => a.rank - b.rank || (a.rotation.id < b.rotation.id ? -1 : 1));
  return best;
}
