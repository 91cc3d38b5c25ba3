/** The path of one rotation, from the choice of the host to the flight: every step from the start, done or not. */
import { plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { interviewOn, onOneVisa } from '#shared/plan/documents/entry-paper.ts';
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
import { hasApplied, isAhead, need, progressOf, reported, step, stepReport } from './step.ts';

/** Our default: the guide's latest planning day (G6) counts back from the first day; its first is three months earlier. */
const CHOOSE_MONTHS_BEFORE = { opens: 12, due: 9 };
/** Every step to the first day, of which a research stay has few; once the rotation has started, ended, or closed, none but a way in that is still missing. */
export function pathMatters(rotation: Rotation, view: View): Matter[] {
  const isUnsure = isStartUnsure(rotation);
  if (!isUnsure && !isAhead(rotation)) return [];
  const host = view.world.host(rotation.host.institutionId, rotation.mode);
  const together = onOneVisa(rotation, view.facts, view.world);
  const interview = interviewOn(rotation, view.facts, view.world);
  const entry = entrySteps(rotation, together, view.facts, host, interview);
  if (isUnsure)
    return asMatters(
      rotation,
      entry.filter(({ rule, done }) => rule !== 'G13' || !done),
    );
  const answered = [apply(rotation, host), hostAnswer(rotation, host), accept(rotation, host)];
  if (!isClinical(rotation)) return asMatters(rotation, [...answered, ...entry]);
  return asMatters(rotation, [
    choose(rotation),
    ...(needsAffiliation(rotation, host) ? [affiliation(rotation, host)] : []),
    ...answered,
    ...payment(rotation, host),
    ...(isInUs(rotation) || rotation.checklist.length > 0 ? [documents(rotation, host)] : []),
    ...entry,
    ...(isInUs(rotation) ? travel(rotation, together) : []),
  ]);
}

/** A step needs only what its path has, and the visa of an earlier rotation that may serve this one, too. */
function asMatters({ id }: Rotation, steps: readonly Draft[]): Matter[] {
  const present = new Set(steps.map(({ rule, subject }) => idOf(rule, subject)));
  const isThere = (need: string) => present.has(need) || !need.endsWith(`|${id}`);
  return steps.map((each) => matter({ ...each, needs: each.needs?.filter(isThere) }));
}

function needsAffiliation(rotation: Rotation, host: Institution | undefined): boolean {
  return (
    isInUs(rotation) &&
    (host?.acceptsInternational === 'partner-schools' ||
      host?.offering.read?.affiliation !== undefined)
  );
}

function choose(rotation: Rotation): Draft {
  const { id: rotationId, dates } = rotation;
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
    done: rotation.status !== 'shortlisted',
    answers: [
      report({ type: 'chosen', rotationId }, ...datesIfUnknown(rotation)),
      report({ type: 'withdrawn', rotationId }),
    ],
  };
}

function datesIfUnknown({ dates }: Rotation): string[] {
  return dates ? [] : ['dates'];
}

function affiliation(rotation: Rotation, host: Institution | undefined): Draft {
  const { dates } = rotation;
  const due = dates && statedDay(host, 'affiliation', dates).rule;
  const hasBegun = reported(rotation, 'affiliation') === 'begun';
  return {
    ...step(rotation, 'affiliation'),
    needs: need(rotation, 'G6'),
    due,
    hard: due !== undefined,
    // A day of its own may come after the application.
    ...progressOf(rotation, 'affiliation', hasApplied(rotation) && !due),
    answers: [
      ...(hasBegun ? [] : [stepReport(rotation, 'affiliation', 'begun')]),
      stepReport(rotation, 'affiliation', 'done'),
    ],
  };
}

function apply(rotation: Rotation, host: Institution | undefined): Draft {
  return {
    ...step(rotation, 'apply'),
    // A host's last day also binds a person who has not decided yet, so applying does not need the choice.
    needs: host?.offering.read?.affiliation ? [] : need(rotation, 'affiliation'),
    ...applyDays(rotation, host),
    done: hasApplied(rotation),
    answers: [report({ type: 'applied', rotationId: rotation.id }, ...datesIfUnknown(rotation))],
  };
}

function hostAnswer(rotation: Rotation, host: Institution | undefined): Draft {
  const { id: rotationId, status, appliedOn, since } = rotation;
  const isSubmitted = status === 'submitted';
  return {
    ...step(rotation, 'host-answer'),
    whose: 'host',
    needs: need(rotation, 'apply'),
    due: decisionDay(rotation, host),
    ...((isSubmitted || status === 'waitlisted') && {
      heldBy: { party: 'host', since: (isSubmitted && appliedOn) || dayIn(EASTERN, since) },
    }),
    done: status === 'offered' || isCommitted(rotation.stage),
    answers: [
      report({ type: 'offered', rotationId }, 'expiresOn'),
      report({ type: 'waitlisted', rotationId }),
      report({ type: 'rejected', rotationId }),
    ],
  };
}

function accept(rotation: Rotation, host: Institution | undefined): Draft {
  const { id: rotationId, offer, offeredOn, dates } = rotation;
  const stated = offer && offerEnd(offer);
  // One that runs on after the first day ends with it: what follows says by when.
  const isBeyond = stated && dates && dates.start <= stated.day;
  const ends = isBeyond ? undefined : stated;
  const due = stated ? ends : termEnd(rotation, host, 'offerTerm');
  return {
    ...step(rotation, 'accept'),
    needs: need(rotation, 'host-answer'),
    opens: offeredOn,
    due,
    hard: due !== undefined,
    // A term of the host's page may not be that of this offer.
    lastDay: isBeyond ? ours(plusDays(dates.start, -1), 'the day before the first day') : stated,
    done: isCommitted(rotation.stage),
    answers: [
      report({ type: 'accepted', rotationId }, ...datesIfUnknown(rotation)),
      report({ type: 'withdrawn', rotationId }),
    ],
  };
}

/** A host that states when its fee is due: within days of the offer or acceptance, or before the start. */
function payment(rotation: Rotation, host: Institution | undefined): Draft[] {
  const { dates } = rotation;
  const { paymentTerm, payment } = host?.offering.read ?? {};
  if (!paymentTerm && !payment) return [];
  const due =
    termEnd(rotation, host, 'paymentTerm') ?? (dates && statedDay(host, 'payment', dates).rule);
  return [
    {
      ...step(rotation, 'payment'),
      needs: need(rotation, paymentTerm?.from === 'offer' ? 'host-answer' : 'accept'),
      due,
      hard: due !== undefined,
      done: reported(rotation, 'payment') === 'done',
      answers: [stepReport(rotation, 'payment', 'done')],
    },
  ];
}

/** Until the host says yes, the papers are one step; afterward each is a matter of its own (papers.ts). */
function documents(rotation: Rotation, host: Institution | undefined): Draft {
  const { dates, checklist } = rotation;
  // An acceptance that was taken back leaves its papers as they are.
  const areReady = checklist.length > 0 && checklist.every(({ status }) => status === 'cleared');
  return {
    ...step(rotation, 'G14b'),
    needs: need(rotation, 'G6'),
    due: dates && documentsDeadline(rotation, dates, host),
    done: isCommitted(rotation.stage) || areReady,
    answers: [open('documents')],
  };
}

/** When the host's answer is expected, and followed up from: its decision day, else six weeks, and not too soon. */
export function followUpFrom(
  rotation: Rotation,
  host: Institution | undefined,
): Deadline | undefined {
  const applied = rotation.appliedOn ?? dayIn(EASTERN, rotation.since);
  const { followedUpOn } = rotation;
  const next = followedUpOn
    ? ours(plusDays(followedUpOn, FOLLOW_UP_DAYS.again), 'three weeks after you asked')
    : decisionDay(rotation, host);
  const soonest = plusDays(applied, FOLLOW_UP_DAYS.earliest);
  return next && next.day < soonest ? ours(soonest, 'two weeks after applying') : next;
}

/** Our default: nobody writes to a host sooner than two weeks after applying, nor again within three weeks. */
const FOLLOW_UP_DAYS = { earliest: 14, again: 21 };
