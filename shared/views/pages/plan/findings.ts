/** What the plan check found: what is impossible, risky, or advised. The rest is folded. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { type Html, html } from '#shared/base/html.ts';
import { type Finding, findingsOf, type Severity } from '#shared/words/findings.ts';
import { fold, list, section, withLinks } from '../../components.ts';
import type { PageView } from '../person-page.ts';

const WORDS: Readonly<Record<Severity, string>> = {
  impossible: 'Not possible as planned',
  warning: 'Risk',
  advice: 'Advice',
  reference: 'Good to know',
};
const SHOWN_MAX = 3;

/** What is missing or at risk. A conflict is on the row of its rotation instead. */
export function findingsSection(found: readonly Finding[]): Html | '' {
  const shown = found.filter(({ severity }) => severity !== 'reference').slice(0, SHOWN_MAX);
  const folded = found.filter((each) => !shown.includes(each));
  if (found.length === 0) return '';
  return section(
    'findings',
    'Gaps',
    html`${shown.length > 0 ? list(shown.map(brief)) : html`<p>We found none.</p>`}
${folded.length > 0 ? fold(`More to know (${folded.length})`, findingsList(folded)) : ''}`,
  );
}

/** Gravest first. */
export function foundIn({ applicant: { facts }, world, now }: PageView): Finding[] {
  return findingsOf(agendaAt(facts, world, now));
}

function brief({ severity, text, fix, source }: Finding): Html {
  const word = html`<span class="status${severity === 'warning' ? ' late' : ''}">${WORDS[severity]}.</span>`;
  return fold(
    html`${word} ${text}`,
    html`<p>${fix}</p><p class="hint">Source: ${withLinks(source)}</p>`,
  );
}

export function findingsList(found: readonly Finding[]): Html | '' {
  return list(
    found.map(
      ({ severity, text, fix, source }) =>
        html`<span class="status${severity === 'impossible' || severity === 'warning' ? ' late' : ''}">${WORDS[severity]}.</span>
${text}<br>${fix}<br><span class="hint">Source: ${withLinks(source)}</span>`,
    ),
  );
}
