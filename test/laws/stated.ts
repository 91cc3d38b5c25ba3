/** Plans as an import could add them: any stage with any facts it can have, whether or not any reports could lead there. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import {
  DAY_MS,
  dayIn,
  EASTERN,
  type Instant,
  instantAt,
  plusMs,
} from '#shared/base/time/instant.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import { checklistFor } from '#shared/plan/documents/checklist.ts';
import { type Facts, factsSchema, type Profile } from '#shared/plan/facts/facts.ts';
import { type Letter, letterStatusSchema } from '#shared/plan/facts/letter.ts';
import { closedReasonSchema, type Rotation, specialtySchema } from '#shared/plan/facts/rotation.ts';
import { STAGE_NAMES, STATUS_NAMES, type StatusName } from '#shared/plan/facts/stage-names.ts';
import { isCommitted, STAGES } from '#shared/plan/facts/stages.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import type { Random } from '../season/random.ts';

/** November 23, 2026, and the nineteen months that follow. */
const FIRST: Instant = '2026-11-23T17:00:00.000Z';
const SPAN_DAYS = 580;

export function statedPlan(seed: number, random: Random) {
  const now = plusMs(FIRST, random.between(0, SPAN_DAYS) * DAY_MS);
  const facts: Facts = factsSchema.parse(factsAt(random, now));
  return { now, applicant: newApplicant({ id: `stated-${seed}`, cohortId: 'laws', facts }, now) };
}

function factsAt(random: Random, now: Instant): Facts {
  const today = dayIn(EASTERN, now);
  const profile = profileOf(random, today);
  const documents = some(random, 4, () => ({
    kind: random.pick(PAPERS),
    ...maybe(random, { issuedOn: plusDays(today, -random.between(0, 800)) }),
    ...(random.chance(0.3) && { expiresOn: plusDays(today, random.between(-200, 600)) }),
  }));
  return {
    profile,
    rotations: some(random, 5, (index) => rotationOf(random, `r${index + 1}`, profile, today)),
    documents,
    ...maybe(random, {
      letters: some(random, 2, (index) => letterOf(random, `own-l${index}`, today)),
    }),
    ...(random.chance(0.3) && { erasSubmittedOn: plusDays(today, -random.between(0, 60)) }),
    ...(random.chance(0.3) && { storyCount: random.between(0, 3) }),
  };
}

function profileOf(random: Random, today: Day): Profile {
  return {
    name: 'Somebody',
    address: 'somebody@example.org',
    zone: random.pick(['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Honolulu']),
    matchYear: random.pick([2028, 2028, 2028, 2027, 2029]),
    enrollment: random.pick(['enrolled', 'enrolled', 'graduate']),
    pathway: random.pick(['integrated-ir', 'dr-esir']),
    ...maybe(random, { graduationOn: plusDays(today, random.between(-700, 700)) }),
    ...maybe(random, { entry: random.pick(['visa', 'visa', 'waiver', 'citizen', 'in-us']) }),
    ...(random.chance(0.3) && { entryUntil: plusDays(today, random.between(0, 400)) }),
    ...maybe(random, { visaWaitDays: random.between(0, 400) }),
    ...maybe(random, { schoolInVslo: random.chance(0.5) }),
    ...maybe(random, { ecfmgCertified: random.chance(0.5) }),
  };
}

function rotationOf(random: Random, id: string, profile: Profile, today: Day): Rotation {
  const status = random.pick(STATUSES);
  const stage = STAGE_NAMES.find((name) => STAGES[name].statuses[status]) ?? 'identify';
  const isAway = random.chance(0.85);
  const host = isAway && random.chance(0.8) ? random.pick(PLACES) : undefined;
  const hasDates = status !== 'shortlisted' || random.chance(0.8);
  const start = plusDays(today, random.between(...startsOf(status)));
  const dates = { start, end: plusDays(start, random.between(13, 60)) };
  const since = instantAt(plusDays(today, -random.between(0, 60)), '12:00', EASTERN);
  const country = isAway ? random.pick(['US', 'US', 'US', 'PR']) : random.pick(['IN', 'DE']);
  const plan = {
    host: host ? { name: host.name, institutionId: host.id } : { name: `Hospital ${id}` },
    specialty: random.pick([first(specialtySchema.options), ...specialtySchema.options]),
    // Some who only watch do research, at a host that states nothing.
    mode: random.pick(['hands-on', 'hands-on', host ? 'observer' : 'research'] as const),
    route: random.pick(['institution', 'vslo', 'observership'] as const),
    country,
  };
  const closed = random.pick([first(closedReasonSchema.options), ...closedReasonSchema.options]);
  return {
    ...plan,
    id,
    stage,
    status,
    since,
    ...(hasDates && { dates }),
    ...(status === 'offered' &&
      random.chance(0.7) && { offer: { expiresOn: plusDays(today, random.between(0, 30)) } }),
    ...(stage !== 'identify' &&
      maybe(random, { appliedOn: plusDays(today, -random.between(1, 120)) })),
    ...(random.chance(0.2) && { windowClosesOn: plusDays(start, -random.between(30, 150)) }),
    ...(random.chance(0.3) && { steps: stepsOf(random, today) }),
    ...(random.chance(0.2) && { visaAppointmentOn: plusDays(start, random.between(-120, 10)) }),
    ...(random.chance(0.3) && {
      hostDays: { decision: plusDays(today, 20), 'documents-by': plusDays(start, -40) },
    }),
    ...(random.chance(0.2) && { followedUpOn: plusDays(today, -random.between(0, 30)) }),
    ...(start <= today && random.chance(0.4) && { confirmed: ['started' as const] }),
    checklist: isCommitted(stage) ? checklistOf(random, { ...plan, dates }, host?.id, profile) : [],
    ...(stage === 'rotate' &&
      start <= today &&
      maybe(random, {
        feedback: { mood: random.pick(['positive', 'mixed']), on: today },
        mentor: 'Dr. Eder',
        tasks: [{ title: 'a paper', assignedOn: today }],
      })),
    letters: hasLetters(status)
      ? some(random, 2, (index) => letterOf(random, `${id}-l${index}`, today))
      : [],
    ...(stage === 'closed' && { closed: { reason: closed, at: since } }),
  };
}

/** Days from today on which a rotation of this status can begin. */
function startsOf(status: StatusName): [least: number, most: number] {
  switch (status) {
    case 'underway':
      return [-13, 0];
    case 'waiting':
    case 'not-progressing':
    case 'to-assign':
      return [-300, -61];
    case 'closed':
      return [-300, 300];
    case 'collecting':
    case 'upcoming':
      return [1, 200];
    default:
      return [-20, 330];
  }
}

function hasLetters(status: StatusName): boolean {
  return ['underway', 'waiting', 'not-progressing', 'to-assign', 'closed'].includes(status);
}

function stepsOf(random: Random, today: Day): NonNullable<Rotation['steps']> {
  const steps = ['affiliation', 'visa-appointment', 'housing', 'flight'] as const;
  return steps
    .filter(() => random.chance(0.5))
    .map((step) => ({ step, state: random.pick(['begun', 'done'] as const), on: today }));
}

function checklistOf(
  random: Random,
  of: Pick<Rotation, 'country' | 'dates' | 'mode'>,
  hostId: string | undefined,
  profile: Profile,
): Rotation['checklist'] {
  return checklistFor(of, PUBLISHED_WORLD.host(hostId), profile).map((item) => ({
    ...item,
    status: random.pick(['to-do', 'in-progress', 'submitted', 'cleared', 'not-accepted']),
    heldBy: random.pick(['applicant', 'applicant', 'host', 'home-school', 'visa', 'external']),
  }));
}

function letterOf(random: Random, id: string, today: Day): Letter {
  const status = random.pick([first(letterStatusSchema.options), ...letterStatusSchema.options]);
  const asked = plusDays(today, -random.between(5, 90));
  const since = instantAt(plusDays(today, -random.between(0, 5)), '12:00', EASTERN);
  return {
    id,
    writer: { name: `Dr. ${id}`, specialty: random.pick(['ir', 'dr', 'medicine', 'research']) },
    status,
    askedOn: asked,
    since,
    ...(random.chance(0.4) && {
      contact: {
        on: asked,
        state: random.pick(['emailed', 'stopped', 'unreachable']),
        since: asked,
      },
    }),
    ...(random.chance(0.3) && {
      promised: { by: plusDays(today, random.between(-20, 200)), on: asked },
    }),
  };
}

function some<Each>(random: Random, most: number, of: (index: number) => Each): Each[] {
  return Array.from({ length: random.between(0, most) }, (_, index) => of(index));
}

function maybe<Part extends object>(random: Random, part: Part): Part | false {
  return random.chance(0.7) && part;
}

function first<Each>([each]: readonly Each[]): Each {
  if (each === undefined) throw new Error('An empty list has no first.');
  return each;
}

const PAPERS = [
  'influenza',
  'tb',
  'mmr',
  'english',
  'background-check',
  'health-insurance',
] as const;
const STATUSES = [first(STATUS_NAMES), ...STATUS_NAMES] as const;
/** The few that want to be paid come up more often than their number. */
const PAID = institutions().filter(
  ({ offering: { read } }) => read?.payment !== undefined || read?.paymentTerm !== undefined,
);
const PLACES = [first(institutions()), ...institutions(), ...PAID, ...PAID, ...PAID] as const;
