/** What a host’s own page rules out or leaves open: while a rotation is ruled out, nothing else is asked about it. */
import { latest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { hasVisaInHand } from '#shared/plan/documents/entry-paper.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import { isOpenQuestion } from '#shared/plan/rotation/on-plan.ts';
import { type Answer, open, report } from '../answer.ts';
import type { Gate, GateId } from '../gates/gate.ts';
import { gatesOfRotation } from '../gates/gates-of-rotation.ts';
import { idOf, type Matter, matter, note, ofRotation, onRotation, type View } from '../matter.ts';
import { POSSIBLE_ASKED_DAYS } from '../standings.ts';
import { hasApplied, isAhead } from './step.ts';

/** Other dates, or another answer about oneself, may meet these. */
const BY_DATES: readonly GateId[] = ['months', 'length', 'time', 'final-year', 'degree-age'];
const BY_PROFILE: readonly GateId[] = ['visa', 'step-1', 'step-2', 'english', 'ecfmg'];
/** Steps before an offer: at a host that cannot take the applicant none of them is asked for. */
const BEFORE_OFFER = ['G6', 'affiliation', 'apply', 'G14b', 'G13'];

export function gateMatters(rotation: Rotation, { facts, world }: View): Matter[] {
  if (!isInUs(rotation) || !isAhead(rotation)) return [];
  const isOpen = isOpenQuestion(rotation);
  const gates = unanswered(gatesOfRotation(rotation, facts, world), rotation);
  const unstated = gates.some(({ state }) => state === 'not-stated');
  const asked = askedOf(rotation, gates, facts);
  return [
    ...gates
      .filter((gate) => isStated(gate) && !asked.includes(gate))
      .map((gate) => gateMatter(gate, rotation)),
    ...(asked.length > 0 ? [possibleQuestion(rotation)] : []),
    // Everything that a page does not say is one line: it is asked before applying, and blocks nobody.
    ...(isOpen && unstated
      ? [note({ code: 'unstated', weight: 'reference' }, onRotation(rotation))]
      : []),
  ];
}

/** What a page leaves open is asked before applying, and a host that accepts someone knows whom; how they enter can still be wrong. */
export function unanswered(gates: readonly Gate[], rotation: Rotation): Gate[] {
  const isPossible = rotation.confirmed?.includes('possible');
  return gates.filter(({ id, state }) => {
    if (state === 'met') return true;
    if (!isOpenQuestion(rotation)) return id === 'visa' && !hasVisaInHand(rotation);
    if (hasApplied(rotation)) return state === 'not-met' || (state === 'ask' && id === 'visa');
    return state !== 'ask' || !isPossible;
  });
}

/** A host that has made an offer knows whom it takes: what its page says against it is then a question. */
function gateMatter({ id: gate, state }: Gate, rotation: Rotation): Matter {
  const { id: rotationId, status, since } = rotation;
  const isRefused = state === 'not-met' && status !== 'offered' && isOpenQuestion(rotation);
  return matter({
    ...ofRotation(rotation, 'gate', isRefused ? 'conflict' : 'question', gate),
    about: { rotationId, gate },
    opens: isRefused ? dayIn(EASTERN, since) : undefined,
    answers: isRefused ? answersTo(gate, rotation) : hostsAnswers(rotation),
  });
}

/** All that is left open is asked of the host at once. */
function possibleQuestion(rotation: Rotation): Matter {
  return matter({
    ...ofRotation(rotation, 'possible', 'question'),
    opens: dayIn(EASTERN, rotation.since),
    answers: hostsAnswers(rotation),
  });
}

/** What must be asked before applying. A host outside the directory is read first; a graduate asks at once, since most take only students. */
export function askedOf({ status }: Rotation, gates: readonly Gate[], { profile }: Facts): Gate[] {
  if (hasApplied({ status }) || gates.some(({ state }) => state === 'not-met')) return [];
  const asked = gates.filter((gate) => gate.state === 'ask' && isStated(gate));
  if (!asked.some(({ reason }) => reason.code === 'unlisted')) return asked;
  return asked.filter(({ id }) => id === 'who' && profile.enrollment === 'graduate');
}

/** Before applying, the host says yes or no; later its answer to the application is the answer. */
function hostsAnswers({ id, stage, status }: Rotation): Answer[] {
  if (hasApplied({ status })) return [open('rotation'), open('profile')];
  return [
    report({ type: 'host-confirmed', rotationId: id }),
    report({ type: stage === 'identify' ? 'withdrawn' : 'rejected', rotationId: id }),
    open('profile'),
  ];
}

/** The way of entry is a question of its own. */
function isStated({ state, reason }: Gate): boolean {
  return (state === 'not-met' || state === 'ask') && reason.code !== 'entry-unknown';
}

function answersTo(gate: GateId, { id }: Rotation): Answer[] {
  if (BY_DATES.includes(gate)) return [report({ type: 'dates-changed', rotationId: id }, 'dates')];
  return BY_PROFILE.includes(gate) ? [open('profile')] : [];
}

export type Refusals = ReadonlyMap<string | undefined, readonly Matter[]>;

/** What rules a rotation out by its host's page, on these dates or on any: by the rotation's id. */
export function refusedIn(matters: readonly Matter[]): Refusals {
  return Map.groupBy(matters.filter(isRefusal), ({ about }) => about.rotationId);
}

function isRefusal({ rule, kind }: Matter): boolean {
  return rule === 'gate' && kind === 'conflict';
}

/** The path behind its gates: no step is asked for at a host that refuses, and applying waits for an open question. */
export function behindGates(path: readonly Matter[], gates: readonly Matter[]): Matter[] {
  const refusals = gates.filter(isRefusal).map(({ id }) => id);
  const asked = gates.find(({ rule }) => rule === 'possible');
  return path.map((each) => {
    if (each.done || !BEFORE_OFFER.includes(each.rule)) return each;
    return {
      ...each,
      needs: [...refusals, ...each.needs],
      ...(each.rule === 'apply' && asked && { possibleIf: asked.id }),
    };
  });
}

/** Whether a rotation is possible is asked two months before its application must begin, or at once. */
export function askedInTime(matters: readonly Matter[]): Matter[] {
  const byId = new Map(matters.map((each) => [each.id, each]));
  return matters.map((each) => {
    if (each.rule !== 'possible' || !each.opens) return each;
    const apply = byId.get(idOf('apply', each.subject));
    const day = apply?.safeBy ?? apply?.due?.day;
    return day ? { ...each, opens: latest(each.opens, plusDays(day, -POSSIBLE_ASKED_DAYS)) } : each;
  });
}
