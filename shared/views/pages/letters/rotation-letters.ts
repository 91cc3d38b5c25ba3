/** The letters of a rotation, each as a card: its writer, its five steps, and what comes before the first email. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { firstEmailOn } from '#shared/people/writer/writer-ladder.ts';
import { isOpen, type Letter, OWN_LETTERS, PACKET_ITEMS } from '#shared/plan/facts/letter.ts';
import { ENTERED_ITEMS } from '#shared/plan/facts/packet.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { link, list, section } from '../../components.ts';
import type { PageView } from '../person-page.ts';
import { letterStatus } from '../status.ts';
import { letterTrack } from '../track.ts';
import { textOfWriter } from './letter-lines.ts';

export function lettersSection(
  view: PageView,
  rotation: Rotation,
  forms: readonly Form[],
  folded: (form: Form) => Html,
): Html | string {
  const grantsNone =
    view.world.host(rotation.host.institutionId, rotation.mode)?.grantsLetters === false;
  const card = (
    letter: Letter,
  ) => html`<strong>${letter.writer.name}</strong> ${letterStatus(letter)}${textOfWriter(letter, view.now)}
${letterTrack(letter)}
${letter.erasLetterId ? html`<p class="quiet">ERAS Letter ID ${letter.erasLetterId}</p>` : ''}
${letter.contact || !isOpen(letter) ? '' : beforeFirstEmail(view, rotation)}
${forms.filter(({ hidden }) => hidden.letterId === letter.id).map(folded)}
${link(view.paths.packet(letter.id), `What ${letter.writer.name} receives`)}`;
  if (!grantsNone && rotation.letters.length === 0) return '';
  return section(
    'letters',
    'Letters',
    grantsNone
      ? html`<p>${rotation.host.name} states that it provides no letters of recommendation.</p>`
      : list(rotation.letters.map(card)),
  );
}

/** The packet comes first: the writer opens it from the first email. */
function beforeFirstEmail({ applicant, paths, now }: PageView, { cases = [] }: Rotation): Html {
  const { packet = {} } = applicant.facts;
  const ready = ENTERED_ITEMS.filter((item) => packet[item]).length + (cases.length > 0 ? 1 : 0);
  const first = phraseDay(firstEmailOn(dayIn(EASTERN, now)));
  return html`<p>Packet for your writer: ${ready} of ${PACKET_ITEMS.length} parts ready. ${link(`${paths.rotation(OWN_LETTERS)}#packet`, 'Fill in the packet first')}<br>
<span class="quiet">If you press “Email the writer” today, the first email goes to the writer on ${first}: thanks, your packet, and when the Letter ID comes.</span></p>`;
}
