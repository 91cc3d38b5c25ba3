/** One program or host: what is known, with source and age, what is not, and an email to ask. */
import { type Html, html } from '#shared/base/html.ts';
import { cellPath } from '#shared/base/links/advisor-paths.ts';
import { hostPath, PROGRAMS_PATH, programPath, wrongLinePath } from '#shared/base/links/urls.ts';
import { type Day, isDay } from '#shared/base/time/day.ts';
import { phraseDistance, withDays } from '#shared/base/time/phrase.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import {
  emailToAsk,
  type Known,
  type KnownFact,
  knownOfHost,
  knownOfProgram,
} from '#shared/world/programs/known-facts.ts';
import { figuresFor, type NationalFigure } from '#shared/world/programs/national-figures.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { certaintyWords, phraseAsOf, phraseSource } from '#shared/world/provenance.ts';
import type { World } from '#shared/world/world.ts';
import { bullets, columns, draft, fold, link, list, section, withLinks } from '../../components.ts';
import { page } from '../layout.ts';

export function programPage(program: Program, world: World, today: Day): string {
  const { name, city, state, kind, pairedCode, note } = program;
  const known = knownOfProgram(program, today);
  const host = world.host(program.institutionId);
  const paired = world.program(pairedCode);
  return entryPage({
    of: 'program',
    id: program.code,
    name,
    intro: html`<p>${kind === 'integrated-ir' ? 'Integrated IR residency' : 'DR residency'} in ${city}, ${state}.</p>
${note ? html`<p>${note}</p>` : ''}
<p class="line">${[
      ...(paired
        ? [
            link(
              programPath(paired.code),
              paired.kind === 'dr' ? 'Its DR residency' : 'Its integrated IR residency',
            ),
          ]
        : []),
      host
        ? link(hostPath(host.id), `Rules for visiting students: ${host.name}`)
        : 'We know of no page about visiting students there yet.',
    ]}</p>`,
    today,
    ...known,
    after: section('figures', 'The whole country', figuresOf(program.kind)),
  });
}

export function hostPage(host: Institution, world: World, today: Day): string {
  const there = world.programsAt(host.id);
  const others = institutions().filter(
    ({ hostId, id }) => hostId === host.hostId && id !== host.id,
  );
  return entryPage({
    of: 'host',
    id: host.id,
    name: host.name,
    intro: html`<p>${host.program}.</p>
<p class="line">${[
      ...there.map(({ code, name, kind }) =>
        link(programPath(code), `${kind === 'dr' ? 'DR' : 'Integrated IR'}: ${name}`),
      ),
      ...others.map(({ id, program }) => link(hostPath(id), `Also there: ${program}`)),
    ]}</p>`,
    today,
    ...knownOfHost(host, today),
  });
}

function entryPage(
  of: {
    readonly of: 'host' | 'program';
    readonly id: string;
    readonly name: string;
    readonly intro: Html;
    readonly after?: Html;
    readonly today: Day;
  } & Known,
): string {
  const { id, name, intro, today, facts, asks, checklist, mailbox = '', noContact, after } = of;
  const subject = of.of === 'host' ? `hosts/${id}` : id;
  const email = emailToAsk(
    of.of === 'host' ? 'visiting student office' : 'residency program',
    name,
    asks,
  );
  return page(
    name,
    html`<h1>${name}</h1>
${intro}
${columns(
  section('known', 'What is known', list(facts.map((fact) => factItem(fact, subject, today)))),
  html`${
    asks.length > 0 &&
    section(
      'unknown',
      'What to ask',
      html`${bullets(asks)}
${
  noContact
    ? html`<p>${noContact} So there is no email to send.</p>`
    : fold(
        'A draft email with these questions',
        draft({ to: mailbox, subject: `Questions about ${name}`, body: email }),
      )
}
<p>${link(cellPath(of.of, id), 'For advisors: enter an answer with its source')}</p>`,
    )
  }
${
  checklist.length > 0 &&
  section(
    'checklist',
    'What to find out about the teaching',
    html`<p>From former rotators, or once you are there: the guide’s signs of a good rotation.</p>
${bullets(checklist)}`,
  )
}
${after ?? ''}`,
)}
<p>${link(PROGRAMS_PATH, 'All programs and hosts')}</p>`,
  );
}

function factItem(fact: KnownFact, subject: string, today: Day): Html {
  const { label, text, certainty, asOf, isOld, hint, ...from } = fact;
  const age = isOld
    ? `${asOf ? `from ${phraseAsOf(asOf)}, more than 12 months old` : 'day not recorded'}: ask again`
    : asOf && (isDay(asOf) ? phraseDistance(today, asOf) : `of ${phraseAsOf(asOf)}`);
  return html`<span${isOld ? html` class="quiet"` : ''}><strong>${inWords(label)}:</strong>
${withLinks(inWords(text))}</span><br><span class="hint">${certaintyWords(certainty, 'applicant')}:
${withLinks(phraseSource(from))}${hint ? ` · a hint: ${hint}. Ask the program` : age ? ` · ${age}` : ''} ·
<a href="${wrongLinePath(subject, label)}">This line is wrong</a></span>`;
}

/** As the table writes it, for a reader. */
function inWords(text: string): string {
  return withDays(text).replaceAll(' | ', '; ');
}

/** Published figures of one specialty, to be read beside a person’s own. They order nothing. */
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
