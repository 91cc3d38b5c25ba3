/** Where every rule of the guide ends for one plan: in a matter, or in one of the reasons why there is none. */
import { type AgendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { ruleOf } from '#shared/agenda/gates/gate.ts';
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import { askedOf } from '#shared/agenda/matters/gates.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { GUIDE_RULES } from '#shared/world/guide/rules.ts';
import type { GeneratedPlan } from './plans.ts';

export const ENDS = [
  'a matter',
  'its last day was before the plan began',
  'superseded',
  'closed',
  'waits for a day or host',
  'not this person’s',
] as const;
export type End = (typeof ENDS)[number];

/** Everybody has these: they end in a matter on every plan. */
const EVERYBODYS = ['G7', 'G8', 'G11', 'G17', 'G17b'];
/** An empty plan is asked for its targets first (G7), and then for these. */
const AFTER_TARGETS = ['G1', 'G3', 'G4', 'G22'];
/** Read from the days of one rotation. */
const OF_DAYS = ['G5', 'G5b', 'G6', 'G9a', 'G9b', 'G14', 'G15', 'G15b', 'G18', 'G25b'];

export function endsOf({ applicant }: GeneratedPlan, at: AgendaAt): ReadonlyMap<string, End> {
  return new Map(GUIDE_RULES.map(({ id }) => [id, endOf(id, applicant.facts.rotations, at)]));
}

/** What is nobody’s although it is everybody’s, or waits for a day for which nobody asks. */
export function misplaced(plan: GeneratedPlan, at: AgendaAt): string[] {
  const asksForDays = at.matters.some(({ rule }) => rule === 'dates');
  return [...endsOf(plan, at)].flatMap(([rule, end]) => {
    const isSilent = end === 'waits for a day or host' && !asksForDays;
    const isLost = end === 'not this person’s' && EVERYBODYS.includes(rule);
    return isSilent || isLost ? [`${rule} ends as: ${end}`] : [];
  });
}

function endOf(rule: string, rotations: readonly Rotation[], at: AgendaAt): End {
  const found = at.matters.filter((each) => each.rule === rule);
  if (found.length > 0) {
    const [first] = at.view.facts.rotations.flatMap(({ addedOn }) => addedOn ?? []).toSorted();
    const isOld = found.every((each) => {
      const last = each.count?.missedAfter ?? each.lastDay?.day;
      return standingOf(at, each).name === 'lost' && first && last && last < first;
    });
    return isOld ? 'its last day was before the plan began' : 'a matter';
  }
  const isGate = at.matters.some(({ rule: name }) => name === 'gate' || name === 'possible');
  if (isGate && gateRules(rotations, at).has(rule)) return 'a matter';
  if (AFTER_TARGETS.includes(rule)) return 'superseded';
  const open = rotations.filter(({ stage }) => stage !== 'closed');
  if (!OF_DAYS.includes(rule)) return 'not this person’s';
  if (open.some(({ dates }) => !dates)) return 'waits for a day or host';
  return open.length < rotations.length ? 'closed' : 'not this person’s';
}

/** What a gate of its own asks, or the one question to its host. */
function gateRules(rotations: readonly Rotation[], { view, matters }: AgendaAt): Set<string> {
  return new Set(
    rotations.flatMap((rotation) => {
      const gates = gatesOfRotation(rotation, view.facts, view.world);
      const isAsked = matters.some(({ id }) => id === `possible|${rotation.id}`);
      const asked = isAsked ? askedOf(rotation, gates, view.facts) : [];
      return gates
        .filter(
          (gate) =>
            asked.includes(gate) ||
            matters.some(({ subject }) => subject === `${rotation.id}/${gate.id}`),
        )
        .map(ruleOf);
    }),
  );
}
