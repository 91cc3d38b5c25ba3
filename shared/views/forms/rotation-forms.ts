/** A form for every event that the stage table accepts of a rotation now. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import { labelOf } from '#shared/exchange/fields/labels.ts';
import { latestOf } from '#shared/plan/documents/judge.ts';
import type { ChecklistItem, HeldDocument } from '#shared/plan/facts/document.ts';
import {
  type RotationEventType,
  WRITER_EVENT_TYPES,
  type WriterEventType,
} from '#shared/plan/facts/events.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { acceptedEvents } from '#shared/plan/facts/stages.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import { CLEARANCES, DOCUMENTS, HOLDERS, MOODS, ROUTES } from './choices.ts';
import { type DiaryType, diaryForms, isDiary } from './diary-forms.ts';
import { EVENT_HELP } from './help.ts';
import { letterForms, type Step, writerFields } from './letter-steps.ts';

/** Every form of this rotation, in the stage table's order. */
export function rotationForms(rotation: Rotation, held: readonly HeldDocument[]): Form[] {
  return acceptedEvents(rotation.stage, rotation.status).flatMap((type) => {
    if (type === 'document-updated') return documentForms(rotation, held);
    if (isWriters(type)) return [];
    if (isDiary(type)) return diaryForms(rotation, type);
    return isStep(type) ? letterForms(rotation.letters, type) : [plainForm(rotation, type)];
  });
}

function isWriters(type: RotationEventType): type is WriterEventType {
  return WRITER_EVENT_TYPES.some((each) => each === type);
}

function isStep(type: Exclude<RotationEventType, WriterEventType>): type is Step {
  return type.startsWith('letter-') && type !== 'letter-asked';
}

function plainForm(
  rotation: Rotation,
  type: Exclude<RotationEventType, 'document-updated' | Step | WriterEventType | DiaryType>,
): Form {
  return {
    key: type,
    type,
    title: TITLES[type] ?? EVENT_WORDS[type].button,
    says: EVENT_HELP[type],
    fields: plainFields(rotation, type),
    hidden: {},
    values: {
      route: rotation.route,
      'dates.start': rotation.dates?.start ?? '',
      'dates.end': rotation.dates?.end ?? '',
      windowClosesOn: rotation.windowClosesOn ?? '',
      mood: rotation.feedback?.mood ?? '',
      change: rotation.feedback?.change ?? '',
      focus: rotation.feedback?.focus ?? '',
    },
    button: EVENT_WORDS[type].button,
  };
}

/** Where the button alone does not say what the form is for. */
const TITLES: Readonly<Partial<Record<RotationEventType, string>>> = {
  'dates-changed': 'The dates changed',
  'letter-asked': 'I have asked for a letter',
};

function plainFields(rotation: Rotation, type: RotationEventType): Field[] {
  switch (type) {
    case 'chosen':
      return [
        { name: 'route', label: labelOf('route'), kind: 'choice', choices: ROUTES, required: true },
        ...dateFields(rotation.dates === undefined),
        {
          name: 'windowClosesOn',
          label: labelOf('windowClosesOn'),
          kind: 'day',
          hint: 'If the host states one. On the host’s page it is often called the deadline.',
        },
      ];
    case 'applied':
    case 'accepted':
      return dateFields(rotation.dates === undefined);
    case 'dates-changed':
      return dateFields(true);
    case 'offered':
      return [
        {
          name: 'expiresOn',
          label: 'Last day to answer',
          kind: 'day',
          hint: 'As the host states it. Leave it empty if there is none.',
        },
      ];
    case 'feedback-given':
      return [
        { name: 'mood', label: labelOf('mood'), kind: 'choice', choices: MOODS, required: true },
        {
          name: 'change',
          label: labelOf('change'),
          kind: 'note',
          hint: 'Ask: “Is there anything I could change to be more helpful to the team?” Nothing about patients.',
        },
        {
          name: 'focus',
          label: labelOf('focus'),
          kind: 'note',
          hint: 'Ask: “Are there any areas you’d recommend I focus on for improvement in the next two weeks?”',
        },
      ];
    case 'letter-asked':
      return writerFields();
    default:
      return [];
  }
}

function dateFields(required: boolean): Field[] {
  return [
    { name: 'dates.start', label: labelOf('dates.start'), kind: 'day', required },
    {
      name: 'dates.end',
      label: labelOf('dates.end'),
      kind: 'day',
      required,
      hint: 'Both days count.',
    },
  ];
}

function documentForms(rotation: Rotation, held: readonly HeldDocument[]): Form[] {
  const { checklist } = rotation;
  if (checklist.length > 0) return checklist.map((item) => documentForm(item, held));
  const kind: Field = {
    name: 'kind',
    label: labelOf('kind'),
    kind: 'choice',
    choices: DOCUMENTS,
    required: true,
  };
  return [
    {
      key: 'document-updated',
      type: 'document-updated',
      title: 'I have a document already',
      says: EVENT_HELP['document-updated'],
      fields: [kind, ...DOCUMENT_FIELDS],
      hidden: {},
      values: {},
      button: EVENT_WORDS['document-updated'].button,
    },
  ];
}

function documentForm(item: ChecklistItem, held: readonly HeldDocument[]): Form {
  const document = latestOf(held, item.kind);
  return {
    key: `document-updated.${item.kind}`,
    type: 'document-updated',
    title: DOCUMENT_FACTS[item.kind].label,
    says: EVENT_HELP['document-updated'],
    fields: DOCUMENT_FIELDS,
    hidden: { kind: item.kind },
    values: {
      // Nothing is chosen for a document not begun: the person says how far it is.
      status: item.status === 'to-do' ? '' : item.status,
      issuedOn: document?.issuedOn ?? '',
      expiresOn: document?.expiresOn ?? '',
      liesAt: document?.liesAt ?? '',
    },
    button: EVENT_WORDS['document-updated'].button,
  };
}

const DOCUMENT_FIELDS: readonly Field[] = [
  { name: 'status', label: labelOf('status'), kind: 'choice', choices: CLEARANCES, required: true },
  { name: 'heldBy', label: labelOf('heldBy'), kind: 'choice', choices: HOLDERS },
  { name: 'issuedOn', label: labelOf('issuedOn'), kind: 'day' },
  {
    name: 'expiresOn',
    label: labelOf('expiresOn'),
    kind: 'day',
    hint: 'If one is printed on the document.',
  },
  {
    name: 'liesAt',
    label: labelOf('liesAt'),
    kind: 'line',
    hint: 'In your own words, for example: scan on my laptop.',
  },
];
