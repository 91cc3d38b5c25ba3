/** Conflicts, what a host's page rules out or leaves open, and a rotation that others closed. */
import type { Gate } from '#shared/agenda/gates/gate.ts';
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import type { Matter, View } from '#shared/agenda/matter.ts';
import { askedOf } from '#shared/agenda/matters/gates.ts';
import { counted } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { phraseFix, phraseGate } from '../gate-words.ts';
import { rotationOf, type WordsOf } from './words-of.ts';

export const CONFLICT_WORDS = {
  overlap: ({ matter, view, rotation: next }) => {
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
  },
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
