/** One letter in the applicant's list: its status, its writer, and what the writer answered. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import { isOpen, OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import type { PlacedLetter } from '#shared/plan/letters/placed.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import type { PageView } from '../page-view.ts';
import { letterStatus } from '../status.ts';

export function letterLine({ paths }: PageView, { letter, rotation }: PlacedLetter): Html {
  const where = rotation
    ? html`<a href="${paths.rotation(rotation.id)}">${nameOf(rotation)}</a>`
    : html`<a href="${paths.rotation(OWN_LETTERS)}">outside your rotations</a>`;
  return html`${letterStatus(letter)}: ${letter.writer.name}, ${where}${writerSays(letter)}`;
}

/** What the writer answered, and whether we email them. Empty unless the applicant said the writer agreed. */
export function writerSays(letter: Letter): Html | string {
  const { contact, promised, coordinator } = letter;
  if (!contact || !isOpen(letter)) return '';
  const says = [
    ...(promised ? [`will upload by ${phraseDay(promised.by)}`] : []),
    ...(coordinator ? [`handed to ${coordinator.name}`] : []),
    MAIL_WORDS[contact.state],
  ];
  return html`<br><span class="quiet">${says.join(' · ')}</span>`;
}

const MAIL_WORDS: Readonly<Record<NonNullable<Letter['contact']>['state'], string>> = {
  mailed: 'we email the writer',
  stopped: 'wants no emails from us: call',
  unreachable: 'the address does not accept our emails: call',
};
