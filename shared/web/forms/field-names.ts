/** Which fields the form of each event may send. Anything else is refused by name. */
import type { WriterEventType } from '../../rotation/event-types.ts';
import type { Event } from '../../rotation/events.ts';

const DATES = ['dates.start', 'dates.end'];

type ApplicantEventType = Exclude<Event['type'], WriterEventType>;

const FIELD_NAMES: Readonly<Record<ApplicantEventType, readonly string[]>> = {
  chosen: ['route', ...DATES, 'windowClosesOn'],
  applied: DATES,
  waitlisted: [],
  offered: ['expiresOn'],
  accepted: DATES,
  rejected: [],
  'document-updated': ['kind', 'status', 'heldBy', 'issuedOn', 'expiresOn', 'liesAt'],
  'feedback-given': ['mood'],
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
  'cancelled-by-host': [],
  'rotation-added': [
    'rotation.host.name',
    'rotation.specialty',
    'rotation.mode',
    'rotation.route',
    'rotation.country',
    'rotation.dates.start',
    'rotation.dates.end',
    'rotation.windowClosesOn',
  ],
  'zone-changed': ['zone'],
  'eras-submitted': [],
  undone: [],
};

/** The names of an event's fields, or undefined for what is no event. */
export function fieldNamesOf(type: string): readonly string[] | undefined {
  return Object.hasOwn(FIELD_NAMES, type) ? FIELD_NAMES[type as ApplicantEventType] : undefined;
}
