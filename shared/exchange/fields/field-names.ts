/** Which fields the form of each event may send. Anything else is refused by name. */

import type { Event } from '#shared/people/person/event.ts';
import type { WriterEventType } from '#shared/plan/facts/event-types.ts';

const CASE_WORK = ['owner', 'note', 'followUpOn', 'contactedOn'];
const DATES = ['dates.start', 'dates.end'];

type ApplicantEventType = Exclude<Event['type'], WriterEventType | 'rotation-taken-over'>;

const FIELD_NAMES: Readonly<Record<ApplicantEventType, readonly string[]>> = {
  chosen: ['route', ...DATES, 'windowClosesOn'],
  applied: DATES,
  waitlisted: [],
  offered: ['expiresOn'],
  accepted: DATES,
  rejected: [],
  'document-updated': ['kind', 'status', 'heldBy', 'issuedOn', 'expiresOn', 'liesAt'],
  'feedback-given': ['mood', 'change', 'focus'],
  'cases-counted': ['on', 'procedure', 'role', 'count'],
  'mentor-named': ['mentor'],
  'talk-held': ['on'],
  'task-given': ['title', 'on'],
  'task-done': ['task'],
  'letter-asked': ['writer.name', 'writer.address', 'writer.specialty'],
  'letter-contact': ['letterId', 'agreedInPerson', 'address', 'seen'],
  'letter-agreed': ['letterId'],
  'letter-requested': ['letterId', 'erasLetterId'],
  'letter-uploaded': ['letterId'],
  'letter-assigned': ['letterId'],
  'letter-declined': ['letterId'],
  'dates-changed': DATES,
  'finished-without-letter': [],
  withdrawn: [],
  'canceled-by-host': [],
  'rotation-added': [
    'rotation.host.name',
    'rotation.host.institutionId',
    'rotation.host.programCode',
    'rotation.specialty',
    'rotation.mode',
    'rotation.route',
    'rotation.country',
    'rotation.dates.start',
    'rotation.dates.end',
    'rotation.windowClosesOn',
  ],
  'profile-changed': [
    'profile.name',
    'profile.matchYear',
    'profile.pathway',
    'profile.enrollment',
    'profile.graduationOn',
    'profile.school',
    'profile.schoolInVslo',
    'profile.ecfmgCertified',
    'profile.needsVisa',
    'profile.visaWaitDays',
    'profile.visaWaitReadOn',
  ],
  'cost-entered': [
    'costId',
    'cost.rotationId',
    'cost.kind',
    'cost.amountUsd',
    'cost.state',
    'cost.on',
    'cost.note',
  ],
  'cost-removed': ['costId'],
  'experience-added': [
    'experience.title',
    'experience.place',
    'experience.country',
    'experience.specialty',
    'experience.mode',
    'experience.dates.start',
    'experience.dates.end',
  ],
  'experience-removed': ['experienceId'],
  'story-noted': ['story.kind', 'story.note'],
  'packet-entered': ['item', 'text', 'url'],
  'zone-changed': ['zone'],
  'eras-submitted': [],
  'case-opened': CASE_WORK,
  'case-updated': ['caseId', ...CASE_WORK],
  'case-closed': ['caseId', 'reason', 'note'],
  'case-undone': [],
  snoozed: ['rule', 'subject', 'until', 'confirmed'],
  'snooze-ended': ['rule', 'subject'],
  'mail-hours-set': ['weekday', 'overview', 'hour', 'quietFrom', 'quietUntil'],
  'topic-set': ['topic', 'wish'],
  undone: [],
};

/** Fields whose text is a whole number in the event. */
const NUMBER_FIELDS: ReadonlySet<string> = new Set([
  'count',
  'task',
  'cost.amountUsd',
  'profile.matchYear',
  'profile.visaWaitDays',
]);

/** Fields that are answered with yes or no. */
const YES_NO_FIELDS: ReadonlySet<string> = new Set([
  'profile.schoolInVslo',
  'profile.ecfmgCertified',
  'profile.needsVisa',
]);

/** What a field's text is in the event; text that is no number or no answer stays text, and the schema refuses it. */
export function eventValueOf(name: string, text: string): string | number | boolean {
  if (NUMBER_FIELDS.has(name) && /^-?\d{1,9}$/.test(text)) return Number(text);
  if (YES_NO_FIELDS.has(name) && text === 'yes') return true;
  if (YES_NO_FIELDS.has(name) && text === 'no') return false;
  return text;
}

/** The names of an event's fields, or undefined for what is no event. */
export function fieldNamesOf(type: string): readonly string[] | undefined {
  return Object.hasOwn(FIELD_NAMES, type) ? FIELD_NAMES[type as ApplicantEventType] : undefined;
}

/** Every name that is a field of some event. */
export function everyFieldName(): ReadonlySet<string> {
  return new Set(Object.values(FIELD_NAMES).flat());
}

/** Every type of event. */
export function everyEventType(): Event['type'][] {
  return Object.keys(FIELD_NAMES) as Event['type'][];
}
