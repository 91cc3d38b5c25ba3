/** The packet for a letter, opened by the writer's link or by the applicant's. */
import { html } from 'hono/html';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { PlacedLetter } from '#shared/plan/letters/placed.ts';
import { page } from '../layout.ts';
import { packetSheet } from './packet-sheet.ts';

/** @param back where the reader came from */
export function packetPage(facts: Facts, placed: PlacedLetter, back: string): string {
  return page(
    `For the letter from ${placed.letter.writer.name}`,
    html`<p class="screen"><a class="target" href="${back}">Back</a></p>
${packetSheet(facts, placed)}`,
  );
}
