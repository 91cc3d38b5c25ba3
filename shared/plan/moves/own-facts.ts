/** Changes that are not about one rotation: profile, costs, experiences, and stories. */
import { failure, impossible, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { withDefault } from '../documents/checklist.ts';
import type { EventOf, OwnEvent } from '../facts/events.ts';
import { COSTS_MAX, EXPERIENCES_MAX, type Facts, type ProfileChange } from '../facts/facts.ts';
import { unassigned } from '../facts/letter.ts';
import { withItem } from '../facts/packet.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation } from '../facts/rotation.ts';
import { isCommitted } from '../facts/stages.ts';
import { todayOf } from '../rotation/days-meant.ts';
import { withoutEnd } from './reopen.ts';
import { at, type Setting, settle } from './settle.ts';

/** `transition` itself handles a rotation, the zone, and the submission. */
type ChangeOfOwn = Exclude<
  OwnEvent,
  {
    type:
      | 'rotation-added'
      | 'rotation-corrected'
      | 'rotation-taken-over'
      | 'zone-changed'
      | 'eras-submitted';
  }
>;

export function changeOwnFacts(event: ChangeOfOwn, setting: Setting): Result<Facts, PlanRefusal> {
  const { facts, newId, now } = setting;
  switch (event.type) {
    case 'profile-changed':
      return changeProfile(event.profile, setting);
    case 'eras-corrected':
      return correctSubmission(facts, event.submittedOn, now);
    case 'cost-entered':
      return enterCost(event, setting);
    case 'cost-removed': {
      const costs = facts.costs?.filter(({ id }) => id !== event.costId) ?? [];
      return costs.length < (facts.costs?.length ?? 0)
        ? success({ ...facts, costs })
        : failure(refusals.unknownCost());
    }
    case 'experience-added': {
      const experiences = facts.experiences ?? [];
      if (experiences.length >= EXPERIENCES_MAX) {
        return failure(refusals.tooManyExperiences(EXPERIENCES_MAX));
      }
      if (experiences.some(({ id }) => id === newId)) return failure(refusals.idTaken());
      const added = { ...event.experience, id: newId };
      return success({ ...facts, experiences: [...experiences, added] });
    }
    case 'experience-removed': {
      const experiences = facts.experiences?.filter(({ id }) => id !== event.experienceId) ?? [];
      return experiences.length < (facts.experiences?.length ?? 0)
        ? success({ ...facts, experiences })
        : failure(refusals.unknownExperience());
    }
    case 'story-noted': {
      const others = (facts.stories ?? []).filter(({ kind }) => kind !== event.story.kind);
      const stories = [...others, event.story];
      // Saving a story starts the count that rule G20 reads.
      return success({ ...facts, stories, storyCount: stories.length });
    }
    case 'packet-entered': {
      const { type: _, item, ...entered } = event;
      return success({ ...facts, packet: withItem(facts.packet ?? {}, item, entered) });
    }
    default:
      return impossible(event);
  }
}

/** The way into the US puts a visa or an ESTA on the checklists of accepted rotations, and takes the other off. */
function changeProfile(change: ProfileChange, setting: Setting): Result<Facts, PlanRefusal> {
  const { facts, now, world } = setting;
  if (Object.keys(change).length === 0) return failure(refusals.nothingToChange());
  const wasRead = change.visaWaitDays !== undefined && change.visaWaitReadOn === undefined;
  const profile = {
    ...facts.profile,
    ...change,
    ...(wasRead && { visaWaitReadOn: dayIn(EASTERN, now) }),
  };
  if (profile.matchYear !== facts.profile.matchYear) {
    const { matchYear: _, ...others } = change;
    const moved = inNewSeason(
      { ...facts, profile: { ...facts.profile, matchYear: profile.matchYear } },
      now,
    );
    return Object.keys(others).length > 0
      ? changeProfile(others, { ...setting, facts: moved })
      : success(moved);
  }
  if (change.entry === undefined) return success({ ...facts, profile });
  const rotations = facts.rotations.map((rotation) => {
    if (!isCommitted(rotation.stage)) return rotation;
    const host = world.host(rotation.host.institutionId, rotation.mode);
    const withVisa = withDefault('visa', rotation, host, change.entry);
    const changed = withDefault('esta', withVisa, host, change.entry);
    return changed === rotation ? rotation : settle(changed, setting);
  });
  return success({ ...facts, profile, rotations });
}

function enterCost(
  { cost, costId }: EventOf<'cost-entered'>,
  { facts, newId }: Setting,
): Result<Facts, PlanRefusal> {
  const costs = facts.costs ?? [];
  if (cost.rotationId && !facts.rotations.some(({ id }) => id === cost.rotationId)) {
    return failure(refusals.unknownRotation());
  }
  if (costId !== undefined) {
    if (!costs.some(({ id }) => id === costId)) return failure(refusals.unknownCost());
    const corrected = costs.map((each) => (each.id === costId ? { ...cost, id: costId } : each));
    return success({ ...facts, costs: corrected });
  }
  if (costs.length >= COSTS_MAX) return failure(refusals.tooManyCosts(COSTS_MAX));
  if (costs.some(({ id }) => id === newId)) return failure(refusals.idTaken());
  return success({ ...facts, costs: [...costs, { ...cost, id: newId }] });
}

function correctSubmission(
  { erasSubmittedOn, ...facts }: Facts,
  day: Day | undefined,
  now: Instant,
): Result<Facts, PlanRefusal> {
  if (!erasSubmittedOn) return failure(refusals.erasNotReported());
  if (day && day > todayOf(facts.profile, now))
    return failure(refusals.notYetThere(day, 'submittedOn'));
  return success(day ? { ...facts, erasSubmittedOn: day } : facts);
}

/** Another Match year: ERAS starts over with submission and assignments, and keeps letters; papers stay as they are. */
function inNewSeason(facts: Facts, now: Instant): Facts {
  const { erasSubmittedOn: _, letters, ...kept } = facts;
  return {
    ...kept,
    rotations: kept.rotations.map((rotation) => toAssignAgain(rotation, now)),
    ...(letters && { letters: letters.map((letter) => unassigned(letter, now)) }),
  };
}

/** A complete rotation must assign its letter again. */
function toAssignAgain(rotation: Rotation, now: Instant): Rotation {
  const letters = rotation.letters.map((letter) => unassigned(letter, now));
  if (rotation.closed?.reason !== 'complete') return { ...rotation, letters };
  return { ...at(withoutEnd(rotation), 'letter-received', 'to-assign', now), letters };
}
