/** Where a matter is answered: the page that its button opens, or the form that reports it. */
import type { Matter } from '#shared/agenda/matter.ts';
import { ROTATION_EVENT_TYPES, type RotationEventType } from '#shared/plan/facts/events.ts';

export type AnswerEvent = RotationEventType | 'eras-submitted';

interface Answered {
  readonly rule: string;
  readonly subject: string;
  readonly rotationId?: string;
  readonly event?: AnswerEvent;
}

/** A page of the plan, by its name in addresses. */
export type Page = 'add' | 'shortlist' | 'profile' | 'experience' | 'letters';

const PAGES: Readonly<Record<string, Page>> = {
  'add-rotation': 'add',
  shortlist: 'shortlist',
  profile: 'profile',
  stories: 'experience',
};

/** The page that the first button opens; what is about a rotation or one letter has its own. */
export function pageOf({ answers: [first], about, kind }: Matter): { readonly resolvedAt?: Page } {
  // A host that can take nobody on any dates is answered by another host.
  if (!first && kind === 'conflict') return { resolvedAt: 'shortlist' };
  if (first?.does !== 'open') return {};
  const isOfAll = !about.rotationId && !about.letterId;
  const page = first.form === 'letters' && isOfAll ? 'letters' : PAGES[first.form];
  return page ? { resolvedAt: page } : {};
}

/** The event that reports a matter as done; `asksMore` where something has to be typed, such as a date. */
export function eventOf(matter: Matter): Pick<Answered, 'event'> & { readonly asksMore?: true } {
  for (const answer of matter.answers) {
    if (answer.does !== 'report') continue;
    const { type } = answer.event;
    if (type !== 'eras-submitted' && !isRotationEvent(type)) continue;
    return { event: type, ...(answer.asks && { asksMore: true as const }) };
  }
  return {};
}

function isRotationEvent(type: string): type is RotationEventType {
  return ROTATION_EVENT_TYPES.some((each) => each === type);
}

/** The form that answers it: `applied`; a document's or a letter's own, `document-updated.tb`; undefined for none. */
export function formOf({ rule, event, subject, rotationId }: Answered): string | undefined {
  if (event === 'eras-submitted') return event;
  if (!event || !rotationId) return undefined;
  if (event === 'task-done' || event === 'own-task-done') {
    return `${event}.${subject.split(/\/(?:task|own)-/)[1]}`;
  }
  const press = PRESSES[rule];
  if (press) return press;
  const part = subject.slice(`${rotationId}/`.length);
  const isOfPart = event === 'document-updated' || /^letter-(requested|assigned)$/.test(event);
  if (!isOfPart) return event;
  // All documents together have no form: the page opens at its checklist.
  return part && part !== 'documents' ? `${event}.${part}` : undefined;
}

/** What one press of a form of its own reports. */
const PRESSES: Readonly<Record<string, string>> = {
  affiliation: 'step-reported.affiliation',
  payment: 'step-reported.payment',
  G13: 'step-reported.visa-appointment',
  'appointment-day': 'step-reported.visa-appointment',
  housing: 'step-reported.housing',
  flight: 'step-reported.flight',
  'apply-by': 'host-day-entered.apply-by',
  started: 'took-place.started',
  ended: 'took-place.ended',
  visa: 'document-updated.visa',
  esta: 'document-updated.esta',
};
