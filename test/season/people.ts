/** Twenty people, as often as a season wants them, and how they behave: who answers an email at once, late, never, twice, from an old page, or wrongly. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import {
  dayIn,
  EASTERN,
  HOUR_MS,
  type Instant,
  MINUTE_MS,
  plusMs,
} from '#shared/base/time/instant.ts';
import type { Update } from '#shared/people/applicant/accept.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { RotationEvent } from '#shared/plan/facts/events.ts';
import { WRITER_EVENT_TYPES, type WriterEventType } from '#shared/plan/facts/events.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation, RotationPlan } from '#shared/plan/facts/rotation.ts';
import { acceptedEvents } from '#shared/plan/facts/stages.ts';
import { DEFAULT_CHECKLIST } from '#shared/world/hosts/document-kinds.ts';
import type { Random } from './random.ts';
import { wishOf } from './wish.ts';

/** Chances in [0, 1], one draw an act. */
interface Habit {
  /** Days between two visits to the plan that no email caused, on average. */
  readonly visitsEveryDays: number;
  /** Answers an email within hours; otherwise leaves it. */
  readonly answers: number;
  /** Sends the same update again. */
  readonly repeats: number;
  /** Answers from a page that is out of date. */
  readonly stale: number;
  /** Reports what cannot be. */
  readonly errs: number;
  /** Gives up a rotation, moves its dates, takes an update back. */
  readonly wavers: number;
  /** Changes the zone, or stops and resumes the emails. */
  readonly moves: number;
  /** Puts something off, changes the hours of the emails, stops a topic. */
  readonly wishes: number;
}

const STEADY: Habit = {
  visitsEveryDays: 6,
  answers: 0.8,
  repeats: 0.05,
  stale: 0.03,
  errs: 0.05,
  wavers: 0.03,
  moves: 0.005,
  wishes: 0.06,
};
const HABITS = {
  steady: STEADY,
  eager: { ...STEADY, visitsEveryDays: 2, answers: 0.95, repeats: 0.2 },
  late: { ...STEADY, visitsEveryDays: 15, answers: 0.3 },
  silent: { ...STEADY, visitsEveryDays: 45, answers: 0.02, errs: 0 },
  clumsy: { ...STEADY, visitsEveryDays: 4, stale: 0.3, errs: 0.4, repeats: 0.4 },
  wavering: { ...STEADY, visitsEveryDays: 4, wavers: 0.3 },
  traveling: { ...STEADY, visitsEveryDays: 4, moves: 0.2, wishes: 0.15 },
} as const satisfies Record<string, Habit>;

type Casting = readonly [name: string, zone: string, habit: keyof typeof HABITS, matchYear: number];

/** Zones with whole, half and quarter hours, on both sides of the date line, with and without summer time. */
const ALICE: Casting = ['Alice', 'America/New_York', 'steady', 2028];
const CAST: readonly Casting[] = [
  ALICE,
  ['Bob', 'America/Chicago', 'late', 2028],
  ['Carol', 'Europe/London', 'wavering', 2028],
  ['Deepa', 'Asia/Kolkata', 'steady', 2028],
  ['Emeka', 'Africa/Lagos', 'eager', 2028],
  ['Farah', 'Asia/Karachi', 'clumsy', 2028],
  ['George', 'Europe/Athens', 'wavering', 2028],
  ['Hana', 'Pacific/Auckland', 'steady', 2028],
  ['Ivan', 'Europe/Belgrade', 'silent', 2028],
  ['Julia', 'America/Sao_Paulo', 'eager', 2028],
  ['Kenji', 'Asia/Tokyo', 'steady', 2029],
  ['Lucia', 'America/Los_Angeles', 'traveling', 2028],
  ['Manish', 'Asia/Kathmandu', 'steady', 2028],
  ['Nadia', 'Africa/Cairo', 'late', 2028],
  ['Omar', 'Asia/Dubai', 'traveling', 2028],
  ['Petra', 'Europe/Berlin', 'clumsy', 2027],
  ['Quang', 'Asia/Ho_Chi_Minh', 'eager', 2028],
  ['Rosa', 'Pacific/Honolulu', 'late', 2028],
  ['Sione', 'Pacific/Apia', 'silent', 2028],
  ['Tariq', 'America/St_Johns', 'steady', 2027],
];

/** Whose situation is not the commonest: an enrolled student with an advisor, who needs a visa or an ESTA. */
const SITUATIONS: Readonly<Record<string, Partial<Profile> & { readonly cohortId?: string }>> = {
  Alice: { entry: 'citizen' },
  Lucia: { entry: 'in-us' },
  Bob: { enrollment: 'graduate', graduationOn: '2026-07-01', ecfmgCertified: true },
  Emeka: { enrollment: 'graduate', graduationOn: '2026-07-01' },
  Hana: { schoolInVslo: false, cohortId: 'self' },
  Quang: { schoolInVslo: true },
};

/** Who also rotates at home, where no US paper is asked for. */
const HOMES: Readonly<Record<string, Pick<RotationPlan, 'country' | 'host'>>> = {
  Petra: { country: 'DE', host: { name: 'Charité' } },
  Deepa: { country: 'IN', host: { name: 'AIIMS' } },
  Kenji: { country: 'JP', host: { name: 'Keio University' } },
};

/** Who also looks for a mentor in research: graduates, one who answers and one who is late. */
const RESEARCHERS: readonly string[] = ['Bob', 'Emeka'];

export interface Person {
  readonly id: string;
  readonly casting: Casting;
  readonly habit: Habit;
  readonly random: Random;
  /** Acts and pages so far, to repeat and to be out of date from. */
  readonly sent: Update[];
  acts: number;
}

/** @param from how many of the season's people live elsewhere: the twenty-first is a second Alice */
export function peopleOf(count: number, random: Random, from = 0): Person[] {
  return Array.from({ length: count }, (_, index): Person => {
    const round = Math.floor((from + index) / CAST.length);
    const casting = CAST[(from + index) % CAST.length] ?? ALICE;
    const name = casting[0].toLowerCase();
    return {
      id: round === 0 ? name : `${name}-${round + 1}`,
      casting,
      habit: HABITS[casting[2]],
      random: random.fork(),
      sent: [],
      acts: 0,
    };
  });
}

/**
 * The item each begins with: nothing on the plan yet.
 * @param matchYear the Match that most of them aim for; a few are a year early or late
 */
export function bornOf(person: Person, now: Instant, matchYear = 2028): Applicant {
  const [name, zone, , ofCast] = person.casting;
  const { cohortId = 'season', ...situation } = SITUATIONS[name] ?? {};
  return newApplicant(
    {
      id: person.id,
      cohortId,
      facts: {
        profile: {
          name,
          address: addressOf(person.id),
          zone,
          matchYear: ofCast - ALICE[3] + matchYear,
          enrollment: 'enrolled',
          pathway: 'integrated-ir',
          entry: person.random.chance(0.5) ? 'visa' : 'waiver',
          ...situation,
        },
        rotations: [],
        documents: [],
      },
    },
    now,
  );
}

export function addressOf(personId: string): string {
  return `${personId}@example.org`;
}

/** When the person next comes to the plan unasked: some minute, now and then the very minute of a sweep. */
export function nextVisitAt({ habit, random }: Person, now: Instant): Instant {
  const minutes = Math.ceil(-Math.log(1 - random.next()) * habit.visitsEveryDays * 24 * 60);
  return random.chance(0.15)
    ? plusMs(fullHour(now), Math.ceil(minutes / 60) * HOUR_MS)
    : plusMs(now, minutes * MINUTE_MS);
}

/** True for someone who as good as never acts. */
export function isPassive({ habit }: Person): boolean {
  return habit === HABITS.silent;
}

/** When the person answers an email that came now, or undefined when never. */
export function answersAt({ habit, random }: Person, now: Instant): Instant | undefined {
  if (!random.chance(habit.answers)) return undefined;
  return plusMs(now, random.between(0, 40 * 60) * MINUTE_MS);
}

export type Act =
  | { readonly kind: 'update'; readonly update: Update }
  | { readonly kind: 'stop-emails' }
  | { readonly kind: 'resume-email' };

/** @param item the person's plan as the page shows it now */
export function actOf(person: Person, item: Applicant, now: Instant): Act {
  const { random, habit, sent } = person;
  person.acts += 1;
  if (item.reach === 'unsubscribed' && random.chance(0.3)) return { kind: 'resume-email' };
  if (random.chance(habit.moves)) {
    if (random.chance(0.4)) return { kind: 'stop-emails' };
    return act(person, item, { type: 'zone-changed', zone: anotherZone(random) });
  }
  const wish = random.chance(habit.wishes) ? wishOf(random, item, now) : undefined;
  if (wish) return act(person, item, wish);
  const [last] = sent.slice(-1);
  if (last && random.chance(habit.repeats)) return { kind: 'update', update: last };
  if (last && random.chance(habit.wavers * 0.3)) return act(person, item, { type: 'undone' });
  return act(person, item, eventOf(person, item, now));
}

function act(person: Person, item: Applicant, event: Event): Act {
  const { random, habit } = person;
  const isStale = random.chance(habit.stale);
  const update: Update = {
    id: `${person.id}-${person.acts}`,
    by: random.chance(0.08) ? 'advisor' : 'applicant',
    event,
    ...(random.chance(0.8) && { revision: Math.max(0, item.revision - (isStale ? 1 : 0)) }),
  };
  person.sent.push(update);
  return { kind: 'update', update };
}

function eventOf({ random, habit, casting }: Person, item: Applicant, now: Instant): Event {
  const { rotations, erasSubmittedOn, profile } = item.facts;
  const open = rotations.filter(({ stage }) => stage !== 'closed');
  if (rotations.length === 0 || (open.length < 3 && random.chance(0.2))) {
    return { type: 'rotation-added', rotation: planOf(random, now, casting) };
  }
  const isSeason = dayIn(EASTERN, now) >= `${profile.matchYear - 1}-09-01`;
  if (isSeason && !erasSubmittedOn && random.chance(0.2)) return { type: 'eras-submitted' };
  const [first, ...others] = open.length > 0 ? open : rotations;
  if (!first) return { type: 'rotation-added', rotation: planOf(random, now, casting) };
  const rotation = random.pick([first, ...others]);
  const forward = FORWARD[rotation.status];
  if (forward && random.chance(habit.answers * 0.6)) {
    return payloadOf(forward, rotation, random, now);
  }
  const types = acceptedEvents(rotation).filter(isReported);
  const wanted = types.filter(
    (type) => !SETBACKS.includes(type) || random.chance(habit.wavers) || random.chance(0.005),
  );
  const [one, ...more] = random.chance(habit.errs) ? ALL_TYPES : wanted;
  return payloadOf(random.pick([one ?? 'withdrawn', ...more]), rotation, random, now);
}

/** What these people tell. Writers are no part of their season: they have one of their own. */
type Reported = Exclude<
  RotationEvent['type'],
  WriterEventType | 'letter-contact' | 'letter-taken-back'
>;

function isReported(type: RotationEvent['type']): type is Reported {
  const isOfWriters = type === 'letter-contact' || type === 'letter-taken-back';
  return !isOfWriters && !WRITER_EVENT_TYPES.some((each) => each === type);
}

/** What most people want next: without it few rotations would live to see a letter. */
const FORWARD: Partial<Record<Rotation['status'], Reported>> = {
  preparing: 'applied',
  submitted: 'offered',
  offered: 'accepted',
  collecting: 'document-updated',
};

const SETBACKS: readonly RotationEvent['type'][] = [
  'withdrawn',
  'canceled-by-host',
  'rejected',
  'dates-changed',
  'finished-without-letter',
  'letter-declined',
  'letter-corrected',
  'step-corrected',
];

const ALL_TYPES: readonly Reported[] = [
  'chosen',
  'applied',
  'waitlisted',
  'offered',
  'accepted',
  'document-updated',
  'feedback-given',
  'letter-asked',
  'letter-agreed',
  'letter-requested',
  'letter-uploaded',
  'letter-assigned',
  'dates-changed',
];

function payloadOf(
  type: Reported,
  { id: rotationId, letters, checklist, dates, mode }: Rotation,
  random: Random,
  now: Instant,
): RotationEvent {
  const today = dayIn(EASTERN, now);
  const [letter, ...letters2] = letters.map(({ id }) => id);
  const letterId = random.pick([letter ?? 'no-such-letter', ...letters2]);
  switch (type) {
    case 'reopened':
      return { type, rotationId, as: random.pick(['listed', 'applied', 'accepted', 'finished']) };
    case 'step-corrected':
      return {
        type,
        rotationId,
        to: random.pick(['listed', 'applied', 'offered', 'accepted', 'finished']),
      };
    case 'letter-corrected':
      return { type, rotationId, letterId, to: random.pick(['asked', 'agreed', 'requested']) };
    case 'own-task-set':
      return {
        type,
        rotationId,
        title: 'call the coordinator',
        dueOn: plusDays(today, random.between(0, 40)),
      };
    case 'own-task-done':
      return { type, rotationId, task: random.between(1, 3) };
    case 'note-kept':
      return { type, rotationId, ownNote: 'the office opens at nine' };
    case 'chosen':
      return random.chance(0.5)
        ? { type, rotationId, windowClosesOn: plusDays(today, random.between(1, 70)) }
        : { type, rotationId };
    case 'offered':
      return random.chance(0.8)
        ? { type, rotationId, expiresOn: plusDays(today, random.between(-1, 25)) }
        : { type, rotationId };
    case 'document-updated': {
      const open = checklist.filter(({ status }) => status !== 'cleared');
      const [kind, ...kinds] = (open.length > 0 ? open : checklist).map((line) => line.kind);
      const [fallback, ...fallbacks] = DEFAULT_CHECKLIST;
      return {
        type,
        rotationId,
        kind: random.pick(kind ? [kind, ...kinds] : [fallback ?? 'tb', ...fallbacks]),
        status: random.pick([
          'cleared',
          'cleared',
          'cleared',
          'submitted',
          'not-accepted',
          'not-asked',
          'to-do',
        ]),
        ...(random.chance(0.3) && { issuedOn: plusDays(today, -random.between(0, 300)) }),
      };
    }
    case 'feedback-given':
      return { type, rotationId, mood: random.pick(['positive', 'positive', 'mixed']) };
    case 'letter-asked':
      return {
        type,
        rotationId,
        writer: {
          name: `Dr. ${random.pick(['Amsel', 'Birk', 'Cruz', 'Dong'])}`,
          specialty: mode === 'research' ? mode : random.pick(['ir', 'ir', 'dr', 'medicine']),
        },
      };
    case 'letter-agreed':
    case 'letter-requested':
    case 'letter-uploaded':
    case 'letter-assigned':
    case 'letter-declined':
      return { type, rotationId, letterId };
    case 'dates-changed': {
      const start = plusDays(dates?.start ?? today, random.between(-20, 40));
      return { type, rotationId, dates: { start, end: plusDays(start, random.between(13, 55)) } };
    }
    case 'cases-counted':
      return {
        type,
        rotationId,
        on: today,
        procedure: random.pick(['embolization', 'biopsy', 'TIPS']),
        role: random.pick(['hands-on', 'observed']),
        count: random.between(0, 5),
      };
    case 'mentor-named':
      return { type, rotationId, mentor: 'Dr. Eder' };
    case 'talk-held':
      return { type, rotationId, on: today };
    case 'task-given':
      return { type, rotationId, title: 'look a paper up', on: today };
    case 'task-done':
      return { type, rotationId, task: random.between(1, 3) };
    case 'step-reported': {
      const step = random.pick(['affiliation', 'visa-appointment', 'housing', 'flight'] as const);
      return {
        type,
        rotationId,
        step,
        state: random.pick(['begun', 'done', 'done', 'done', 'not-done']),
      };
    }
    case 'host-day-entered':
      return {
        type,
        rotationId,
        hostDay: random.pick(['apply-by', 'decision', 'documents-by']),
        day: plusDays(today, random.between(5, 200)),
      };
    case 'tier-set':
      return { type, rotationId, tier: random.pick(['1', '2', '3', 'unknown']) };
    case 'host-described':
      return {
        type,
        rotationId,
        did: random.pick(['hands-on', 'observer']),
        gaveLetters: random.chance(0.7),
        wouldReturn: random.chance(0.7),
      };
    case 'took-place':
      return { type, rotationId, happened: random.pick(['started', 'ended']) };
    default:
      return { type, rotationId };
  }
}

type Host = readonly [name: string, institutionId?: string];

/** Hosts whose rules differ: a lead, days for documents, no letters; and one that the directory does not know. */
const HOSTS: readonly [Host, ...Host[]] = [
  ['Yale School of Medicine', 'yale'],
  ['Stanford University', 'stanford'],
  ['Baylor College of Medicine', 'baylor'],
  ['University of Florida', 'uf'],
  ['Houston Methodist', 'houston-methodist'],
  ['Florida International University', 'fiu'],
  ['A hospital of our own'],
];

/** A page that offers research, a page about electives, and no page. */
const LABORATORIES: readonly [Host, ...Host[]] = [
  ['Penn Medicine', 'penn-affiliated-research'],
  ['Yale School of Medicine', 'yale'],
  ['A laboratory of our own'],
];

function planOf(random: Random, now: Instant, [name]: Casting): RotationPlan {
  return RESEARCHERS.includes(name) && random.chance(0.35)
    ? stayOf(random, now)
    : monthOf(random, now, HOMES[name]);
}

function stayOf(random: Random, now: Instant): RotationPlan {
  const start = plusDays(dayIn(EASTERN, now), random.between(20, 150));
  const [name, institutionId] = random.pick(LABORATORIES);
  return {
    host: { name, ...(institutionId && { institutionId }) },
    specialty: 'ir',
    mode: 'research',
    route: 'institution',
    country: 'US',
    ...(random.chance(0.9) && { dates: { start, end: plusDays(start, random.between(55, 300)) } }),
  };
}

function monthOf(
  random: Random,
  now: Instant,
  home?: Pick<RotationPlan, 'country' | 'host'>,
): RotationPlan {
  const start: Day = plusDays(dayIn(EASTERN, now), random.between(20, 300));
  const [name, institutionId] = random.pick(HOSTS);
  const specialty = random.pick(['ir', 'ir', 'dr', 'surgery'] as const);
  return {
    host: { name, ...(institutionId && { institutionId }) },
    specialty,
    mode: 'hands-on',
    route: 'institution',
    country: 'US',
    ...(home && specialty !== 'ir' && home),
    ...(random.chance(0.9) && { dates: { start, end: plusDays(start, random.between(13, 41)) } }),
  };
}

function anotherZone(random: Random): string {
  const [first, ...others] = CAST.map(([, zone]) => zone);
  return random.pick([first ?? 'UTC', ...others]);
}

function fullHour(at: Instant): Instant {
  return `${at.slice(0, 13)}:00:00.000Z` as Instant;
}
