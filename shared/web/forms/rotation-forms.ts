/** A form for every event that the stage table accepts of a rotation now. */
import type { ChecklistItem, HeldDocument } from '../../documents/document.ts';
import { DOCUMENT_FACTS } from '../../documents/kinds.ts';
import type { Letter } from '../../letters/letter.ts';
import { stepsAfter } from '../../letters/moves.ts';
import type { RotationEventType } from '../../rotation/event-types.ts';
import { EVENT_WORDS } from '../../rotation/event-words.ts';
import type { Rotation } from '../../rotation/rotation.ts';
import { acceptedEvents } from '../../rotation/stages.ts';
import { CLEARANCES, DOCUMENTS, HOLDERS, MOODS, ROUTES, WRITER_FIELDS } from './choices.ts';
import type { Field, Form } from './field.ts';
import { EVENT_HELP } from './help.ts';
import { labelOf } from './labels.ts';

/** Every form of this rotation, in the stage table's order. */
export function rotationForms(rotation: Rotation, held: readonly HeldDocument[]): Form[] {
  return acceptedEvents(rotation.stage, rotation.status).flatMap((type) => {
    if (type === 'document-updated') return documentForms(rotation, held);
    return isStep(type) ? letterForms(rotation, type) : [plainForm(rotation, type)];
  });
}

type Step = ReturnType<typeof stepsAfter>[number];

function isStep(type: RotationEventType): type is Step {
  return type.startsWith('letter-') && type !== 'letter-asked';
}

function plainForm(
  rotation: Rotation,
  type: Exclude<RotationEventType, 'document-updated' | Step>,
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
      ];
    case 'letter-asked':
      return [
        { name: 'writer.name', label: labelOf('writer.name'), kind: 'line', required: true },
        {
          name: 'writer.address',
          label: labelOf('writer.address'),
          kind: 'address',
          hint: 'If you know it.',
        },
        {
          name: 'writer.specialty',
          label: labelOf('writer.specialty'),
          kind: 'choice',
          choices: WRITER_FIELDS,
          required: true,
        },
      ];
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
  const document = held.find(({ kind }) => kind === item.kind);
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

function letterForms(rotation: Rotation, type: Step): Form[] {
  return rotation.letters
    .filter(({ status }) => stepsAfter(status).includes(type))
    .map((letter) => letterForm(letter, type));
}

function letterForm(letter: Letter, type: Step): Form {
  const fields: Field[] =
    type === 'letter-requested'
      ? [
          {
            name: 'erasLetterId',
            label: labelOf('erasLetterId'),
            kind: 'line',
            hint: 'It stands on the Letter Request Form. You may leave it empty.',
          },
        ]
      : [];
  return {
    key: `${type}.${letter.id}`,
    type,
    title: EVENT_WORDS[type].button,
    says: EVENT_HELP[type],
    fields,
    hidden: { letterId: letter.id },
    values: { erasLetterId: letter.erasLetterId ?? '' },
    button: EVENT_WORDS[type].button,
  };
}
