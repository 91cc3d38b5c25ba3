/** Letters over all rotations: "2 of 3". */
import { html } from 'hono/html';
import { isInEras, isOpen } from '../../letters/letter.ts';
import { nameOf } from '../../nudges/rules/subjects.ts';
import type { Html } from '../html.ts';
import type { PageView } from '../page-view.ts';
import { letterStatus } from '../status.ts';

/** The guide asks for a portfolio of two to three letters; ERAS takes four a programme. */
const LETTERS_WANTED = 3;

export function lettersList({ applicant, paths }: PageView): Html {
  const letters = applicant.facts.rotations.flatMap((rotation) =>
    rotation.letters.map((letter) => ({ rotation, letter })),
  );
  const inEras = letters.filter(({ letter }) => isInEras(letter)).length;
  const coming = letters.filter(({ letter }) => isOpen(letter)).length;
  return html`<section aria-labelledby="letters"><h2 id="letters">Letters of recommendation (LoR): ${inEras} of ${LETTERS_WANTED} in ERAS</h2>
<p class="quiet">${coming === 0 ? 'No other letter is on its way.' : `${coming} more asked for or promised.`} The guide asks for two to three; a programme takes at most four.</p>
${
  letters.length > 0
    ? html`<ul class="list">${letters.map(
        ({ rotation, letter }) =>
          html`<li>${letterStatus(letter)}: ${letter.writer.name}, <a href="${paths.rotation(rotation.id)}">${nameOf(rotation)}</a></li>`,
      )}</ul>`
    : ''
}</section>`;
}
