/** A person's outlook: a view of the agenda, as the emails and the plan page are. */
import { type AgendaAt, agendaAt, nextSteps } from '#shared/agenda/agenda-at.ts';
import { changesAt } from '#shared/agenda/changes-at.ts';
import { waitingOn } from '#shared/agenda/waiting-on.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { judgeChecklist } from '#shared/plan/documents/judge.ts';
import { PRIVATE_RULES } from '#shared/plan/facts/private.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { letterDueDay } from '#shared/plan/letters/due.ts';
import { letterPlan } from '#shared/plan/letters/letter-plan.ts';
import { isConfirmed } from '#shared/plan/rotation/kind.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import { grantsLetters } from '#shared/plan/rotation/site.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { isHard, type Occasion, occasionsOf } from '#shared/words/occasions.ts';
import { papersTogether } from '#shared/words/together.ts';
import type { World } from '#shared/world/world.ts';
import { allowedOf } from '../mailing/ruled-out.ts';
import type { Applicant } from '../person/applicant.ts';
import {
  OUTLOOK_DUE_MAX,
  type Outlook,
  type OutlookDue,
  type RotationOutlook,
  SOURCE_CHARACTERS_MAX,
  shortened,
} from '../person/outlook.ts';
import { isHarmed } from '../person/person.ts';
import { isReminded } from '../writer/plan-writer.ts';
import { wantedLetters } from '../writer/wanted.ts';
import { FIRST, writerRungs } from '../writer/writer-ladder.ts';
import { findingsOf, levelSince } from './findings.ts';
import { followedByRung } from './followed.ts';
import { unreachedOf } from './unreached.ts';

/** How many of these may be merely advised: a week is planned around hard dates. */
const OUTLOOK_ADVISED_MAX = 2;

/** The item with its outlook as it is now. Bookkeeping: no fact, no revision. */
export function withOutlook(applicant: Applicant, world: World, now: Instant): Applicant {
  return { ...applicant, outlook: outlookOf(applicant, world, now) };
}

/** True until `changesAt`, whenever it is read: it holds days, never distances. */
export function outlookOf(applicant: Applicant, world: World, now: Instant): Outlook {
  const { facts, reach } = applicant;
  const open = openRotations(facts);
  const answered = facts.rotations.filter((rotation) => !open.includes(rotation));
  const at = agendaAt(facts, world, now, !isHarmed(reach));
  const due = dueOf(occasionsOf(at), facts.rotations, dayIn(EASTERN, now));
  const unreached = unreachedOf(applicant, due, now);
  const findings = findingsOf(at, unreached.findings, applicant.outlook, now);
  const reached = levelSince(findings, applicant.outlook, now);
  const allowed = allowedOf(applicant, at);
  const [next] = [changesAt(at, now) ?? [], unreached.begins]
    .flat()
    .filter((moment) => moment > now)
    .toSorted();
  return {
    at: now,
    ...(next && { changesAt: next }),
    state: at.state.name,
    findings,
    ...(reached && { levelSince: reached }),
    ...(Object.keys(allowed).length > 0 && { allowed }),
    due,
    rotations: [
      ...open.map((rotation) => ofRotation(applicant, rotation, world, at)),
      ...answered.flatMap((rotation) => ofClosed(applicant, rotation)),
    ],
    letters: wantedLetters(applicant, world).map((letter) => ({
      id: letter.letterId,
      on: letter.dueOn,
      // Writers count as Eastern until they say otherwise, which is close enough for a list of days.
      remindOn: writerRungs(letter, EASTERN)
        .filter(({ name }) => name === FIRST || isReminded(letter, name))
        .map(({ at }) => dayIn(EASTERN, at)),
    })),
    covered: letterPlan(facts, world).covered,
    followed: followedByRung(applicant, now),
  };
}

/** Soonest first; the papers of one rotation and day are one thing. */
function dueOf(
  occasions: readonly Occasion[],
  rotations: readonly Rotation[],
  today: Day,
): OutlookDue[] {
  const listed = occasions
    .filter(({ isQuestion, rule }) => !isQuestion && !PRIVATE_RULES.includes(rule))
    .map((occasion) => ({ occasion }));
  const soonestFirst = papersTogether(listed, rotations)
    .toSorted((a, b) => (a.occasion.deadline.at < b.occasion.deadline.at ? -1 : 1))
    .map(({ occasion }) => ofOccasion(occasion, rotations, today));
  const advised = soonestFirst.filter(({ hard }) => !hard).slice(0, OUTLOOK_ADVISED_MAX);
  return soonestFirst.filter((due) => due.hard || advised.includes(due)).slice(0, OUTLOOK_DUE_MAX);
}

function ofOccasion(occasion: Occasion, rotations: readonly Rotation[], today: Day): OutlookDue {
  const { rule, rotationId, opens, startBy, deadline, lastDay, words } = occasion;
  const rotation = rotations.find(({ id }) => id === rotationId);
  return {
    rule,
    // A letter that no rotation gave is listed under no rotation's id.
    ...(rotation && { rotationId: rotation.id }),
    ...partOf(occasion),
    title: shortened(words.title),
    ...(occasion.discreet && { isPrivate: true as const }),
    ...(startBy && { startBy }),
    day: deadline.day,
    ...(deadline.hasClockTime && { at: deadline.at }),
    ...(lastDay && { lastDay }),
    ...(isHard(occasion) && { hard: true as const }),
    ...(opens && opens >= today && { opens }),
    certainty: deadline.certainty,
    source: shortened(deadline.source, SOURCE_CHARACTERS_MAX),
    ...(deadline.checkedOn && { checkedOn: deadline.checkedOn }),
  };
}

/** A rotation has only one of each, so the rule identifies it. */
const ALONE = ['letter', 'mentor'];

/** Tells the papers of a rotation apart, or the letters of one place. */
function partOf({ subject, rotationId }: Occasion): Pick<OutlookDue, 'part'> {
  const [, part] = subject.split('/');
  return !part || !rotationId || ALONE.includes(part) ? {} : { part };
}

function ofRotation(
  applicant: Applicant,
  rotation: Rotation,
  world: World,
  at: AgendaAt,
): RotationOutlook {
  const { facts } = applicant;
  const next = nextSteps(rotation.id, at).find(
    ({ matter }) => !PRIVATE_RULES.includes(matter.rule),
  );
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const papers = judgeChecklist(rotation, facts.documents, host);
  const expiring = papers.filter(({ word }) => word === 'expires-too-early').length;
  const cleared = papers.filter(({ word }) => word === 'cleared').length;
  return {
    id: rotation.id,
    waitingOn: waitingOn(rotation.id, at),
    ...(next && { next: { title: shortened(wordsOf(next.matter, at.view).title), day: next.day } }),
    ...(papers.length > 0 && {
      documents: { cleared, expiring, pending: papers.length - cleared - expiring },
    }),
    ...(rotation.dates &&
      isConfirmed(rotation) &&
      grantsLetters(rotation, world) && {
        letterDueOn: letterDueDay(rotation.dates, world.season(facts.profile.matchYear)),
      }),
    ...answerOf(applicant, rotation),
  };
}

/** Once a rotation is closed, only the host's answer is still asked for. */
function ofClosed(applicant: Applicant, rotation: Rotation): RotationOutlook[] {
  const answer = answerOf(applicant, rotation);
  if (answer.answerDays === undefined) return [];
  return [{ id: rotation.id, waitingOn: 'nobody', ...answer }];
}

/** A waitlist is not an answer. If the history no longer holds the application, the days are not known. */
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
