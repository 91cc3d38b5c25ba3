/** The path of one rotation, from the choice of the host to the flight: every step from the start, done or not. */
import { plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { isClinical, isInUs } from '#shared/plan/rotation/kind.ts';
import { isStartUnsure } from '#shared/plan/rotation/on-plan.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { open, report } from '../answer.ts';
import { type Deadline, dayDeadline, ours } from '../deadline.ts';
import { type Draft, idOf, type Matter, matter, type View } from '../matter.ts';
import { entrySteps, travel } from './arrival.ts';
import {
  applyDays,
  decisionDay,
  documentsDeadline,
  offerEnd,
  statedDay,
  termEnd,
} from './host-days.ts';
import { hasApplied, isAhead, need, reported, step, stepReport } from './step.ts';

/** Our default: the guide's latest planning day (G6) counts back from the first day; its first is three months earlier. */
const CHOOSE_MONTHS_BEFORE = { opens: 12, due: 9 };
/** Every step to the first day, of which a research stay has few; once the rotation has started, ended, or closed, none but a way in that is still missing. */
export function pathMatters(rotation: Rotation, view: View): Matter[] {
  const host = view.world.host(rotation.host.institutionId, rotation.mode);
  if (isStartUnsure(rotation)) {
    const entry = entrySteps(rotation, view, host);
    return asMatters(
      rotation,
      entry.filter(({ rule, done }) => rule !== 'G13' || !done),
    );
  }
  if (!isAhead(rotation)) return [];
  const answered = [apply(rotation, host), hostAnswer(rotation, host), accept(rotation, host)];
  if (!isClinical(rotation))
    return asMatters(rotation, [...answered, ...entrySteps(rotation, view, host)]);
  return asMatters(rotation, [
    choose(rotation),
    ...(needsAffiliation(rotation, host) ? [affiliation(rotation, host)] : []),
    ...answered,
    ...payment(rotation, host),
    ...(isInUs(rotation) || rotation.checklist.length > 0 ? [documents(rotation, host)] : []),
    ...entrySteps(rotation, view, host),
    ...(isInUs(rotation) ? travel(rotation, view) : []),
  ]);
}

function asMatters(rotation: Rotation, steps: readonly Draft[]): Matter[] {
  const { id: rotationId } = rotation;
  const present = new Set(steps.map(({ rule, subject }) => idOf(rule, subject)));
  // The visa of an earlier rotation may serve this one, too.
  const isThere = (id: string) => present.has(id) || !id.endsWith(`|${rotationId}`);
  return steps.map((each) =>
    matter({ about: { rotationId }, ...each, needs: (each.needs ?? []).filter(isThere) }),
  );
}

function needsAffiliation(rotation: Rotation, host: Institution | undefined): boolean {
  return (
    isInUs(rotation) &&
    (host?.acceptsInternational === 'partner-schools' ||
      host?.offering.read?.affiliation !== undefined)
  );
}

function choose(rotation: Rotation): Draft {
  const { id, dates, status } = rotation;
  return {
    ...step(rotation, 'G6'),
    ...(dates &&
      isInUs(rotation) && {
        opens: plusMonths(dates.start, -CHOOSE_MONTHS_BEFORE.opens),
        due: dayDeadline(plusMonths(dates.start, -CHOOSE_MONTHS_BEFORE.due), {
          certainty: 'secondary',
          source:
            'the guide (plan away rotations 9 to 12 months ahead), counted from the dates as entered',
        }),
      }),
    ...(status !== 'shortlisted' && { done: true }),
    answers: [
      dates
        ? report({ type: 'chosen', rotationId: id })
        : report({ type: 'chosen', rotationId: id }, 'dates'),
      report({ type: 'withdrawn', rotationId: id }),
    ],
    inputs: [`${id}.dates`, `${id}.status`],
  };
}

function affiliation(rotation: Rotation, host: Institution | undefined): Draft {
  const { dates } = rotation;
  const due = dates && statedDay(host, 'affiliation', dates).rule;
  const state = reported(rotation, 'affiliation');
  // A day of its own may come after the application.
  const isDone = (hasApplied(rotation) && !due) || state === 'done';
  return {
    ...step(rotation, 'affiliation'),
    needs: need(rotation, 'G6'),
    ...(due && { due, hard: true }),
    ...(isDone ? { done: true } : state === 'begun' && { begun: true }),
    answers: [
      ...(state === 'begun' ? [] : [stepReport(rotation, 'affiliation', 'begun')]),
      stepReport(rotation, 'affiliation', 'done'),
    ],
    inputs: [`${rotation.id}.steps`, `host.${rotation.host.institutionId}`],
  };
}

function apply(rotation: Rotation, host: Institution | undefined): Draft {
  const { id, dates } = rotation;
  return {
    ...step(rotation, 'apply'),
    // A host's last day also binds a person who has not decided yet, so applying does not need the choice.
    needs: need(rotation, ...(host?.offering.read?.affiliation ? [] : ['affiliation'])),
    ...applyDays(rotation, host),
    ...(hasApplied(rotation) && { done: true }),
    answers: [
      dates
        ? report({ type: 'applied', rotationId: id })
        : report({ type: 'applied', rotationId: id }, 'dates'),
    ],
    inputs: [`${id}.dates`, `${id}.windowClosesOn`, `host.${rotation.host.institutionId}`],
  };
}

function hostAnswer(rotation: Rotation, host: Institution | undefined): Draft {
  const { id, status, since } = rotation;
  const isWaiting = status === 'submitted' || status === 'waitlisted';
  const due = decisionDay(rotation, host);
  return {
    ...step(rotation, 'host-answer'),
    whose: 'host',
    needs: need(rotation, 'apply'),
    ...(due && { due }),
    ...(isWaiting && {
      heldBy: {
        party: 'host',
        since: (status === 'submitted' && rotation.appliedOn) || dayIn(EASTERN, since),
      },
    }),
    ...(isOffered(rotation) && { done: true }),
    answers: [
      report({ type: 'offered', rotationId: id }, 'expiresOn'),
      report({ type: 'waitlisted', rotationId: id }),
      report({ type: 'rejected', rotationId: id }),
    ],
    inputs: [`${id}.dates`, `${id}.appliedOn`, `host.${rotation.host.institutionId}`],
  };
}

function accept(rotation: Rotation, host: Institution | undefined): Draft {
  const { id, offer, offeredOn, dates } = rotation;
  const stated = offer && offerEnd(offer);
  // One that runs on after the first day ends with it: what follows says by when.
  const isBeyond = stated && dates && dates.start <= stated.day;
  const ends = isBeyond ? undefined : stated;
  const last = isBeyond ? dayDeadline(plusDays(dates.start, -1), EVE) : stated;
  const due = stated ? ends : termEnd(rotation, host, 'offerTerm');
  return {
    ...step(rotation, 'accept'),
    needs: need(rotation, 'host-answer'),
    ...(offeredOn && { opens: offeredOn }),
    ...(due && { due, hard: true }),
    // A term of the host's page may not be that of this offer.
    ...(last && { lastDay: last }),
    ...(isCommitted(rotation.stage) && { done: true }),
    answers: [
      report({ type: 'accepted', rotationId: id }),
      report({ type: 'withdrawn', rotationId: id }),
    ],
    inputs: [`${id}.dates`, `${id}.offer`, `host.${rotation.host.institutionId}`],
  };
}

const EVE = ours('the day before the first day');

/** A host that states when its fee is due: within days of the offer or acceptance, or before the start. */
function payment(rotation: Rotation, host: Institution | undefined): Draft[] {
  const { id, dates } = rotation;
  const { paymentTerm, payment } = host?.offering.read ?? {};
  if (!paymentTerm && !payment) return [];
  const due =
    termEnd(rotation, host, 'paymentTerm') ?? (dates && statedDay(host, 'payment', dates).rule);
  return [
    {
      ...step(rotation, 'payment'),
      needs: need(rotation, paymentTerm?.from === 'offer' ? 'host-answer' : 'accept'),
      ...(due && { due, hard: true }),
      ...(reported(rotation, 'payment') === 'done' && { done: true }),
      answers: [stepReport(rotation, 'payment', 'done')],
      inputs: [`${id}.dates`, `${id}.offer`, `${id}.steps`, `host.${rotation.host.institutionId}`],
    },
  ];
}

/** Until the host says yes, the papers are one step; afterward each is a matter of its own (papers.ts). */
function documents(rotation: Rotation, host: Institution | undefined): Draft {
  const { id, dates, checklist } = rotation;
  const due = dates && documentsDeadline(rotation, dates, host);
  // An acceptance that was taken back leaves its papers as they are.
  const areReady = checklist.length > 0 && checklist.every(({ status }) => status === 'cleared');
  return {
    ...step(rotation, 'G14b'),
    needs: need(rotation, 'G6'),
    ...(due && { due }),
    ...((isCommitted(rotation.stage) || areReady) && { done: true }),
    answers: [open('documents')],
    inputs: [`${id}.dates`, `${id}.checklist`, `host.${rotation.host.institutionId}`],
  };
}

function isOffered(rotation: Rotation): boolean {
  return rotation.status === 'offered' || isCommitted(rotation.stage);
}

/** When the host's answer is expected, and followed up from: its decision day, else six weeks, and not too soon. */
export function followUpFrom(
  rotation: Rotation,
  host: Institution | undefined,
): Deadline | undefined {
  const applied = rotation.appliedOn ?? dayIn(EASTERN, rotation.since);
  const { followedUpOn } = rotation;
  const next = followedUpOn
    ? dayDeadline(plusDays(followedUpOn, FOLLOW_UP_DAYS.again), ours('three weeks after you asked'))
    : decisionDay(rotation, host);
  const soonest = plusDays(applied, FOLLOW_UP_DAYS.earliest);
  return next && next.day < soonest ? dayDeadline(soonest, ours('two weeks after applying')) : next;
}

/** Our default: nobody writes to a host sooner than two weeks after applying, nor again within three weeks. */
const FOLLOW_UP_DAYS = { earliest: 14, again: 21 };
