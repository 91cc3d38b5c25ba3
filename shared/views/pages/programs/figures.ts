/** Published figures of one specialty, to be read beside a person's own. They order nothing. */
import { type Html, html } from '#shared/base/html.ts';
import { figuresFor, type NationalFigure } from '#shared/world/programs/national-figures.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { certaintyWords, phraseSource } from '#shared/world/provenance.ts';
import { fold, list, withLinks } from '../../components.ts';

export function figuresOf(kind: Program['kind']): Html {
  return fold(
    `${kind === 'integrated-ir' ? 'Integrated IR' : 'DR'}: figures from the Match and surveys`,
    html`<p>They describe no single program, and no list here is sorted by them.</p>
${list(figuresFor({ kind }).map(figureItem))}`,
  );
}

function figureItem(figure: NationalFigure): Html {
  const { what, value, year, address, publisher, certainty, note } = figure;
  const source = phraseSource({
    source: [publisher, address].filter((each) => each !== undefined).join(': '),
  });
  const words =
    certainty === 'survey' ? 'from a published survey' : certaintyWords(certainty, 'applicant');
  return html`<strong>${what}:</strong> ${value} (${year})${note ? html`<br>${note}` : ''}<br><span class="hint">${words}: ${withLinks(source)}</span>`;
}
