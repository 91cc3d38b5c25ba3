/** The forms of the letters page: letters from outside the rotations, and the packet for writers. */

import { OWN_LETTERS_MAX } from '#shared/base/limits.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { ENTERED_ITEMS, type EnteredItem, PACKET_TITLES } from '#shared/plan/facts/packet.ts';
import { stepsAfter } from '#shared/plan/moves/letters.ts';
import { eventForm, fieldsOf } from './event-form.ts';
import { letterForms } from './letter-steps.ts';

/** In the order of a letter's steps. */
export function ownLetterForms({ letters = [] }: Facts): Form[] {
  const types = new Set(letters.flatMap(({ status }) => stepsAfter(status)));
  return [...types].flatMap((type) => letterForms(letters, type));
}

/** Undefined once there are as many as a program accepts. */
export function askOwnForm({ letters = [] }: Facts): Form | undefined {
  if (letters.length >= OWN_LETTERS_MAX) return undefined;
  return eventForm('letter-asked', {
    title: 'I asked someone outside my rotations',
    values: { 'writer.specialty': 'research' },
  });
}

export function packetForms({ packet = {} }: Facts): Form[] {
  return ENTERED_ITEMS.map((item) => ({
    key: `packet-entered.${item}`,
    type: 'packet-entered',
    title: `${PACKET_TITLES[item]}${packet[item] ? '' : ' (nothing yet)'}`,
    text: SAYS[item],
    fields: fieldsOf(
      'packet-entered',
      { url: { hint: 'A link that anyone can open, starting with https://.' } },
      ['item'],
    ),
    hidden: { item },
    values: { text: packet[item]?.text ?? '', url: packet[item]?.url ?? '' },
    button: 'Save',
  }));
}

const SAYS: Readonly<Record<EnteredItem, string>> = {
  cv: 'Paste the main points, or add a link. Leave both fields empty to remove it.',
  'personal-statement': 'An early draft is fine. Leave both fields empty to remove it.',
  'img-note':
    'What this writer should know: that you are an IMG, your graduation year, your visa, dates you cannot move. Leave both fields empty to remove it.',
};
