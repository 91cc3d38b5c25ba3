/** The page of one programme or host: what is known with source and age, what is not, and a mail that asks. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { FACTS_PATH } from '#shared/base/links/advisor-paths.ts';
import { hostPath, PROGRAMMES_PATH, programmePath } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import {
  type KnownFact,
  knownOfHost,
  knownOfProgramme,
  mailToAsk,
} from '#shared/world/programs/known-facts.ts';
import type { Programme } from '#shared/world/programs/program.ts';
import { CERTAINTY_WORDS, phraseSource } from '#shared/world/source-words.ts';
import type { World } from '#shared/world/world.ts';
import { page } from '../layout.ts';

/** One programme: what is known, from where, and what is not. */
export function programmePage(programme: Programme, world: World, today: Day): string {
  const { name, city, state, kind, pairedCode, note } = programme;
  const known = knownOfProgramme(programme, today);
  const host = world.host(programme.institutionId);
  const paired = world.programme(pairedCode);
  return entryPage({
    id: programme.code,
    name,
    intro: html`<p>${kind === 'integrated-ir' ? 'Integrated IR residency' : 'DR residency'} in ${city}, ${state}.</p>
${note ? html`<p>${note}</p>` : ''}
<ul>${paired ? html`<li><a class="target" href="${programmePath(paired.code)}">${paired.kind === 'dr' ? 'The DR residency there' : 'The integrated IR residency there'}</a></li>` : ''}
<li>${host ? html`<a class="target" href="${hostPath(host.id)}">Rules for visiting students: ${host.name}</a>` : 'No page about visiting students is in our directory yet.'}</li></ul>`,
    ...known,
  });
}

/** One host: its visiting rules, from where, and what is not known. */
export function hostPage(host: Institution, world: World, today: Day): string {
  const there = world.programmesAt(host.id);
  return entryPage({
    id: host.id,
    name: host.name,
    intro: html`<p>${host.programme}.</p>
${there.length > 0 ? html`<ul>${there.map(({ code, name, kind }) => html`<li><a class="target" href="${programmePath(code)}">${kind === 'dr' ? 'DR' : 'Integrated IR'}: ${name}</a></li>`)}</ul>` : ''}`,
    ...knownOfHost(host, today),
  });
}

function entryPage(of: {
  readonly id: string;
  readonly name: string;
  readonly intro: Html;
  readonly facts: readonly KnownFact[];
  readonly asks: readonly string[];
}): string {
  const { id, name, intro, facts, asks } = of;
  const mail = mailToAsk(name, asks);
  const address = `mailto:?subject=${encodeURIComponent(`Questions about ${name}`)}&body=${encodeURIComponent(mail)}`;
  return page(
    name,
    html`<h1>${name}</h1>
${intro}
<section aria-labelledby="known"><h2 id="known">What is known</h2>
<ul class="list">${facts.map(factItem)}</ul></section>
${
  asks.length > 0
    ? html`<section aria-labelledby="unknown"><h2 id="unknown">What nobody has found out</h2>
<ul>${asks.map((ask) => html`<li>${ask}</li>`)}</ul>
<details><summary>A mail that asks</summary><pre class="mail">${mail}</pre>
<p><a class="target" href="${address}">Open it in my mail program</a></p></details>
<p><a class="target" href="${FACTS_PATH}?subject=${encodeURIComponent(id)}">For advisors: enter an answer with its source</a></p></section>`
    : ''
}
<p><a class="target" href="${PROGRAMMES_PATH}">All programmes and hosts</a></p>`,
  );
}

function factItem({ label, says, source, checkedOn, certainty, asOf, isOld }: KnownFact): Html {
  return html`<li${isOld ? html` class="quiet"` : ''}><strong>${label}:</strong> ${says}<br><span class="hint">${CERTAINTY_WORDS[certainty]}: ${phraseSource({ source, checkedOn })}${isOld ? ` · of ${phraseDay(asOf)}, older than 12 months: ask again` : ''}</span></li>
`;
}
