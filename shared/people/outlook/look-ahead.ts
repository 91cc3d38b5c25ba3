/** Computes a person's outlook from the rules, the back plan and the judgments that the emails and the plan page use. */

import { backPlan, type PlannedStep } from '#shared/agenda/back-plan/back-plan.ts';
import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { judgeChecklist } from '#shared/plan/documents/judge.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { letterDueDay } from '#shared/plan/letters/due.ts';
import { isConfirmed } from '#shared/plan/rotation/kind.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import { waitingOn } from '#shared/plan/rotation/waiting-on.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { papersTogether } from '#shared/words/papers-together.ts';
import type { World } from '#shared/world/world.ts';
import type { Applicant } from '../person/applicant.ts';
import {
  OUTLOOK_DUE_MAX,
  OUTLOOK_LINE_CHARACTERS_MAX,
  type Outlook,
  type OutlookDue,
  type RotationOutlook,
} from '../person/outlook.ts';
import { isReminded } from '../writer/plan-writer.ts';
import { wantedLetters } from '../writer/wanted.ts';
import { writerRungs } from '../writer/writer-ladder.ts';
import { followedByRung } from './followed.ts';

/** Of these what is only advised: hard dates are what a week is planned by. */
const OUTLOOK_ADVISED_MAX = 2;

/** The item with its outlook as it is now. Bookkeeping: no fact, no revision. */
export function withOutlook(applicant: Applicant, world: World, now: Instant): Applicant {
  return { ...applicant, outlook: outlookOf(applicant, world, now) };
}

/** Days only, so that it is true whenever it is read; `now` judges which emails are old enough to count as followed. */
export function outlookOf(applicant: Applicant, world: World, now: Instant): Outlook {
  const { facts } = applicant;
  const open = openRotations(facts);
  const answered = facts.rotations.filter((rotation) => !open.includes(rotation));
  return {
    at: now,
    due: dueOf(occasionsAt(applicant.facts, world, now), facts.rotations),
    rotations: [
      ...open.map((rotation) => ofRotation(applicant, rotation, world, now)),
      ...answered.flatMap((rotation) => ofClosed(applicant, rotation)),
    ],
    letters: wantedLetters(applicant, world).map((letter) => ({
      id: letter.letterId,
      on: letter.dueOn,
      // A writer is in the East until they say otherwise, and a day is near enough for a list.
      remindOn: writerRungs(letter.dueOn, EASTERN)
        .filter(({ name }) => isReminded(letter, name))
        .map(({ at }) => dayIn(EASTERN, at)),
    })),
    followed: followedByRung(applicant, now),
  };
}

/** Soonest first; the papers of one rotation and day are one thing. */
function dueOf(occasions: readonly Occasion[], rotations: readonly Rotation[]): OutlookDue[] {
  const listed = occasions
    .filter(({ isQuestion }) => !isQuestion)
    .map((occasion) => ({ occasion }));
  const soonestFirst = papersTogether(listed, rotations)
    .toSorted((a, b) => (a.occasion.deadline.at < b.occasion.deadline.at ? -1 : 1))
    .map(({ occasion }) => ofOccasion(occasion, rotations));
  const advised = soonestFirst.filter(({ hard }) => !hard).slice(0, OUTLOOK_ADVISED_MAX);
  return soonestFirst.filter((due) => due.hard || advised.includes(due)).slice(0, OUTLOOK_DUE_MAX);
}

function ofOccasion(occasion: Occasion, rotations: readonly Rotation[]): OutlookDue {
  const { rule, rotationId, ladder, opens, deadline, words } = occasion;
  const rotation = rotations.find(({ id }) => id === rotationId);
  return {
    rule,
    // A letter that no rotation gave stands under no rotation's id.
    ...(rotation && { rotationId: rotation.id }),
    title: shortened(words.title),
    day: deadline.day,
    ...(deadline.hasClockTime && { at: deadline.at }),
    hard: ladder === 'hard' || ladder === 'last-call',
    ...(opens && { opens }),
    certainty: deadline.certainty,
    source: shortened(deadline.source),
    ...(deadline.checkedOn && { checkedOn: deadline.checkedOn }),
  };
}

function ofRotation(
  applicant: Applicant,
  rotation: Rotation,
  world: World,
  now: Instant,
): RotationOutlook {
  const { facts } = applicant;
  const holder = waitingOn(rotation, facts.documents, world);
  const plan = backPlan(rotation, facts, world, dayIn(EASTERN, now));
  const steps = plan?.steps.filter(({ state }) => state !== 'done') ?? [];
  const safe = soonestOf(steps.filter((step) => isForApplicant(step, rotation)).map(safeDay));
  const last = soonestOf(steps.map(({ step, lastBegin: day }) => day && { step, day }));
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const standings = judgeChecklist(rotation, facts.documents, host);
  const expiring = standings.filter(({ word }) => word === 'expires-too-early');
  const [soonestToExpire] = expiring
    .flatMap(({ kind, validUntil: on, renewFrom: from }) =>
      on ? [{ kind, on, ...(from && { from }) }] : [],
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const cleared = standings.filter(({ word }) => word === 'cleared').length;
  const grantsLetters = host?.grantsLetters !== false;
  return {
    id: rotation.id,
    waitingOn: holder,
    waitingSince: dayIn(EASTERN, heldSince(applicant, rotation, holder)),
    ...(safe && { safe }),
    ...(last && { last }),
    ...(standings.length > 0 && {
      documents: {
        cleared,
        expiring: expiring.length,
        pending: standings.length - cleared - expiring.length,
      },
    }),
    ...(soonestToExpire && { expires: soonestToExpire }),
    ...(rotation.dates &&
      isConfirmed(rotation) &&
      grantsLetters && {
        letterDueOn: letterDueDay(rotation.dates, world.season(facts.profile.matchYear)),
      }),
    ...answerOf(applicant, rotation),
  };
}

/** Of what is over only the host's answer is still asked for. */
function ofClosed(applicant: Applicant, rotation: Rotation): RotationOutlook[] {
  const answer = answerOf(applicant, rotation);
  if (answer.answerDays === undefined) return [];
  return [
    {
      id: rotation.id,
      waitingOn: 'nobody',
      waitingSince: dayIn(EASTERN, rotation.since),
      ...answer,
    },
  ];
}

/** A host's answer and a consulate's are theirs to give: their lateness is not the applicant's slack. */
function isForApplicant({ step }: PlannedStep, rotation: Rotation): boolean {
  if (step === 'answer') return rotation.status === 'offered';
  if (step === 'visa') return !rotation.checklist.some(({ heldBy }) => heldBy === 'visa');
  return true;
}

/** The day by which the applicant's own part must be done: an appointment is booked before the wait, not after it. */
function safeDay({ step, doneBy, waitDays }: PlannedStep) {
  if (!doneBy) return undefined;
  return { step, day: step === 'visa-appointment' ? plusDays(doneBy, -(waitDays ?? 0)) : doneBy };
}

function soonestOf<Dated extends { readonly day: Day }>(
  days: readonly (Dated | undefined)[],
): Dated | undefined {
  return days
    .filter((each) => each !== undefined)
    .reduce<Dated | undefined>(
      (first, each) => (first && first.day <= each.day ? first : each),
      undefined,
    );
}

/** A paper's holder is known by the update that named it; any other holder has had the ball since the stage began. */
function heldSince(
  { history }: Applicant,
  rotation: Rotation,
  holder: RotationOutlook['waitingOn'],
): Instant {
  if (holder === 'writer') {
    const [first] = rotation.letters.map(({ since }) => since).toSorted();
    return first ?? rotation.since;
  }
  const named = history.findLast(
    ({ event }) =>
      event.type === 'document-updated' &&
      event.rotationId === rotation.id &&
      (event.heldBy === holder || (holder === 'host' && event.status === 'submitted')),
  );
  return named && named.at > rotation.since ? named.at : rotation.since;
}

/** A waitlist is no answer. Where the history no longer holds the application, the days are not known. */
function answerOf({ history }: Applicant, rotation: Rotation): { answerDays?: number } {
  const at = (...types: string[]): Instant | undefined =>
    history.find(
      ({ event }) =>
        types.includes(event.type) && 'rotationId' in event && event.rotationId === rotation.id,
    )?.at;
  const applied = at('applied');
  const answered = at('offered', 'rejected');
  if (!applied || !answered || answered < applied) return {};
  return { answerDays: daysBetween(dayIn(EASTERN, applied), dayIn(EASTERN, answered)) };
}

function shortened(text: string): string {
  return text.length <= OUTLOOK_LINE_CHARACTERS_MAX
    ? text
    : `${text.slice(0, OUTLOOK_LINE_CHARACTERS_MAX - 1)}…`;
}
