/** The path of one rotation, from the choice of the host to its papers. */
import type { Matter } from '#shared/agenda/matter.ts';
import { openingDay, statedDay } from '#shared/agenda/matters/host-days.ts';
import { counted, sentences } from '#shared/base/sentence.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { judgeChecklist, type Standing } from '#shared/plan/documents/judge.ts';
import { isClinical, isInUs } from '#shared/plan/rotation/kind.ts';
import { DOCUMENT_FACTS, paperName } from '#shared/world/hosts/document-kinds.ts';
import { phraseDeadline } from '../deadline-words.ts';
import { type MatterWordsByDay, named, quoted, type Setting, type WordsOf } from './words-of.ts';

export const PATH_WORDS = {
  G6: ({ rotation }) => ({
    ...named('decide', 'on', rotation, 'decision'),
    next: `Decide whether to apply to ${rotation.host.name}, and by which route.`,
    why: 'The guide advises planning 9 to 12 months ahead. Later can still work: check that the host is open.',
    button: 'I will apply here',
  }),
  affiliation: ({ matter, rotation }) => ({
    title: `the agreement between ${rotation.host.name} and the home school`,
    listed: 'home-school agreement',
    next: 'Ask your dean’s office whether your schools have an agreement, and start one if not.',
    why: 'A new agreement takes two to three months, and the host accepts no application without one.',
    button: matter.begun ? 'The agreement is signed' : 'I have asked my school',
  }),
  apply: (of) => {
    const { matter, rotation } = of;
    const isStated = matter.due?.certainty !== 'estimated';
    if (!isClinical(rotation)) {
      return {
        ...named('write to a mentor', 'for', rotation, 'message to a mentor'),
        next: `Write to a mentor or the department at ${rotation.host.name}, with your CV and one question about their work.`,
        why: `Dates, tasks, funding, and the visa are agreed on before you travel, which takes months.${isStated ? (matter.hard ? ' The host takes no requests after its last day.' : '') : ' This day is our estimate.'}`,
        button: 'I wrote to a mentor',
      };
    }
    const why = !isStated
      ? 'We do not know the host’s last day to apply, so this day is our estimate. Ask the host.'
      : matter.hard
        ? 'The host accepts no applications for these dates after its last day.'
        : 'The host recommends applying by this day, and does not state a last one.';
    const first = matter.possibleIf
      ? `Ask whether ${rotation.host.name} can take you. Then send`
      : 'Send';
    return {
      ...named('apply', 'for', rotation, 'application'),
      next: `${first} the application to ${rotation.host.name}.`,
      why: sentences(why, openingWords(of)),
      until: [
        ...(isStated && matter.hard ? dayEarly('Send yours a day early', matter) : []),
        ...adviceOf(of),
      ],
      button: 'I sent the application',
      late: {
        next: 'If you applied in time, record it. Otherwise ask the host whether it still takes applications.',
        why:
          isStated && matter.hard
            ? 'The last day to apply for these dates has passed.'
            : `The day that ${isStated ? 'the host recommends' : 'we estimated'} has passed; the host may still take applications.`,
      },
    };
  },
  'host-answer': ({ rotation }) => ({
    title: `an answer from ${rotation.host.name}`,
    lost: `${rotation.host.name} did not answer in time`,
    next: 'Wait for the host, and record its answer.',
    why: 'The documents, the visa, and the flight depend on it.',
    button: 'I have an offer',
  }),
  accept: ({ matter, rotation }) => ({
    ...named('answer the offer', 'from', rotation, 'answer to the offer'),
    next: `Accept or decline the offer from ${rotation.host.name}.`,
    why: 'An offer that is not answered goes to another applicant.',
    until: matter.due?.hasClockTime ? [] : dayEarly('Answer the day before', matter),
    button: 'I accepted',
  }),
  payment: ({ matter, rotation }) => ({
    ...named('the host’s fee', 'for', rotation, 'host’s fee'),
    next: `Pay the fee to ${rotation.host.name}.`,
    why: 'A host can withdraw an offer whose fee is late.',
    until: dayEarly('Pay a day early', matter),
    button: 'I paid the fee',
  }),
  G14b: ({ rotation }) => ({
    ...named('documents', 'for', rotation),
    next: isInUs(rotation)
      ? 'Start with what takes longest: tests and your school’s signatures. Each must be valid through the last day.'
      : 'Get the documents that the host asks for, each valid through the last day.',
    why: 'Some hosts ask for them with the application, and most before the first day.',
    button: 'Show the documents',
  }),
  G14: ({ matter, view, rotation, host }) => {
    const { paper: kind } = matter.about;
    if (!kind) throw new Error(`The matter ${matter.id} names no paper.`);
    const index = rotation.checklist.findIndex((item) => item.kind === kind);
    const standing = judgeChecklist(rotation, view.facts.documents, host)[index];
    const { label } = DOCUMENT_FACTS[kind];
    return {
      ...named(paperName(kind), 'for', rotation),
      next: standing ? paperStep(label, standing) : `${label}: get it and send it to the host.`,
      why: 'One missing document can cost the rotation. Each must be valid through the last day, not only on the first.',
      button: 'I sent this document',
    };
  },
} satisfies Readonly<Record<string, WordsOf>>;

/** Advice that nobody can take on the last day itself. */
function dayEarly(act: string, { due }: Matter): NonNullable<MatterWordsByDay['until']> {
  if (!due) return [];
  const why = `${act}, in case the deadline is before midnight.`;
  return [{ day: plusDays(due.day, -1), why }];
}

/** A day that the page recommends beside its rule. */
function adviceOf({ rotation, host }: Setting): NonNullable<MatterWordsByDay['until']> {
  if (!rotation.dates) return [];
  const { rule, advice } = statedDay(host, 'deadline', rotation.dates);
  if (!rule || !advice) return [];
  const { day } = advice;
  return [{ day, why: `The host recommends applying by ${phraseDay(day)}.` }];
}

function openingWords({ rotation, host, view }: Setting): string | undefined {
  const opening = openingDay(rotation, host);
  if (!opening) return quoted('The host says when applications open', host?.offering.opens);
  const when = phraseDeadline(opening, view.facts.profile.zone);
  return opening.certainty === 'estimated'
    ? `Applications are taken from about ${when} (our estimate from another year; ask the host).`
    : `Applications are taken from ${when}.`;
}

function paperStep(
  label: string,
  { word, document, validUntil, short, renewFrom }: Standing,
): string {
  if (word === 'not-accepted') return `${label}: the host did not accept it. Send a new one.`;
  const which = document?.issuedOn ? `the one of ${phraseDay(document.issuedOn)}` : 'it';
  if (word !== 'expires-too-early') {
    return document && validUntil
      ? `${label}: ${which} covers the rotation. Send it to the host.`
      : `${label}: get it and send it to the host.`;
  }
  const of = short?.of === 'start' ? 'starts' : 'ends';
  const renew = renewFrom
    ? `One issued on or after ${phraseDay(renewFrom)} covers it.`
    : 'Get one that is valid longer.';
  return `${label}: ${which} expires ${counted(short?.byDays ?? 0, 'day')} before the rotation ${of}. ${renew}`;
}
