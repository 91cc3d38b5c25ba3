/** One program or host: what is known, with source and age, what is not, and an email to ask. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { cellPath } from '#shared/base/links/advisor-paths.ts';
import { hostPath, PROGRAMS_PATH, programPath, wrongLinePath } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import {
  emailToAsk,
  type Known,
  type KnownFact,
  knownOfHost,
  knownOfProgram,
} from '#shared/world/programs/known-facts.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { certaintyWords, phraseSource } from '#shared/world/source-words.ts';
import type { World } from '#shared/world/world.ts';
import { bullets, fold, link, list, section } from '../../components.ts';
import { page } from '../layout.ts';
import { figuresOf } from './figures.ts';

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
${bullets([
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
])}`,
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
${bullets([
  ...there.map(({ code, name, kind }) =>
    link(programPath(code), `${kind === 'dr' ? 'DR' : 'Integrated IR'}: ${name}`),
  ),
  ...others.map(({ id, program }) => link(hostPath(id), `Also there: ${program}`)),
])}`,
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
  } & Known,
): string {
  const { id, name, intro, facts, asks, checklist, mailbox = '', noContact, after } = of;
  const email = emailToAsk(name, asks);
  const address = `mailto:${mailbox}?subject=${encodeURIComponent(`Questions about ${name}`)}&body=${encodeURIComponent(email)}`;
  return page(
    name,
    html`<h1>${name}</h1>
${intro}
${section('known', 'What is known', list(facts.map((fact) => factItem(fact, of.of === 'host' ? `hosts/${id}` : id))))}
${
  asks.length > 0
    ? section(
        'unknown',
        'What is not known yet',
        html`${bullets(asks)}
${
  noContact
    ? html`<p>${noContact} So there is no email to send.</p>`
    : fold(
        'An email that asks',
        html`<pre class="email">${email}</pre>
<p>${link(address, 'Open it in my email app')}${mailbox ? html` <span class="hint">to ${mailbox}, which its page names</span>` : ''}</p>`,
      )
}
<p>${link(cellPath(of.of, id), 'For advisors: enter an answer with its source')}</p>`,
      )
    : ''
}
${
  checklist.length > 0
    ? section(
        'checklist',
        'What to find out about the teaching',
        html`<p>From former rotators, or once you are there: the guide’s signs of a good rotation.</p>
${bullets(checklist)}`,
      )
    : ''
}
${after ?? ''}
<p>${link(PROGRAMS_PATH, 'All programs and hosts')}</p>`,
  );
}

function factItem(fact: KnownFact, subject: string): Html {
  const { label, text, certainty, asOf, isOld, hint, ...from } = fact;
  return html`<span${isOld ? html` class="quiet"` : ''}><strong>${label}:</strong>
${text}</span><br><span class="hint">${certaintyWords(certainty, 'advisor')}:
${phraseSource(from)}${hint ? ` · a hint: ${hint}. Ask the program` : isOld ? ` · ${asOf ? `from ${phraseDay(asOf)}, more than 12 months old` : 'day not recorded'}: ask again` : ''} · ${link(wrongLinePath(subject, label), 'This line is wrong')}</span>`;
}
