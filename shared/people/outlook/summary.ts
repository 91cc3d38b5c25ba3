/** All that a cohort's report needs of one person, projected into the index: a page reads one range and no item. Days, never distances. */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import { LETTERS_PER_ROTATION_MAX, OWN_LETTERS_MAX, ROTATIONS_MAX } from '#shared/base/limits.ts';
import { idSchema } from '#shared/base/text.ts';
import { storedDaySchema } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, storedInstantSchema } from '#shared/base/time/instant.ts';
import { profileSchema } from '#shared/plan/facts/facts.ts';
import { type Letter, letterStatusSchema } from '#shared/plan/facts/letter.ts';
import { quietHoursSchema } from '#shared/plan/facts/mailing.ts';
import {
  closedReasonSchema,
  describedSchema,
  type Rotation,
  specialtySchema,
} from '#shared/plan/facts/rotation.ts';
import { STAGE_NAMES, STATUS_NAMES } from '#shared/plan/facts/stage-names.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import { FURTHEST_STEPS, furthestStep } from '#shared/plan/rotation/track.ts';
import { modeSchema } from '#shared/world/vocabulary.ts';
import { type Case, caseSchema, openCaseOf } from '../casework/casework.ts';
import type { Applicant } from '../person/applicant.ts';
import { counts } from '../person/email-record.ts';
import {
  letterOutlookSchema,
  type Outlook,
  type OutlookDue,
  type OutlookFinding,
  outlookSchema,
  rotationOutlookSchema,
} from '../person/outlook.ts';
import { reachSchema } from '../person/person.ts';

const summaryLetterSchema = z.strictObject({
  id: idSchema,
  writer: z.string(),
  specialty: z.string(),
  status: letterStatusSchema,
  /** When the status last changed; every day here is one in Eastern time. */
  since: storedDaySchema,
  /** The same for letters of one writer's address, which no list holds. Absent while no address is known. */
  by: z.string().exactOptional(),
  /** Absent while its holder is not emailed. */
  awaited: letterOutlookSchema.omit({ id: true }).exactOptional(),
});

const summaryRotationSchema = z.strictObject({
  id: idSchema,
  host: z.string(),
  institutionId: idSchema.exactOptional(),
  specialty: specialtySchema,
  mode: modeSchema,
  inUs: z.boolean(),
  stage: z.enum(STAGE_NAMES),
  status: z.enum(STATUS_NAMES),
  /** When the stage was entered, whatever its status was then. */
  since: storedDaySchema,
  start: storedDaySchema.exactOptional(),
  end: storedDaySchema.exactOptional(),
  closed: closedReasonSchema.exactOptional(),
  /** How far a closed one got, by the days that the plan keeps. */
  furthest: z.enum(FURTHEST_STEPS).exactOptional(),
  described: describedSchema.exactOptional(),
  letters: z.array(summaryLetterSchema).max(LETTERS_PER_ROTATION_MAX),
  outlook: rotationOutlookSchema.omit({ id: true }).exactOptional(),
});
export type SummaryRotation = z.infer<typeof summaryRotationSchema>;
export type SummaryLetter = SummaryRotation['letters'][number];

export const summarySchema = z.strictObject({
  id: idSchema,
  /** The cohort, or its archive. */
  cohortId: z.string().max(72),
  name: z.string(),
  /** For an advisor's call or email; absent in rows of an earlier release. */
  address: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  zone: z.string(),
  matchYear: z.int(),
  enrollment: profileSchema.shape.enrollment,
  pathway: profileSchema.shape.pathway,
  entry: profileSchema.shape.entry,
  erasSubmittedOn: storedDaySchema.exactOptional(),
  /** In an archive: when it was archived, and by whom. */
  archived: z.strictObject({ on: storedDaySchema, by: z.string() }).exactOptional(),
  /** The plan was deleted: counted, never named or judged. */
  erased: z.literal(true).exactOptional(),
  reach: reachSchema,
  /** Until they say that the plan is theirs, or until then where that is enough, we email nothing else. */
  asked: z.strictObject({ until: storedInstantSchema.exactOptional() }).exactOptional(),
  dueAt: storedInstantSchema,
  enrolledOn: storedDaySchema,
  /** The last thing the applicant reported. */
  activeOn: storedDaySchema.exactOptional(),
  emailedOn: storedDaySchema.exactOptional(),
  /** Quiet hours of their own choice. */
  quiet: quietHoursSchema.exactOptional(),
  rotations: z.array(summaryRotationSchema).max(ROTATIONS_MAX),
  /** Letters that no rotation gave, such as a research mentor's. */
  ownLetters: z.array(summaryLetterSchema).max(OWN_LETTERS_MAX).exactOptional(),
  /** Absent until someone has visited the plan. */
  outlook: outlookSchema.omit({ rotations: true, letters: true }).exactOptional(),
  /** The open case, else the one closed last. */
  case: caseSchema.exactOptional(),
});
export type Summary = z.infer<typeof summarySchema>;

export function openCaseIn({ case: latest }: Pick<Summary, 'case'>): Case | undefined {
  return latest?.closed ? undefined : latest;
}

/** One applicant as a report has them. */
export function summaryOfApplicant(applicant: Applicant): Summary {
  const { facts, history, emails, outlook, pending } = applicant;
  const { name, address, phone, zone, matchYear, enrollment, pathway, entry } = facts.profile;
  const active = history.findLast(({ by }) => by === 'applicant');
  const emailed = emails.findLast(counts);
  const present = openCaseOf(applicant.casework) ?? applicant.casework?.cases.at(-1);
  const { rotations: _, letters: __, ...ofPlan } = outlook ?? {};
  return {
    id: applicant.id,
    cohortId: applicant.cohortId,
    name,
    ...(!applicant.erased && { address, ...(phone && { phone }) }),
    zone,
    matchYear,
    enrollment,
    pathway,
    ...(entry && { entry }),
    ...(facts.erasSubmittedOn && { erasSubmittedOn: facts.erasSubmittedOn }),
    ...(applicant.erased && { erased: true }),
    reach: applicant.reach,
    ...(pending && { asked: pending.opensAt ? { until: pending.opensAt } : {} }),
    dueAt: applicant.dueAt,
    enrolledOn: dayIn(EASTERN, applicant.createdAt),
    ...(active && { activeOn: dayIn(EASTERN, active.at) }),
    ...(emailed && { emailedOn: dayIn(EASTERN, emailed.claimedAt) }),
    ...quietOf(facts.mailing),
    rotations: facts.rotations.map((rotation) => ofRotation(rotation, outlook)),
    ...(facts.letters && { ownLetters: facts.letters.map((letter) => ofLetter(letter, outlook)) }),
    ...('at' in ofPlan && { outlook: ofPlan }),
    ...(present && { case: present }),
  };
}

/** As the index keeps it, for thousands of people: where a day comes from is whole, and stated once. */
export function indexedSummary(summary: Summary): Summary {
  const { outlook } = summary;
  if (!outlook?.findings) return summary;
  const findings = outlook.findings.map((found) => {
    const { certainty, source, checkedOn, ...rest } = found;
    const due = dueOf(found, outlook);
    const isStated =
      due?.source === source && due?.certainty === certainty && due?.checkedOn === checkedOn;
    return isStated ? rest : found;
  });
  return { ...summary, outlook: { ...outlook, findings } };
}

/** The same day among those that are due, which says where it comes from. */
export function dueOf(
  { rule, rotationId, day }: OutlookFinding,
  { due }: Pick<Outlook, 'due'>,
): OutlookDue | undefined {
  return due.find(
    (each) => each.rule === rule && each.rotationId === rotationId && each.day === day,
  );
}

function quietOf(mailing: Applicant['facts']['mailing']): Pick<Summary, 'quiet'> {
  const { quietFrom, quietUntil } = mailing ?? {};
  if (!quietFrom && !quietUntil) return {};
  return { quiet: { ...(quietFrom && { quietFrom }), ...(quietUntil && { quietUntil }) } };
}

function ofRotation(rotation: Rotation, outlook: Applicant['outlook']): SummaryRotation {
  const { id, host, specialty, mode, stage, status, dates, closed } = rotation;
  const { stageSince = rotation.since } = rotation;
  const { id: _, ...found } = outlook?.rotations.find((each) => each.id === id) ?? { id };
  return {
    id,
    host: host.name,
    ...(host.institutionId && { institutionId: host.institutionId }),
    specialty,
    mode,
    inUs: isInUs(rotation),
    stage,
    status,
    since: dayIn(EASTERN, stageSince),
    ...(dates && { start: dates.start, end: dates.end }),
    ...(closed && { closed: closed.reason, furthest: furthestStep(rotation) }),
    ...(rotation.described && { described: rotation.described }),
    letters: rotation.letters.map((letter) => ofLetter(letter, outlook)),
    ...('waitingOn' in found && { outlook: found }),
  };
}

function ofLetter(
  { id, writer, status, since }: Letter,
  outlook: Applicant['outlook'],
): SummaryLetter {
  const { name, specialty, address } = writer;
  const { id: _, ...awaited } = outlook?.letters?.find((each) => each.id === id) ?? { id };
  return {
    id,
    writer: name,
    specialty,
    status,
    since: dayIn(EASTERN, since),
    ...(address && { by: markOf(address) }),
    ...('on' in awaited && { awaited }),
  };
}

/** It is stored beside the address itself in one table, and is in no page, file, or log. */
function markOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 16);
}
