import { openingDay, statedDay } from '#shared/agenda/matters/host-days.ts';
import type { View } from '#shared/agenda/view.ts';
import { counted } from '#shared/base/counted.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { judgeChecklist, type Standing } from '#shared/plan/documents/judge.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isInUs, nameOf } from '#shared/plan/rotation/kind.ts';
import { DOCUMENT_FACTS, paperName } from '#shared/world/hosts/document-kinds.ts';
import { phraseDeadline } from '../deadline-words.ts';
import { quoted, rotationOf, type WordsOf } from './words-of.ts';

const choose: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  return {
    title: `decide on the ${nameOf(rotation)}`,
    next: `Decide whether to apply to ${rotation.host.name}, and by which route.`,
    why: 'The guide advises planning 9 to 12 months ahead. Later can still work: check that the host is open.',
    button: 'I will apply here',
  };
};

const affiliation: WordsOf = (matter, view) => ({
  title: `the agreement between ${rotationOf(matter, view).host.name} and the home school`,
  next: 'Ask your dean’s office whether your schools have an agreement, and start one if not.',
  why: 'A new agreement takes two to three months, and the host accepts no application without one.',
  button: matter.begun ? 'The agreement is signed' : 'I have asked my school',
});

const apply: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  const isStated = matter.due?.certainty !== 'estimated';
  const why = !isStated
    ? 'We do not know the host’s last day to apply, so this day is our estimate. Ask the host.'
    : matter.hard
      ? 'The host accepts no application for these dates after its last day. Send it the day before, in case that day ends at an earlier hour.'
      : 'The host recommends applying by this day, and does not state a last one.';
  const first = matter.possibleIf
    ? `Ask whether ${rotation.host.name} can take you. Then send`
    : 'Send';
  return {
    title: `apply for the ${nameOf(rotation)}`,
    next: `${first} the application to ${rotation.host.name}.`,
    why: [why, ...adviceWords(rotation, view), ...openingWords(rotation, view)].join(' '),
    button: 'I sent the application',
    late: {
      next: 'If you applied in time, record it. Otherwise ask the host whether it still takes applications.',
      why:
        isStated && matter.hard
          ? 'The last day to apply for these dates has passed.'
          : 'The day we estimated has passed; the host may still take applications.',
    },
  };
};

/** A day that the page recommends beside its rule. */
function adviceWords({ host, mode, dates }: Rotation, { world }: View): string[] {
  if (!dates) return [];
  const { rule, advice } = statedDay(world.host(host.institutionId, mode), 'deadline', dates);
  return rule && advice ? [`The host recommends applying by ${phraseDay(advice.day)}.`] : [];
}

function openingWords(rotation: Rotation, { facts, world }: View): string[] {
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const opening = openingDay(rotation, host);
  if (!opening) return quoted('The host says when applications open', host?.offering.opens);
  const when = phraseDeadline(opening, facts.profile.zone);
  return [
    opening.certainty === 'estimated'
      ? `Applications open about ${when} (our estimate from another year; ask the host).`
      : `Applications open on ${when}.`,
  ];
}

const hostAnswer: WordsOf = (matter, view) => ({
  title: `the answer of ${rotationOf(matter, view).host.name}`,
  lost: `${rotationOf(matter, view).host.name} did not answer in time`,
  next: 'Wait for the host, and record its answer.',
  why: 'The documents, the visa, and the flight depend on it.',
  button: 'I have an offer',
});

const accept: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  return {
    title: `answer the offer from the ${nameOf(rotation)}`,
    next: `Accept or decline the offer from ${rotation.host.name}.`,
    why: matter.due?.hasClockTime
      ? 'An offer that is not answered goes to another student.'
      : 'An offer that is not answered goes to another student. Answer the day before, in case it ends at an earlier hour.',
    button: 'I accepted',
  };
};

const payment: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  return {
    title: `the host’s fee for the ${nameOf(rotation)}`,
    next: `Pay the fee to ${rotation.host.name}.`,
    why: 'A host can withdraw an offer whose fee is late. Pay the day before, in case the day ends at an earlier hour.',
    button: 'I paid the fee',
  };
};

const documents: WordsOf = (matter, view) => ({
  title: `documents for the ${nameOf(rotationOf(matter, view))}`,
  next: isInUs(rotationOf(matter, view))
    ? 'Start with what takes longest: tests and your school’s signatures. Each must be valid through the last day.'
    : 'Get the documents that the host asks for, each valid to the last day.',
  why: 'Some hosts ask for them with the application, and most before the first day.',
  button: 'Show the documents',
});

const paper: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  const { paper: kind } = matter.about;
  if (!kind) throw new Error(`The matter ${matter.id} names no paper.`);
  const host = view.world.host(rotation.host.institutionId, rotation.mode);
  const index = rotation.checklist.findIndex((item) => item.kind === kind);
  const standing = judgeChecklist(rotation, view.facts.documents, host)[index];
  const { label } = DOCUMENT_FACTS[kind];
  return {
    title: `${paperName(kind)} for the ${nameOf(rotation)}`,
    next: standing ? paperStep(label, standing) : `${label}: get it and send it to the host.`,
    why: 'One missing document can cost the rotation. It must be valid to the last day, not only the first.',
    button: 'I sent this document',
  };
};

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

export const PATH_WORDS = {
  G6: choose,
  affiliation,
  apply,
  'host-answer': hostAnswer,
  accept,
  payment,
  G14b: documents,
  G14: paper,
} satisfies Readonly<Record<string, WordsOf>>;
