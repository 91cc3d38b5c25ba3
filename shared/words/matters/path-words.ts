/** The path to a rotation's first day, its papers, its conflicts, and its end. */
import type { Gate } from '#shared/agenda/gates/gate.ts';
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import type { Matter } from '#shared/agenda/matter.ts';
import { askedOf } from '#shared/agenda/matters/gates.ts';
import { openingDay, statedDay } from '#shared/agenda/matters/host-days.ts';
import type { View } from '#shared/agenda/view.ts';
import { counted } from '#shared/base/counted.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { judgeChecklist, latestOf, type Standing } from '#shared/plan/documents/judge.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isInUs, nameOf } from '#shared/plan/rotation/kind.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import { phraseDeadline } from '../deadline-words.ts';
import { phraseFix, phraseGate } from '../gate-words.ts';
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
  title: `the agreement of ${rotationOf(matter, view).host.name} with the home school`,
  next: 'Ask your dean’s office whether your schools have an agreement, and start one if not.',
  why: 'A new agreement takes two to three months, and the host accepts no application without one.',
  button: matter.begun ? 'The agreement is signed' : 'I have asked my school',
});

const apply: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  const isStated = matter.due?.certainty !== 'estimated';
  const why = !isStated
    ? 'We do not know the host’s last day to apply, so this day is our estimate. Ask the host.'
    : matter.hard || !isInUs(rotation)
      ? 'The host accepts no application for these dates after its last day.'
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
    title: `answer the offer of the ${nameOf(rotation)}`,
    next: `Accept or decline the offer of ${rotation.host.name}.`,
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
    next: `Pay the fee of ${rotation.host.name}.`,
    why: 'A host can withdraw an offer whose fee is late. Pay the day before, in case the day ends at an earlier hour.',
    button: 'I paid the fee',
  };
};

const documents: WordsOf = (matter, view) => ({
  title: `documents for the ${nameOf(rotationOf(matter, view))}`,
  next: isInUs(rotationOf(matter, view))
    ? 'Start with what takes longest: titers, TB test, and your school’s signatures, each valid to the last day.'
    : 'Get the documents that the host asks for, each valid to the last day.',
  why: 'Some hosts ask for them with the application, and most before the first day.',
  button: 'Show the documents',
});

const appointment: WordsOf = (matter, view) => {
  const { profile } = view.facts;
  return {
    title: `visa appointment for the ${nameOf(rotationOf(matter, view))}`,
    next:
      profile.visaWaitDays === undefined
        ? 'Look up the wait at your consulate, and book the appointment.'
        : `Book the visa appointment: the wait you entered is ${counted(profile.visaWaitDays, 'day')}.`,
    why: 'Long waits cost more rotations than refusals do. The visa fee is not refunded if the host says no.',
    button: 'The appointment is booked',
    late: {
      next: 'Book it today, and ask the consulate for an expedited appointment. Otherwise ask the host for later dates.',
      why: 'With the wait you entered, the visa may not be in your passport on the first day.',
    },
  };
};

const visa: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  const { visaAppointmentOn } = rotation;
  return {
    title: `visa for the ${nameOf(rotation)}`,
    next: visaAppointmentOn
      ? `Go to the interview on ${phraseDay(visaAppointmentOn)} with the acceptance letter, and wait for the passport.`
      : 'Go to the interview with the acceptance letter, and wait for the passport.',
    why: 'You cannot begin without it.',
    button: 'The visa is in my passport',
    ...(matter.impossible && {
      late: {
        next: 'Ask the consulate for an expedited appointment, or the host for later dates.',
        why: 'The appointment is after the last day on which the visa can still be in your passport.',
      },
    }),
  };
};

const esta: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  const host = view.world.host(rotation.host.institutionId, rotation.mode);
  const isRefused = host?.offering.read?.visaRefused?.includes('WT');
  const ends = latestOf(view.facts.documents, 'esta')?.expiresOn;
  const isTooShort = ends && rotation.dates && ends < rotation.dates.start;
  return {
    title: `ESTA for the ${nameOf(rotation)}`,
    next: 'Apply for the ESTA on its official website, and ask at the border to enter for business (WB), not as a tourist (WT).',
    why: [
      ...(isTooShort
        ? [`The one you have expires on ${phraseDay(ends)}, before the rotation starts.`]
        : []),
      ...(isRefused ? [`${rotation.host.name} refuses visitors who entered as tourists.`] : []),
      'Without an approved ESTA the airline does not let you board.',
    ].join(' '),
    button: 'The ESTA is approved',
  };
};

const housing: WordsOf = (matter, view) => ({
  title: `housing for the ${nameOf(rotationOf(matter, view))}`,
  next: 'Find a room near the hospital for the whole rotation.',
  why: 'A room found late costs more.',
  button: 'I have a room',
});

const flight: WordsOf = (matter, view) => ({
  title: `flight for the ${nameOf(rotationOf(matter, view))}`,
  next: 'Book the flight, and arrive three days early.',
  why: 'A delayed flight should not cost you the first day.',
  button: 'I have a flight',
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
    title: `${label} for the ${nameOf(rotation)}`,
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
  const renew = renewFrom ? ` One issued on or after ${phraseDay(renewFrom)} covers it.` : '';
  return `${label}: ${which} expires ${counted(short?.byDays ?? 0, 'day')} before the rotation ${of}.${renew}`;
}

const overlap: WordsOf = (matter, view) => {
  const next = rotationOf(matter, view);
  const first = view.facts.rotations.find(({ id }) => id === matter.about.otherId);
  const name = first ? nameOf(first) : 'other rotation';
  const days =
    first?.dates && next.dates
      ? `The ${name} lasts until ${phraseDay(first.dates.end)}, and the ${nameOf(next)} starts on ${phraseDay(next.dates.start)}. `
      : '';
  return {
    title: `two rotations at the same time: ${name} and ${nameOf(next)}`,
    next: 'Ask one of the hosts for other dates, or withdraw from one.',
    why: `${days}You cannot be at both.`,
    button: 'Change the dates',
  };
};

const gate: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  const found = gateOf(matter, view);
  const isQuestion = matter.kind === 'question';
  return {
    title: isQuestion
      ? `a question to ${rotation.host.name} about the ${nameOf(rotation)}`
      : `${rotation.host.name} rules out the ${nameOf(rotation)}`,
    next: phraseFix(found),
    why: phraseGate(found, rotation.host.name, 'applicant'),
    button: isQuestion ? 'Answer' : 'Find another host',
  };
};

/** Throws for a matter that is about no gate of its rotation's host. */
export function gateOf(matter: Matter, view: View): Gate {
  const gates = gatesOfRotation(rotationOf(matter, view), view.facts, view.world);
  const found = gates.find(({ id }) => id === matter.about.gate);
  if (!found) throw new Error(`The matter ${matter.id} names no gate of its host.`);
  return found;
}

const possible: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  const { name } = rotation.host;
  const asked = askedOf(rotation, gatesOfRotation(rotation, view.facts, view.world));
  const [first] = asked;
  const more = asked.length > 1 ? ` Your plan lists ${counted(asked.length, 'open point')}.` : '';
  return {
    title: `can you apply to ${name}?`,
    next: `${first ? phraseGate(first, name, 'applicant') : `Ask ${name}.`}${more}`,
    why: 'Ask before you spend time and fees on an application that the host may refuse.',
    button: 'Yes, I can apply there',
  };
};

const closed: WordsOf = (matter, view) => {
  const rotation = rotationOf(matter, view);
  const reason = rotation.closed?.reason;
  return {
    title: `the ${nameOf(rotation)} is closed`,
    next: 'Look at the shortlist for another host, or reopen it if that is wrong.',
    why:
      reason === 'rejected'
        ? 'The host said no.'
        : reason === 'canceled-by-host'
          ? 'The host canceled it.'
          : reason === 'offer-expired'
            ? 'The offer ended without an answer.'
            : 'Its days have passed.',
    button: 'Find another host',
  };
};

export const PATH_WORDS = {
  G6: choose,
  affiliation,
  apply,
  'host-answer': hostAnswer,
  accept,
  payment,
  G14b: documents,
  G13: appointment,
  visa,
  esta,
  housing,
  flight,
  G14: paper,
  overlap,
  gate,
  possible,
  closed,
} satisfies Readonly<Record<string, WordsOf>>;
