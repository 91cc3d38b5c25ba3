/** What a person shows at the border for a rotation. */
import { type Day, plusDays, plusMonths } from '#shared/base/time/day.ts';
import type { VisaClass } from '#shared/world/hosts/offering.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Entry } from '#shared/world/vocabulary.ts';
import type { World } from '#shared/world/world.ts';
import type { Facts } from '../facts/facts.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import { isClinical, isInUs } from '../rotation/kind.ts';
import { byStart } from '../rotation/moments.ts';
import { latestOf } from './judge.ts';

/** Our default: anyone who flies the day before the start has the visa in hand the day before that. */
const IN_HAND_DAYS_BEFORE = 2;
/** Our default: an interview longer before the start was for a visa of another year. */
const INTERVIEW_MONTHS_BEFORE = 12;

const WITHOUT_VISA: readonly VisaClass[] = ['WB', 'WT', 'ESTA'];

/** Required by the country, not by the host, so it is never sent to one. */
export function isEntryPaper(kind: string): boolean {
  return kind === 'visa' || kind === 'esta';
}

/** Undefined for a home rotation, a citizen, someone in the US, and someone who has not said. */
export function entryPaperOf(
  rotation: Pick<Rotation, 'country'>,
  host: Institution | undefined,
  entry: Entry | undefined,
): 'visa' | 'esta' | undefined {
  if (!isInUs(rotation)) return undefined;
  if (entry === 'visa') return 'visa';
  if (entry !== 'waiver') return undefined;
  return refusesWaiver(host) ? 'visa' : 'esta';
}

/** A host that accepts only student visas, for example. */
function refusesWaiver(host: Institution | undefined): boolean {
  const { visaAccepted = [], visaRefused = [] } = host?.offering.read ?? {};
  const isAccepted = visaAccepted.some((each) => WITHOUT_VISA.includes(each));
  return !isAccepted && visaRefused.some((each) => WITHOUT_VISA.includes(each));
}

/** Where the host must first issue an I-20 or a DS-2019, booking waits for it. */
export function issuesVisaForm(host: Institution | undefined): boolean {
  if (host?.offering.read?.visaIssued) return true;
  return host?.visaClasses?.every((each) => each === 'F-1' || each === 'J-1') ?? false;
}

export function visaLastDay({ start }: RotationDates): Day {
  return plusDays(start, -IN_HAND_DAYS_BEFORE);
}

/** Accepted rotations that one visitor’s visa, still to come, can serve: this one and others, the earliest first. */
export function onOneVisa(
  rotation: Rotation,
  { rotations, profile }: Pick<Facts, 'rotations' | 'profile'>,
  world: Pick<World, 'host'>,
): readonly Rotation[] {
  if (!waitsForVisitorVisa(rotation, profile.entry, world)) return [rotation];
  const waiting = rotations
    .filter((each) => waitsForVisitorVisa(each, profile.entry, world))
    .toSorted(byStart);
  const interview = waiting.find((each) => each.visaAppointmentOn)?.visaAppointmentOn;
  // A rotation whose last day is before the interview needs a visa of its own.
  const group = waiting.filter(
    ({ dates }) => !interview || (dates && interview <= visaLastDay(dates)),
  );
  return group.includes(rotation) ? group : [rotation];
}

/** The day of the interview: its own, or one reported with another rotation that can get a visitor's visa in time for this one. */
export function interviewOn(
  rotation: Rotation,
  { rotations, documents, profile }: Pick<Facts, 'rotations' | 'documents' | 'profile'>,
  world: Pick<World, 'host'>,
): Day | undefined {
  const { dates, visaAppointmentOn } = rotation;
  const isOfVisitor = (each: Rotation) => takesVisitorVisa(each, profile.entry, world);
  if (visaAppointmentOn || !isOfVisitor(rotation) || hasVisaInHand(rotation))
    return visaAppointmentOn;
  const ends = latestOf(documents, 'visa')?.expiresOn;
  const isTooShort = ends !== undefined && dates !== undefined && ends < dates.end;
  return rotations
    .filter((each) => isOfVisitor(each) && !(isTooShort && hasVisaInHand(each)))
    .map((each) => each.visaAppointmentOn)
    .find((day) => day && (!dates || isForVisaOf(dates, day)));
}

function isForVisaOf(dates: RotationDates, interview: Day): boolean {
  const first = plusMonths(dates.start, -INTERVIEW_MONTHS_BEFORE);
  return first <= interview && interview <= visaLastDay(dates);
}

function waitsForVisitorVisa(
  rotation: Rotation,
  entry: Entry | undefined,
  world: Pick<World, 'host'>,
): boolean {
  const isAccepted = rotation.status === 'collecting' && rotation.dates !== undefined;
  return isAccepted && takesVisitorVisa(rotation, entry, world) && !hasVisaInHand(rotation);
}

/** A form of its host, and research, mean a visa of their own. */
export function takesVisitorVisa(
  rotation: Rotation,
  entry: Entry | undefined,
  world: Pick<World, 'host'>,
): boolean {
  if (!isClinical(rotation)) return false;
  const host = world.host(rotation.host.institutionId, rotation.mode);
  return entryPaperOf(rotation, host, entry) === 'visa' && !issuesVisaForm(host);
}

export function hasVisaInHand({ checklist }: Pick<Rotation, 'checklist'>): boolean {
  return checklist.some(({ kind, status }) => kind === 'visa' && status === 'cleared');
}
