/** The forms a writer or coordinator can use to answer about one letter now. */
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { eventFields } from '#shared/exchange/fields/event-fields.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import type { HeldLetter } from '#shared/people/writer/held.ts';
import { WRITER_EVENT_TYPES } from '#shared/plan/facts/events.ts';
import { isAgreed } from '#shared/plan/facts/letter.ts';
import { fieldsOf, formOfType } from '../../forms/form.ts';

const ANSWERS = [
  ...WRITER_EVENT_TYPES,
  'letter-taken-back',
  'letter-declined',
  'letter-uploaded',
] as const;
type AnswerType = (typeof ANSWERS)[number];

/** A coordinator accepts first, then can report the upload and stop emails; the rest is for the writer to answer. */
const ANSWERS_OF: Readonly<Record<HeldLetter['role'], readonly string[]>> = {
  writer: ANSWERS.filter((type) => type !== 'letter-taken-over'),
  coordinator: ['letter-uploaded', 'letter-email-stopped', 'letter-taken-back'],
  offered: ['letter-taken-over', 'letter-taken-back'],
};

/** The names of an answer's fields, or undefined if this role cannot give it. */
export function answerFieldsOf(
  role: HeldLetter['role'],
): (type: string) => readonly string[] | undefined {
  return (type) =>
    ANSWERS_OF[role].includes(type) ? eventFields(type).map(({ name }) => name) : undefined;
}

export function answerForms(held: HeldLetter, now: Instant): Form[] {
  if (!held.isAnswerable) return [];
  const { letter, applicant } = held;
  const { name } = applicant.facts.profile;
  const isPromised = letter.promised !== undefined && isAgreed(letter);
  const promise = promiseForms(held, name, isPromised, now);
  const upload = canUpload(held, now)
    ? [
        form(letter.id, 'letter-uploaded', {
          title: 'The letter is uploaded to ERAS',
          text: `Emails about this letter will stop, and ${name} will assign it to programs.`,
          button: 'It is uploaded',
        }),
      ]
    : [];
  const decline = form(letter.id, 'letter-declined', {
    title: 'I cannot write it',
    text: `Emails about this letter will stop, and ${name} will be asked to find another writer.`,
    button: 'I cannot write it',
  });
  const all = [
    // Who has agreed to a day comes back to report the upload.
    ...(isPromised ? [...upload, ...promise] : [...promise, ...upload]),
    ...(letter.status === 'declined' ? [] : [decline, ...handOverForms(held)]),
    ...(letter.contact?.state === 'emailed' ? stopForms(held, name) : []),
  ];
  return all.filter(({ type }) => ANSWERS_OF[held.role].includes(type));
}

function promiseForms(
  { letter, dueOn }: HeldLetter,
  name: string,
  isPromised: boolean,
  now: Instant,
): Form[] {
  const another = form(letter.id, 'letter-promised', {
    title: 'I need another date',
    text: `${name} will see the date and whether it is in time for the programs’ first review.`,
    button: 'I will write it by this day',
    fields: fieldsOf('letter-promised', { by: { label: 'I can upload it by' } }, ['letterId']),
  });
  if (isPromised || dueOn < dayIn(EASTERN, now)) return [another];
  const agreed = form(letter.id, 'letter-promised', {
    key: `promise.${letter.id}`,
    title: `I will write it by ${phraseDay(dueOn)}`,
    text: `${name} will see your answer. We will remind you before that day.`,
    button: 'I will write it',
    hidden: { by: dueOn },
  });
  return [agreed, another];
}

/** Not before ERAS opens, unless that day is only an estimate. */
function canUpload({ letter, season }: HeldLetter, now: Instant): boolean {
  const opens = season.dates['eras-opens'];
  const isClosed = opens && opens.certainty !== 'estimated' && dayIn(EASTERN, now) < opens.day;
  return !isClosed && letter.status !== 'declined';
}

function handOverForms({ letter, role }: HeldLetter): Form[] {
  if (!letter.coordinator) {
    return [
      form(letter.id, 'letter-handed-over', {
        title: 'Hand it to my coordinator',
        text: 'We ask your coordinator once. After accepting, they get the emails, with the dates and the Letter ID. You can both see the status, either of you can report the upload, and you can take it back.',
        button: 'Hand it over',
        fields: fieldsOf('letter-handed-over', {}, ['letterId']),
      }),
    ];
  }
  const isWriter = role === 'writer';
  return [
    form(letter.id, 'letter-taken-over', {
      title: 'I will upload it',
      text: 'You will then see the applicant’s details and the Letter ID here, and get the emails about this letter.',
      button: 'I will upload it',
    }),
    form(letter.id, 'letter-taken-back', {
      title: isWriter ? 'Take it back' : 'It is not for me to upload',
      text: `The letter goes back to ${isWriter ? 'you' : letter.writer.name}, and so do the emails about it.`,
      button: isWriter ? 'Take it back' : 'Give it back',
    }),
  ];
}

function stopForms({ letter, role }: HeldLetter, name: string): Form[] {
  const asked = form(letter.id, 'letter-email-stopped', {
    title: 'Stop the emails about this letter',
    text: `You will get no more emails about it. ${name} will be asked to call you instead.`,
    button: 'Stop these emails',
    hidden: { why: 'asked' },
  });
  const unknown = form(letter.id, 'letter-email-stopped', {
    key: `unknown.${letter.id}`,
    title: 'I do not know this person',
    text: 'We stop the emails about this letter and look into it.',
    button: 'I do not know this person',
    hidden: { why: 'unknown' },
  });
  return role === 'writer' ? [asked, unknown] : [asked];
}

function form(
  letterId: string,
  type: AnswerType,
  of: Pick<Form, 'title' | 'text' | 'button'> & Partial<Pick<Form, 'key' | 'fields' | 'hidden'>>,
): Form {
  const hidden = { letterId, ...of.hidden };
  return formOfType(type, { key: `${type}.${letterId}`, fields: [], ...of, hidden });
}
