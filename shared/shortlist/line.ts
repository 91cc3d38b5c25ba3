/** One line of a list: may this person apply, what fits, what it costs, until when, and what to ask first. */

import { phraseUsd } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Tier } from '#shared/plan/rotation/site.ts';
import { isInRegion } from '#shared/world/programs/regions.ts';
import { aimsAtIntegrated } from '#shared/world/vocabulary.ts';
import { type CanApply, canApply, type Gate } from './gates.ts';
import type { PlaceCost } from './place-cost.ts';
import { orderOf, type PlaceFact, placeFacts, type Subject } from './place-facts.ts';
import type { Possible } from './possible.ts';
import type { Asked, ShortlistProfile } from './profile.ts';
import type { Rank } from './rank.ts';

export interface Line {
  readonly id: string;
  readonly name: string;
  /** Its page in the directory. */
  readonly path: string;
  readonly state?: string;
  readonly canApply: CanApply;
  /** The reason for it, as a sentence. */
  readonly why: string;
  readonly gates: readonly Gate[];
  readonly facts: readonly PlaceFact[];
  /** The questions that decide this place, most important first. */
  readonly asks: readonly string[];
  /** The best way found to rotate there for four weeks. */
  readonly stay?: {
    readonly rotation: Rotation;
    readonly applyBy?: Possible['applyBy'];
    readonly tier: Tier;
    readonly cost: PlaceCost;
  };
}

export interface RankedLine extends Line {
  readonly rank: Rank;
}

/** An email that asks more is not answered. */
const QUESTIONS_MAX = 3;

export function lineOf(
  entry: Subject & Pick<Line, 'id' | 'name' | 'path' | 'stay' | 'gates'> & { closedBy?: string },
  asked: Pick<Asked, 'profile' | 'today'>,
): Line {
  const { id, name, path, state, stay, gates, closedBy } = entry;
  const facts = placeFacts(entry, asked);
  return {
    id,
    name,
    path,
    ...(state && { state }),
    canApply: closedBy ? 'no' : canApply(gates),
    why: closedBy ?? whyOf(gates),
    gates,
    facts,
    asks: asksOf(gates, facts),
    ...(stay && { stay }),
  };
}

/** May one apply, then fit, cost, and time. A graduate needs the letter first. Teaching signs, scores, and names do not affect the order. */
export function orderKey({ canApply: answer, facts, state, stay }: Line, of: ShortlistProfile) {
  const paths = aimsAtIntegrated(of.pathway) ? PATHS : PATHS.toReversed();
  const region = of.regions.findIndex(
    ({ place }) => state !== undefined && isInRegion(state, place),
  );
  return [
    ['yes', 'ask', 'no'].indexOf(answer),
    stay?.rotation.mode === 'observer' ? 1 : 0,
    ...(stay && of.enrollment === 'graduate' ? [orderOf(facts, 'letters')] : []),
    ...paths.map((id) => orderOf(facts, id)),
    ...(stay ? [orderOf(facts, 'ir-open'), TIERS.indexOf(stay.tier)] : []),
    region < 0 ? of.regions.length : region,
    orderOf(facts, 'img'),
    ...(stay ? [stay.cost.unknown, stay.cost.knownUsd, dayNumber(stay.applyBy?.day)] : []),
  ];
}

const PATHS = ['integrated-ir', 'esir'] as const;
const TIERS: readonly Tier[] = [1, 2, 'unknown', 3];

/** The sooner one comes first; without a day, last. */
function dayNumber(day: Day | undefined): number {
  return day ? Number(day.replaceAll('-', '')) : Number.MAX_SAFE_INTEGER;
}

const WELCOMES: ReadonlySet<string> = new Set(['host-international', 'G12']);

function whyOf(gates: readonly Gate[]): string {
  const first = (state: Gate['state']) =>
    gates.find((gate) => gate.state === state && gate.rule !== 'host-department');
  const closed = gates.find(({ state }) => state === 'fails');
  const welcome = gates.find(({ state, rule }) => state === 'meets' && WELCOMES.has(rule));
  const gate = closed ?? first('unknown') ?? welcome ?? first('meets');
  return gate?.text ?? 'Its page states no rule about you.';
}

function asksOf(gates: readonly Gate[], facts: readonly PlaceFact[]): string[] {
  const ofGates = gates.flatMap(({ state, rule, fix }) =>
    state === 'unknown' && fix && rule !== 'host-department' ? [fix] : [],
  );
  const ofFacts = facts.flatMap(({ ask }) => ask ?? []);
  return [...new Set([...ofGates, ...ofFacts])].slice(0, QUESTIONS_MAX);
}

/** As far as it is known, and whose judgment it is where it is the person's own. */
export function tierWords({ tier, rotation }: NonNullable<Line['stay']>): string {
  if (tier === 'unknown') return 'tier not known';
  return rotation.tier === String(tier) ? `tier ${tier}, as you set it` : `tier ${tier}`;
}

/** What a place brings, said before anyone pays for it. */
export function leadsTo({ facts, stay }: Line): string | undefined {
  if (!stay) return undefined;
  const { mode } = stay.rotation;
  const letters = facts.find(({ id }) => id === 'letters')?.answer ?? 'unknown';
  if (mode === 'hands-on') {
    return `Hands-on: it counts as a US clinical month${letters === 'no' ? ', without a letter' : ''}.`;
  }
  const letter = {
    yes: 'Its letter counts separately.',
    no: 'It gives no letter.',
    unknown: 'Ask whether it gives a letter, which counts separately.',
  }[letters];
  return `${mode === 'research' ? 'Research: it is not clinical experience' : 'Watching only: it is not a hands-on month'}. ${letter}`;
}

/** `about $300 a week`, of what is known. */
export function perWeekWords({ cost }: NonNullable<Line['stay']>): string {
  if (cost.knownUsd === 0 && cost.unknown > 0) return 'its weekly cost is not known';
  const known = `about ${phraseUsd(weekUsd(cost))} a week`;
  return cost.unknown > 0 ? `${known}, counting only known costs` : known;
}

export function weekUsd({ knownUsd }: PlaceCost): number {
  return Math.round(knownUsd / WEEKS);
}

const WEEKS = 4;
