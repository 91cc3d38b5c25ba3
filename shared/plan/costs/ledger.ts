/** The costs of a plan: entered amounts, amounts that hosts state where none was entered, and the sums. */
import type { Provenance } from '#shared/world/provenance.ts';
import type { World } from '#shared/world/world.ts';
import type { Cost } from '../facts/cost.ts';
import type { Facts } from '../facts/facts.ts';
import type { Rotation } from '../facts/rotation.ts';
import type { Estimate } from './estimate.ts';
import { rotationCosts, seasonCosts } from './rotation-costs.ts';

interface Sums {
  readonly plannedUsd: number;
  readonly paidUsd: number;
  readonly totalUsd: number;
}

export interface Account {
  /** Absent for costs of the whole season. */
  readonly rotation?: Rotation;
  readonly entered: readonly Cost[];
  /** From the host's page or the fee table, for kinds of costs that were not entered. */
  readonly stated: readonly StatedCost[];
  readonly sums: Sums;
}

export interface Ledger {
  /** One per rotation in the plan's order, then the season's; closed rotations only where money was spent. */
  readonly accounts: readonly Account[];
  readonly sums: Sums;
}

export function ledgerOf(
  { profile, rotations, costs = [] }: Pick<Facts, 'profile' | 'rotations' | 'costs'>,
  world: World,
): Ledger {
  const isOnPlan = (id: string | undefined) => rotations.some((rotation) => rotation.id === id);
  const accounts = [
    ...rotations.map((rotation) => ({
      rotation,
      ...accountOf(
        costs.filter(({ rotationId }) => rotationId === rotation.id),
        rotation.stage === 'closed'
          ? []
          : rotationCosts(rotation, world.host(rotation.host.institutionId, rotation.mode), {}),
      ),
    })),
    // Money spent on a rotation that an undo removed is still spent.
    accountOf(
      costs.filter(({ rotationId }) => !isOnPlan(rotationId)),
      seasonCosts(profile),
    ),
  ].filter(({ entered, stated }) => entered.length + stated.length > 0);
  return { accounts, sums: added(accounts.map(({ sums }) => sums)) };
}

/** Entered costs override stated ones of the same kind. */
function accountOf(entered: readonly Cost[], known: readonly Estimate[]): Account {
  const stated = known
    .filter(isStated)
    .filter(({ kind }) => !entered.some((cost) => cost.kind === kind));
  const paidUsd = enteredAs('paid', entered);
  const plannedUsd = stated.reduce((sum, { usd }) => sum + usd, enteredAs('planned', entered));
  return { entered, stated, sums: { plannedUsd, paidUsd, totalUsd: plannedUsd + paidUsd } };
}

function added(sums: readonly Sums[]): Sums {
  return sums.reduce(
    (all, each) => ({
      plannedUsd: all.plannedUsd + each.plannedUsd,
      paidUsd: all.paidUsd + each.paidUsd,
      totalUsd: all.totalUsd + each.totalUsd,
    }),
    { plannedUsd: 0, paidUsd: 0, totalUsd: 0 },
  );
}

function enteredAs(state: Cost['state'], costs: readonly Cost[]): number {
  return costs.reduce((sum, cost) => (cost.state === state ? sum + cost.amountUsd : sum), 0);
}

/** Of a host's page or the fee table, used until the real amount is entered. Unknown costs are absent, never "free". */
export type StatedCost = Estimate & Required<Pick<Estimate, 'usd' | keyof Provenance>>;

function isStated(cost: Estimate): cost is StatedCost {
  const { usd, source, checkedOn, certainty } = cost;
  return usd !== undefined && source !== undefined && Boolean(checkedOn && certainty);
}
