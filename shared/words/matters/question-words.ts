/** What only the reader or the host can tell us, conflicts, and a rotation that others closed. */
import type { Gate } from '#shared/agenda/gates/gate.ts';
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import type { Matter, View } from '#shared/agenda/matter.ts';
import { askedOf } from '#shared/agenda/matters/gates.ts';
import { counted, sentences } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { interviewOn } from '#shared/plan/documents/entry-paper.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { phraseFix, phraseGate } from '../gate-words.ts';
import { quoted, rotationOf, sharedDays, type WordsOf } from './words-of.ts';

export const QUESTION_WORDS = {
  entry: () => ({
    title: 'how to enter the US: with a visa, or without?',
    next: 'Tell us whether you need a visa. We never ask your nationality.',
    why: 'Until we know, your plan has no visa steps.',
    button: 'Answer',
  }),
  'entry-until': ({ rotation }) => ({
    title: `how will you stay in the US for the ${nameOf(rotation)}?`,
    next: 'Ask your school or a lawyer how your status can be extended, then enter its new last day or how you will enter.',
    why: 'The status you entered ends before the last day of this rotation.',
    button: 'Update my profile',
  }),
  'visa-wait': () => ({
    title: 'how long is the wait at the consulate?',
    next: 'Look up the wait for a visa appointment, and enter it.',
    why: 'Without it, we cannot tell when you need to book.',
    button: 'Enter the wait',
  }),
  dates: ({ rotation }) => ({
    title: `when is the ${nameOf(rotation)}?`,
    next: 'Enter the first and last day you want, even if they may change.',
    why: 'Every date of the plan is counted from them.',
    button: 'Enter the dates',
  }),
  'apply-by': ({ rotation, host }) => ({
    title: `when is the last day to apply at ${rotation.host.name}?`,
    next: `Find the last day on ${rotation.host.name}’s page or ask its visiting student office, and enter it.`,
    why: sentences(
      quoted('Its page says', host?.offering.deadline),
      'We use an estimate until you do.',
    ),
    button: 'Enter the day',
  }),
  'follow-up': ({ rotation, host }) => ({
    title: `has ${rotation.host.name} answered?`,
    next: `Ask ${rotation.host.name} ${rotation.status === 'waitlisted' ? 'whether a place has opened' : 'about your application'}, and record the answer.`,
    why: sentences(
      quoted('About answers, its page says', host?.offering.decision),
      'Silence is not an answer: the application stays open until you record one.',
    ),
    button: 'Record the answer',
  }),
  'offer-end': ({ rotation }) => ({
    title: `how long is the offer from ${rotation.host.name} open?`,
    next: 'Find the last day to answer in the offer, or ask, and enter it. Better still, answer now.',
    why: 'An offer that is not answered goes to another applicant.',
    button: 'Enter the last day',
  }),
  'appointment-day': ({ rotation, view }) => {
    const day = interviewOn(rotation, view.facts, view.world);
    return {
      button: 'Enter the day',
      ...(day
        ? {
            title: `can the visa appointment for the ${nameOf(rotation)} be earlier?`,
            next: `Ask the consulate for a day before ${phraseDay(day)}, and enter it. Otherwise ask ${rotation.host.name} for later dates.`,
            why: 'The passport can take three weeks after the interview (our estimate): it may come after your flight.',
          }
        : {
            title: `on what day is the visa appointment for the ${nameOf(rotation)}?`,
            next: 'Enter the day of the appointment.',
            why: 'Then your plan shows whether the visa can arrive in time.',
          }),
    };
  },
  overlap: (of) => ({
    title: `two rotations at the same time: ${nameOf(of.other)} and ${nameOf(of.rotation)}`,
    next: 'Ask one of the hosts for other dates, or withdraw from one.',
    why: `${sharedDays(of)} You cannot be at both.`,
    button: 'Change the dates',
  }),
  gate: ({ matter, view, rotation }) => {
    const [found] = gatesOf(matter, view);
    if (!found) throw new Error(`The matter ${matter.id} names no gate of its host.`);
    const isQuestion = matter.kind === 'question';
    const isVisa = found.id === 'visa';
    const refused = gatesOfRotation(rotation, view.facts, view.world).filter(
      ({ id, state }) => state === 'not-met' && (id === 'visa') === isVisa,
    );
    const said = isQuestion ? [found] : refused;
    return {
      title: isQuestion
        ? `a question to the host about the ${nameOf(rotation)}`
        : `the host rules out the ${nameOf(rotation)}`,
      next: phraseFix(found),
      why: said.map((each) => phraseGate(each, rotation.host.name, 'applicant')).join(' '),
      button: isQuestion ? 'Answer' : 'Find another host',
    };
  },
  possible: ({ matter, view, rotation }) => {
    const { name } = rotation.host;
    const asked = gatesOf(matter, view);
    const [first] = asked;
    const more = asked.length > 1 ? ` Your plan lists ${counted(asked.length, 'open point')}.` : '';
    return {
      title: `is an application to ${name} possible?`,
      next: `${first ? phraseGate(first, name, 'applicant') : `Ask ${name}.`}${more}`,
      why: 'Ask before you spend time and fees on an application that the host may refuse.',
      button: 'Yes, I can apply there',
    };
  },
  closed: ({ rotation }) => ({
    title: `the ${nameOf(rotation)} is closed`,
    next: 'Find another host on the shortlist, or reopen the rotation if this is wrong.',
    why: CLOSED_BY[rotation.closed?.reason ?? ''] ?? 'Its days have passed.',
    button: 'Find another host',
  }),
} satisfies Readonly<Record<string, WordsOf>>;

const CLOSED_BY: Readonly<Record<string, string>> = {
  rejected: 'The host said no.',
  'canceled-by-host': 'The host canceled it.',
  'offer-expired': 'The offer ended without an answer.',
};

/** The gate of its host that a matter is about, or all that its question asks about. */
export function gatesOf(matter: Matter, view: View): Gate[] {
  const rotation = rotationOf(matter, view);
  const gates = gatesOfRotation(rotation, view.facts, view.world);
  const { gate } = matter.about;
  return gate ? gates.filter(({ id }) => id === gate) : askedOf(rotation, gates, view.facts);
}
