/** What the plan check found: what is impossible, risky, or advised. The rest is folded. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { type Html, html } from '#shared/base/html.ts';
import { type Finding, findingsOf, type Severity } from '#shared/words/findings.ts';
import { firstOf, fold, list, section, withLinks } from '../../components.ts';
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
    html`${shown.length > 0 ? '' : html`<p>We found none.</p>`}
${firstOf([...shown.map(brief), ...folded.map(whole)], { phone: Math.min(shown.length, 1), desk: shown.length })}`,
  );
}

/** Gravest first. */
export function foundIn({ applicant: { facts }, world, now }: PageView): Finding[] {
  return findingsOf(agendaAt(facts, world, now));
}

function brief(finding: Finding): Html {
  const { text, fix, source } = finding;
  return fold(
    html`${wordOf(finding)} ${text}`,
    html`<p>${fix}</p><p class="hint">Source: ${withLinks(source)}</p>`,
  );
}

export function findingsList(found: readonly Finding[]): Html | '' {
  return list(found.map(whole));
}

function whole(finding: Finding): Html {
  const { text, fix, source } = finding;
  return html`${wordOf(finding)} ${text}<br>${fix}<br><span class="hint">Source: ${withLinks(source)}</span>`;
}

function wordOf({ severity }: Finding): Html {
  const isBad = severity === 'impossible' || severity === 'warning';
  return html`<span class="status${isBad ? ' late' : ''}">${WORDS[severity]}.</span>`;
}
