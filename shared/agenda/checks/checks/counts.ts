import { isComing, isIrLetter } from '#shared/plan/facts/letter.ts';
import {
  handsOnRadiology,
  inUs,
  irAways,
  otherUs,
  overMost,
  type Tally,
  tally,
  tallyWords,
} from '#shared/plan/rotation/on-plan.ts';
import { guideRule } from '#shared/world/guide/rules.ts';
import type { View } from '../../view.ts';
import { type Check, type Finding, planCheck } from '../check.ts';
import type { Severity } from '../diagnostic.ts';

const SPARES = 'Keep more only as spares for applications that may fail, and count their cost.';

/** G1: one or two IR months in the US. */
const irAwayCount = planCheck({
  id: 'G1',
  finds: ({ facts }) =>
    outside('G1', tally(irAways(facts)), {
      what: 'IR rotations in the US',
      tooFew: 'warning',
      add: 'Put an IR rotation at a US academic center on your plan.',
    }),
});

/** G3: one or two other clinical months in the US. It weighs more where there is no US month at all. */
const otherUsCount = planCheck({
  id: 'G3',
  finds: ({ facts }) =>
    outside('G3', tally(otherUs(facts)), {
      what: 'other US rotations (DR, medicine, surgery or ICU)',
      tooFew: inUs(facts).length === 0 ? 'warning' : 'advice',
      add: 'Add a US month in DR, medicine, surgery or ICU.',
    }),
});

/** G4: two to four US months in all. */
const usCount = planCheck({
  id: 'G4',
  finds: ({ facts }) =>
    outside('G4', tally(inUs(facts)), {
      what: 'US rotations',
      tooFew: 'warning',
      add: 'Add a US rotation: the guide counts on two at least, one or two of them in IR.',
    }),
});

/** G4b: what more than four cost, as far as hosts state their fees. */
const addedCost = planCheck({
  id: 'G4b',
  applies: ({ facts }) => inUs(facts).length > 0,
  finds: (view) => {
    const rotations = inUs(view.facts);
    const severity = overMost(tally(rotations), mostOf('G4b'));
    if (!severity) return undefined;
    return {
      severity,
      says: `US rotations on your plan: ${tallyWords(tally(rotations))}. ${costWords(view)} More than four often add cost and little else.`,
      fix: SPARES,
    };
  },
});

/** G22: at least one hands-on month in IR or DR; an observership is not the same. */
const handsOn = planCheck({
  id: 'G22',
  applies: ({ facts }) => inUs(facts).length > 0,
  finds: ({ facts }) =>
    handsOnRadiology(facts).length > 0
      ? undefined
      : {
          severity: 'warning',
          says: 'No US rotation in IR or DR on your plan is hands-on.',
          fix: 'Look for one hands-on month in IR or DR: an observership seldom shows how you work.',
        },
});

/** G25: nobody needs five IR months. */
const fiveIrMonths = planCheck({
  id: 'G25',
  applies: ({ facts }) => irAways(facts).length > 0,
  finds: ({ facts }) => {
    const ir = tally(irAways(facts));
    if (ir.total <= mostOf('G25')) return undefined;
    return {
      severity: 'warning',
      says: `IR rotations on your plan: ${tallyWords(ir)}. The guide says in so many words that five are not needed.`,
      fix: 'Give the months to one or two good IR sites and to other US experience.',
    };
  },
});

/** G25b: a third IR month is worth less than one strong letter from the first two. */
const thirdWithoutLetter = planCheck({
  id: 'G25b',
  applies: ({ facts }) => irAways(facts).length >= 3,
  finds: ({ facts }) =>
    irAways(facts).some(({ letters }) =>
      letters.some((letter) => isIrLetter(letter) && isComing(letter)),
    )
      ? undefined
      : {
          severity: 'advice',
          says: 'Three or more IR months are on your plan and no letter from IR faculty is promised yet.',
          fix: 'Win one strong, detailed letter before you add another IR month.',
        },
});

export const COUNT_CHECKS: readonly Check[] = [
  irAwayCount,
  otherUsCount,
  usCount,
  addedCost,
  handsOn,
  fiveIrMonths,
  thirdWithoutLetter,
];

/** A finding when a count lies outside the guide's least and most. */
function outside(
  id: string,
  count: Tally,
  of: { readonly what: string; readonly tooFew: Severity; readonly add: string },
): Finding | undefined {
  const { countMin = 0, countMax = Number.MAX_SAFE_INTEGER } = guideRule(id) ?? {};
  const bounds = `The guide counts on ${countMin} to ${countMax}.`;
  const says = `On your plan, ${of.what}: ${tallyWords(count)}. ${bounds}`;
  if (count.total < countMin) return { severity: of.tooFew, says, fix: of.add };
  const severity = overMost(count, countMax);
  return severity && { severity, says, fix: SPARES };
}

function mostOf(id: string): number {
  return guideRule(id)?.countMax ?? Number.MAX_SAFE_INTEGER;
}

function costWords({ facts, world }: View): string {
  const fees = inUs(facts).map(({ host, mode }) => world.host(host.institutionId, mode)?.feeUsd);
  const stated = fees.filter((fee) => fee !== undefined);
  if (stated.length === 0) return 'No host’s fee is known: ask each.';
  const sum = stated.reduce((total, fee) => total + fee, 0).toLocaleString('en-US');
  const missing = fees.length - stated.length;
  return `Fees that hosts state come to ${sum} US dollars${missing > 0 ? `; ${missing} not known` : ''}.`;
}
