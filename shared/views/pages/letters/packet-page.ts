/** The packet for a letter, opened by the writer's link or by the applicant's. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { caseList } from '#shared/plan/facts/cases.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { ENTERED_ITEMS, PACKET_TITLES, type PacketText } from '#shared/plan/facts/packet.ts';
import type { PlacedLetter } from '#shared/plan/letters/placed.ts';
import { page } from '../layout.ts';
import { datesOf } from '../rotation-words.ts';

/** @param back where the reader came from */
export function packetPage(facts: Facts, placed: PlacedLetter, back: string): string {
  return page(
    `For the letter from ${placed.letter.writer.name}`,
    html`<p class="screen"><a class="target" href="${back}">Back</a></p>
${packetSheet(facts, placed)}`,
  );
}

function packetSheet({ profile, packet = {} }: Facts, { letter, rotation }: PlacedLetter): Html {
  const cases = caseList(rotation?.cases ?? []);
  return html`<h1>${profile.name}: for the letter from ${letter.writer.name}</h1>
${rotation ? html`<p>${rotation.host.name}, ${datesOf(rotation)}</p>` : ''}
${letter.seen ? html`<p>What ${letter.writer.name} saw: ${letter.seen}</p>` : ''}
${cases.length > 0 ? part(PACKET_TITLES['case-list'], html`<ul>${cases.map((line) => html`<li>${line}</li>`)}</ul>`) : ''}
${ENTERED_ITEMS.map((item) => {
  const entered = packet[item];
  return entered ? part(PACKET_TITLES[item], written(entered)) : '';
})}
${cases.length === 0 && Object.keys(packet).length === 0 ? html`<p>Nothing has been entered yet.</p>` : ''}`;
}

function part(title: string, body: Html): Html {
  return html`<section><h2>${title}</h2>${body}</section>`;
}

/** A web address is shown in full, so that it can be read on paper. */
function written({ text, url }: PacketText): Html {
  return html`${text ? html`<p class="as-written">${text}</p>` : ''}${url ? html`<p><a href="${url}" rel="noreferrer">${url}</a></p>` : ''}`;
}
