/** The forms of the page of letters: those that no rotation gave, and the packet every writer gets. */

import { OWN_LETTERS_MAX } from '#shared/base/limits.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { ENTERED_ITEMS, type EnteredItem, PACKET_TITLES } from '#shared/plan/facts/packet.ts';
import { stepsAfter } from '#shared/plan/moves/letters.ts';
import { eventForm, fieldsOf } from './event-form.ts';
import { letterForms } from './letter-steps.ts';

/** The steps of each letter that no rotation gave, in the order of a letter's life. */
export function ownLetterForms({ letters = [] }: Facts): Form[] {
  const types = new Set(letters.flatMap(({ status }) => stepsAfter(status)));
  return [...types].flatMap((type) => letterForms(letters, type));
}

/** Undefined once there are as many as a program takes. */
export function askOwnForm({ letters = [] }: Facts): Form | undefined {
  if (letters.length >= OWN_LETTERS_MAX) return undefined;
  return eventForm('letter-asked', {
    title: 'I have asked somebody outside my rotations',
    values: { 'writer.specialty': 'research' },
  });
}

/** What a writer is given to write from. */
export function packetForms({ packet = {} }: Facts): Form[] {
  return ENTERED_ITEMS.map((item) => ({
    key: `packet-entered.${item}`,
    type: 'packet-entered',
    title: `${PACKET_TITLES[item]}${packet[item] ? '' : ' (nothing yet)'}`,
    says: SAYS[item],
    fields: fieldsOf(
      'packet-entered',
      { url: { hint: 'A web address that opens for whoever has it, beginning with https://.' } },
      ['item'],
    ),
    hidden: { item },
    values: { text: packet[item]?.text ?? '', url: packet[item]?.url ?? '' },
    button: 'Save it',
  }));
}

const SAYS: Readonly<Record<EnteredItem, string>> = {
  cv: 'The main lines, or where it lies. Leave both empty to take it out.',
  'personal-statement': 'Even an early one. Leave both empty to take it out.',
  'img-note':
    'That you are an IMG, your graduation year, visa, dates that bind you: what you want this writer to know. Leave both empty to take it out.',
};
