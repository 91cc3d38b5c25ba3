/** The forms a writer or coordinator can use to answer about one letter now. */
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { eventFields } from '#shared/exchange/fields/event-fields.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import type { HeldLetter } from '#shared/people/writer/held.ts';
import { WRITER_EVENT_TYPES } from '#shared/plan/facts/events.ts';
import { isAgreed } from '#shared/plan/facts/letter.ts';
import { formOfType } from '../../forms/form.ts';

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
  const { letter, dueOn, role, season } = held;
  const today = dayIn(EASTERN, now);
  const opens = season.dates['eras-opens'];
  const isPromised = letter.promised !== undefined && isAgreed(letter);
  const canPromise = !isPromised && dueOn >= today;
  // Not before ERAS opens, unless that day is only an estimate.
  const isClosed = opens && opens.certainty !== 'estimated' && today < opens.day;
  const isDeclined = letter.status === 'declined';
  const isEmailed = letter.contact?.state === 'emailed';
  const { agreed, another, uploaded, declined, handOver, takeOver, takeBack, stop, unknown } =
    formsOf(held);
  const upload = isClosed || isDeclined ? [] : [uploaded];
  const all = [
    // Who has agreed to a day comes back to report the upload.
    ...(isPromised ? upload : []),
    ...(canPromise ? [agreed, another] : [another]),
    ...(isPromised ? [] : upload),
    ...(isDeclined ? [] : [declined, ...(letter.coordinator ? [takeOver, takeBack] : [handOver])]),
    ...(isEmailed ? [stop, ...(role === 'writer' ? [unknown] : [])] : []),
  ];
  return held.isAnswerable ? all.filter(({ type }) => ANSWERS_OF[role].includes(type)) : [];
}

function formsOf({ letter, applicant, dueOn, role }: HeldLetter) {
  const { name } = applicant.facts.profile;
  const isWriter = role === 'writer';
  const form = (type: AnswerType, of: Parameters<typeof formOfType>[1]): Form =>
    formOfType(type, { ...of, hidden: { letterId: letter.id, ...of.hidden } });
  return {
    agreed: form('letter-promised', {
      key: `promise.${letter.id}`,
      title: `I will write it by ${phraseDay(dueOn)}`,
      text: `${name} will see your answer. We will remind you before that day.`,
      button: 'I will write it',
      hidden: { by: dueOn },
    }),
    another: form('letter-promised', {
      title: 'I need another date',
      text: `${name} will see the date and whether it is in time for the programs’ first review.`,
      button: 'I will write it by this day',
      changes: { by: { label: 'I can upload it by' } },
    }),
    uploaded: form('letter-uploaded', {
      title: 'The letter is uploaded to ERAS',
      text: `Emails about this letter will stop, and ${name} will assign it to programs.`,
      button: 'It is uploaded',
    }),
    declined: form('letter-declined', {
      title: 'I cannot write it',
      text: `Emails about this letter will stop, and ${name} will be asked to find another writer.`,
      button: 'I cannot write it',
    }),
    handOver: form('letter-handed-over', {
      title: 'Hand it to my coordinator',
      text: `We ask your coordinator once. After accepting, they get the emails, with the dates and the Letter ID.
You can both see the status, either of you can report the upload, and you can take it back.`,
      button: 'Hand it over',
    }),
    takeOver: form('letter-taken-over', {
      title: 'I will upload it',
      text: 'You will then see the applicant’s details and the Letter ID here, and get the emails about this letter.',
      button: 'I will upload it',
    }),
    takeBack: form('letter-taken-back', {
      title: isWriter ? 'Take it back' : 'It is not for me to upload',
      text: `The letter goes back to ${isWriter ? 'you' : letter.writer.name}, and so do the emails about it.`,
      button: isWriter ? 'Take it back' : 'Give it back',
    }),
    stop: form('letter-email-stopped', {
      title: 'Stop the emails about this letter',
      text: `You will get no more emails about it. ${name} will be asked to call you instead.`,
      button: 'Stop these emails',
      hidden: { why: 'asked' },
    }),
    unknown: form('letter-email-stopped', {
      key: `unknown.${letter.id}`,
      title: 'I do not know this person',
      text: 'We stop the emails about this letter and look into it.',
      button: 'I do not know this person',
      hidden: { why: 'unknown' },
    }),
  };
}
