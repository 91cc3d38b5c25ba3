/** A form for every event that a rotation can report now. */
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { isEntryPaper } from '#shared/plan/documents/entry-paper.ts';
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
import type { StageName, StatusName } from '#shared/plan/facts/stage-names.ts';
import { acceptedEvents, isCommitted } from '#shared/plan/facts/stages.ts';
import { stepsAfter, stepsBefore } from '#shared/plan/moves/letters.ts';
import { reopensAs } from '#shared/plan/moves/reopen.ts';
import { wasDone } from '#shared/plan/rotation/kind.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { withdrawalTitle } from '#shared/words/withdrawal-words.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { World } from '#shared/world/world.ts';
import { CORRECTED_TO, DOCUMENTS, LETTER_STEPS } from './choices.ts';
import { type Changes, eventForm } from './form.ts';
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
  return acceptedEvents(rotation).flatMap((type) => {
    // A rotation that took place no longer needs an offer.
    if (type === 'offered' && wasDone(rotation)) return [];
    if (type === 'document-updated') return documentForms(rotation, documents, host);
    if (isPathEvent(type)) return pathForms(type, rotation, profile, host, today);
    if (type === 'task-done' || type === 'own-task-done') return taskForms(rotation, type);
    if (type === 'step-corrected') return [stepCorrection(rotation)];
    if (isWriters(type)) return [];
    if (isStep(type)) return letterForms(rotation.letters, type);
    if (type === 'withdrawn') return [withdrawalForm(rotation)];
    return [eventForm(type, { changes: changesOf(rotation, type), values: valuesOf(rotation) })];
  });
}

function isWriters(type: RotationEventType): type is WriterEventType {
  return WRITER_EVENT_TYPES.some((each) => each === type);
}

function isStep(type: Exclude<RotationEventType, WriterEventType>): type is Step {
  return type.startsWith('letter-') && type !== 'letter-asked';
}

/** What is known already is prefilled in each form that asks for it. */
function valuesOf(rotation: Rotation): Form['values'] {
  const { route, dates, windowClosesOn, tier, described, mode, feedback, mentor, ownNote } =
    rotation;
  return {
    route,
    'dates.start': dates?.start ?? '',
    'dates.end': dates?.end ?? '',
    windowClosesOn: windowClosesOn ?? '',
    tier: tier ?? '',
    did: described?.did ?? mode,
    mood: feedback?.mood ?? '',
    change: feedback?.change ?? '',
    focus: feedback?.focus ?? '',
    role: mode === 'hands-on' ? 'hands-on' : 'observed',
    mentor: mentor ?? '',
    as: reopensAs(rotation),
    ownNote: ownNote ?? '',
  };
}

function changesOf({ dates, cases = [] }: Rotation, type: RotationEventType): Changes {
  // Known dates need not be entered again.
  const needed = { required: dates === undefined };
  const days = { 'dates.start': needed, 'dates.end': needed };
  // The applicant's own names first, so that one kind is not entered under two names.
  const procedures = new Set([...cases.map(({ procedure }) => procedure), ...COMMON_PROCEDURES]);
  const changes: Partial<Record<RotationEventType, Changes>> = {
    chosen: { route: { required: true }, ...days },
    applied: days,
    accepted: days,
    'cases-counted': { procedure: { suggestions: [...procedures] }, count: { most: 50 } },
  };
  return changes[type] ?? {};
}

function withdrawalForm(rotation: Rotation): Form {
  const title = withdrawalTitle(rotation);
  const { follows } = EVENT_WORDS.withdrawn;
  return eventForm('withdrawn', {
    changes: { why: { none: 'I would rather not say' } },
    ...(title && { title, button: title }),
    ...(rotation.appliedOn && {
      text: `${follows} Then we show you an email that you can send to the host.`,
    }),
  });
}

/** The step before this one is the likely truth. */
function stepCorrection({ stage, status }: Rotation): Form {
  const at = CORRECTED_TO.findIndex(({ value }) => value === (AS[status] ?? AS[stage]));
  const choices = CORRECTED_TO.filter((_, index) => index !== at);
  return eventForm('step-corrected', {
    changes: { to: { choices } },
    values: { to: choices[Math.max(0, at - 1)]?.value ?? '' },
  });
}

const AS: Partial<Record<StageName | StatusName, string>> = {
  identify: 'listed',
  submitted: 'applied',
  waitlisted: 'applied',
  offered: 'offered',
  documents: 'accepted',
  rotate: 'accepted',
  'request-letter': 'finished',
  'letter-received': 'finished',
};

/** One for each open task, so that each is reported in one press. */
function taskForms(
  { tasks = [], ownTasks = [] }: Rotation,
  type: 'task-done' | 'own-task-done',
): Form[] {
  const given: readonly { title: string; doneOn?: Day }[] = type === 'task-done' ? tasks : ownTasks;
  return given
    .map(({ title, doneOn }, index) => ({
      title: `Done: ${title}`,
      doneOn,
      task: String(index + 1),
    }))
    .filter(({ doneOn }) => doneOn === undefined)
    .map(({ title, task }) => eventForm(type, { title, hidden: { task } }));
}

function documentForms(
  rotation: Rotation,
  held: readonly HeldDocument[],
  host: Institution | undefined,
): Form[] {
  const { checklist, stage } = rotation;
  if (checklist.length === 0) {
    return [eventForm('document-updated', { title: 'I already have a document' })];
  }
  const judged = judgeChecklist(rotation, held, host);
  return [
    ...checklist.map((item, index) => documentForm(item, held, judged[index]?.word)),
    ...(isCommitted(stage) ? [anotherPaper(rotation)] : []),
  ];
}

/** What the host asks for beside the list. A visa and an ESTA follow from the profile. */
function anotherPaper({ checklist }: Rotation): Form {
  const isListed = (value: string) => checklist.some(({ kind }) => kind === value);
  const choices = DOCUMENTS.filter(({ value }) => !isListed(value) && !isEntryPaper(value));
  return eventForm('document-updated', {
    key: 'document-updated.new',
    title: 'The host asks for another paper',
    button: 'Add the paper',
    changes: { kind: { choices } },
    values: { status: 'to-do' },
  });
}

function documentForm(
  { kind, askedBy }: ChecklistItem,
  held: readonly HeldDocument[],
  word: Standing['word'] | undefined,
): Form {
  const document = latestOf(held, kind);
  const { label, explains } = DOCUMENT_FACTS[kind];
  const asked = askedBy === 'host' ? 'Required by the host.' : 'On the default list.';
  const isSent = isEntryPaper(kind) || word === 'submitted' || word === 'cleared';
  return eventForm('document-updated', {
    title: label,
    text: `${explains} ${asked} ${EVENT_WORDS['document-updated'].follows}`,
    hidden: { kind },
    values: {
      // The next news of it, so that the button of an email or page reports it in one press.
      status: isSent ? 'cleared' : 'submitted',
      issuedOn: document?.issuedOn ?? '',
      expiresOn: document?.expiresOn ?? '',
      keptAt: document?.keptAt ?? '',
    },
  });
}

type Step = ReturnType<typeof stepsAfter>[number];

/** A form for each letter that can take this step now. A writer whom we email, or who stopped it, is not asked again. */
export function letterForms(letters: readonly Letter[], type: Step): Form[] {
  return letters
    .filter(
      ({ status, contact, coordinator }) =>
        stepsAfter(status).includes(type) &&
        (type !== 'letter-contact' || !contact || contact.state === 'unreachable') &&
        (type !== 'letter-taken-back' || coordinator),
    )
    .map((letter) => letterForm(letter, type));
}

function letterForm(letter: Letter, type: Step): Form {
  const earlier: readonly string[] = stepsBefore(letter.status);
  return eventForm(type, {
    hidden: { letterId: letter.id },
    values: {
      erasLetterId: letter.erasLetterId ?? '',
      address: letter.writer.address ?? '',
      seen: letter.seen ?? '',
      to: earlier.at(-1) ?? '',
    },
    // We email only writers who agreed, according to the applicant.
    changes: {
      agreedInPerson: {
        label: `${letter.writer.name} agreed in person to write this letter and to get emails about it`,
      },
      seen: { kind: 'line' },
      to: { choices: LETTER_STEPS.filter(({ value }) => earlier.includes(value)) },
    },
  });
}
