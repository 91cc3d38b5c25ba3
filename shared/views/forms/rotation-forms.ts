/** A form for every event that a rotation can report now. */
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { judgeChecklist, latestOf, type Standing } from '#shared/plan/documents/judge.ts';
import { COMMON_PROCEDURES } from '#shared/plan/facts/cases.ts';
import type { ChecklistItem, HeldDocument } from '#shared/plan/facts/document.ts';
import {
  type RotationEventType,
  WRITER_EVENT_TYPES,
  type WriterEventType,
} from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { acceptedEvents } from '#shared/plan/facts/stages.ts';
import { stepsAfter } from '#shared/plan/moves/letters.ts';
import { reopensAs } from '#shared/plan/moves/reopen.ts';
import { wasDone } from '#shared/plan/rotation/kind.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { World } from '#shared/world/world.ts';
import { type Changes, eventForm } from './event-form.ts';
import { isPathEvent, pathForms } from './path-forms.ts';

/** In the stage table's order. */
export function rotationForms(
  rotation: Rotation,
  { documents, profile }: Pick<Facts, 'documents' | 'profile'>,
  world: World,
  now: Instant,
): Form[] {
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const today = dayIn(EASTERN, now);
  return acceptedEvents(rotation.stage, rotation.status).flatMap((type) => {
    // What took place needs no offer any longer.
    if (type === 'offered' && wasDone(rotation)) return [];
    if (type === 'document-updated') return documentForms(rotation, documents, host);
    if (isPathEvent(type)) return pathForms(type, rotation, profile, host, today);
    if (type === 'task-done') return taskForms(rotation);
    if (isWriters(type)) return [];
    if (isStep(type)) return letterForms(rotation.letters, type);
    return [eventForm(type, { changes: changesOf(rotation, type), values: valuesOf(rotation) })];
  });
}

function isWriters(type: RotationEventType): type is WriterEventType {
  return WRITER_EVENT_TYPES.some((each) => each === type);
}

function isStep(type: Exclude<RotationEventType, WriterEventType>): type is Step {
  return type.startsWith('letter-') && type !== 'letter-asked';
}

/** What is known already is prefilled in whichever form asks for it. */
function valuesOf(rotation: Rotation): Form['values'] {
  return {
    route: rotation.route,
    'dates.start': rotation.dates?.start ?? '',
    'dates.end': rotation.dates?.end ?? '',
    windowClosesOn: rotation.windowClosesOn ?? '',
    tier: rotation.tier ?? '',
    did: rotation.described?.did ?? rotation.mode,
    mood: rotation.feedback?.mood ?? '',
    change: rotation.feedback?.change ?? '',
    focus: rotation.feedback?.focus ?? '',
    role: rotation.mode === 'hands-on' ? 'hands-on' : 'observed',
    mentor: rotation.mentor ?? '',
    as: reopensAs(rotation),
  };
}

function changesOf(rotation: Rotation, type: RotationEventType): Changes {
  // Known dates need not be entered again.
  const needed = { required: rotation.dates === undefined };
  const dates = { 'dates.start': needed, 'dates.end': needed };
  switch (type) {
    case 'chosen':
      return { route: { required: true }, ...dates };
    case 'applied':
    case 'accepted':
      return dates;
    case 'cases-counted':
      return { procedure: { suggestions: procedureNames(rotation) }, count: { most: 50 } };
    default:
      return {};
  }
}

/** One for each open task, so that each is reported in one press. */
function taskForms({ tasks = [] }: Rotation): Form[] {
  return tasks.flatMap(({ title, doneOn }, index) =>
    doneOn
      ? []
      : [
          eventForm('task-done', {
            key: `task-done.${index + 1}`,
            title: `Done: ${title}`,
            hidden: { task: String(index + 1) },
          }),
        ],
  );
}

/** The applicant's own names first, so that one kind is not entered under two names. */
function procedureNames({ cases = [] }: Rotation): string[] {
  const own = cases.map(({ procedure }) => procedure);
  return [...new Set([...own, ...COMMON_PROCEDURES])];
}

function documentForms(
  rotation: Rotation,
  held: readonly HeldDocument[],
  host: Institution | undefined,
): Form[] {
  const { checklist } = rotation;
  if (checklist.length > 0) {
    const words = judgeChecklist(rotation, held, host).map(({ word }) => word);
    return checklist.map((item, index) => documentForm(item, held, words[index]));
  }
  return [eventForm('document-updated', { title: 'I already have a document' })];
}

function documentForm(
  item: ChecklistItem,
  held: readonly HeldDocument[],
  word: Standing['word'] | undefined,
): Form {
  const document = latestOf(held, item.kind);
  return eventForm('document-updated', {
    key: `document-updated.${item.kind}`,
    title: DOCUMENT_FACTS[item.kind].label,
    hidden: { kind: item.kind },
    values: {
      // The next news of it, so that the button of an email or page reports it in one press.
      status: nextStatus(item.kind, word),
      issuedOn: document?.issuedOn ?? '',
      expiresOn: document?.expiresOn ?? '',
      liesAt: document?.liesAt ?? '',
    },
  });
}

function nextStatus(
  kind: ChecklistItem['kind'],
  word: Standing['word'] | undefined,
): ChecklistItem['status'] {
  const isEntry = kind === 'visa' || kind === 'esta';
  return isEntry || word === 'submitted' || word === 'cleared' ? 'cleared' : 'submitted';
}

type Step = ReturnType<typeof stepsAfter>[number];

/** A form for each letter that can take this step now. */
export function letterForms(letters: readonly Letter[], type: Step): Form[] {
  return letters
    .filter(({ status }) => stepsAfter(status).includes(type))
    .filter(({ contact }) => type !== 'letter-contact' || !isAnswered(contact))
    .filter(({ coordinator }) => type !== 'letter-taken-back' || coordinator !== undefined)
    .map((letter) => letterForm(letter, type));
}

/** The writer already gets emails, or has stopped them. */
function isAnswered(contact: Letter['contact']): boolean {
  return contact?.state === 'emailed' || contact?.state === 'stopped';
}

function letterForm(letter: Letter, type: Step): Form {
  return eventForm(type, {
    key: `${type}.${letter.id}`,
    hidden: { letterId: letter.id },
    values: {
      erasLetterId: letter.erasLetterId ?? '',
      address: letter.writer.address ?? '',
      seen: letter.seen ?? '',
    },
    // We email only writers who agreed, according to the applicant.
    changes: {
      agreedInPerson: {
        label: `${letter.writer.name} agreed in person to write this letter and to get emails about it`,
      },
      seen: { kind: 'line' },
    },
  });
}
