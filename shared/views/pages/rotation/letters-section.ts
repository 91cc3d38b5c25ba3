import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { writerSays } from '../letters/letter-line.ts';
import type { PageView } from '../page-view.ts';
import { letterStatus } from '../status.ts';

export function lettersSection(
  view: PageView,
  rotation: Rotation,
  forms: readonly Form[],
  folded: (form: Form) => Html,
): Html | string {
  const grantsNone = view.world.host(rotation.host.institutionId)?.grantsLetters === false;
  if (grantsNone) {
    return html`<section aria-labelledby="letters"><h2 id="letters">Letters</h2><p>${rotation.host.name} states that it provides no letters of recommendation.</p></section>`;
  }
  if (rotation.letters.length === 0) return '';
  return html`<section aria-labelledby="letters"><h2 id="letters">Letters</h2>
<ul class="list">${rotation.letters.map(
    (
      letter,
    ) => html`<li><strong>${letter.writer.name}</strong> ${letterStatus(letter)}${writerSays(letter)}<br>
<span class="quiet">asked on ${phraseDay(letter.askedOn)}${letter.erasLetterId ? `, ERAS Letter ID ${letter.erasLetterId}` : ''}</span>
${forms.filter(({ hidden }) => hidden.letterId === letter.id).map(folded)}
<a class="target" href="${view.paths.packet(letter.id)}">What ${letter.writer.name} receives</a></li>`,
  )}</ul></section>`;
}
