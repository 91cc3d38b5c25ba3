/** What can be taken out of a cohort, and who took what. */
import { html } from 'hono/html';
import { TOTALS_CELL_MIN } from '#shared/base/limits.ts';
import { cohortPath, exportsPath, totalsPath } from '#shared/base/links/advisor-paths.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { ACT_WORDS, type AuditEntry } from '#shared/cohort/audit.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Export } from '#shared/cohort/export/export-item.ts';
import { EXPORT_FORMATS, FORMAT_WORDS } from '#shared/cohort/export/formats.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';
import { advisorPage } from './frame.ts';

/** @param names of the advisors in the record, by id */
export function exportsPage(
  advisor: Advisor,
  cohort: Cohort,
  entries: readonly AuditEntry[],
  names: ReadonlyMap<string, string>,
): string {
  const { zone } = advisor.profile;
  return advisorPage(
    'Export',
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<h1>Export ${cohort.name}</h1>
${
  WORKERS.includes(advisor.role)
    ? html`<section aria-labelledby="people"><h2 id="people">With names, for the advising team</h2>
<p class="hint">Each export is written down with your name. What the first two hold, an import reads.</p>
<ul class="list">${EXPORT_FORMATS.map(
        (format) => html`<li><form method="post" action="${exportsPath(cohort.id)}">
<input type="hidden" name="format" value="${format}">
<button class="plain">${FORMAT_WORDS[format].label}</button> <span class="quiet">${FORMAT_WORDS[format].text}</span></form></li>
`,
      )}</ul></section>`
    : ''
}
<section aria-labelledby="totals"><h2 id="totals">Without names, for everybody else</h2>
<p>Counts of the cohort. A number under ${TOTALS_CELL_MIN} is not shown, nor the one it would follow from.</p>
<p><a class="target" href="${totalsPath(cohort.id)}">Download the totals (CSV)</a></p></section>
<section aria-labelledby="record"><h2 id="record">Who took what</h2>
${
  entries.length > 0
    ? html`<table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Applicants</th></tr></thead>
<tbody>${entries.toReversed().map(
        ({
          at,
          by,
          act,
          format,
          people,
        }) => html`<tr><th scope="row">${phraseInstant(at, zone)}</th><td>${names.get(by) ?? 'the operator'}</td><td>${ACT_WORDS[act]}${format ? `: ${FORMAT_WORDS[format].label}` : ''}</td><td>${people}</td></tr>
`,
      )}</tbody></table>`
    : html`<p>Nobody has taken anything yet.</p>`
}</section>`,
  );
}

/** @param href where a ready file is fetched; undefined for anybody but who asked for it */
export function exportPage(
  advisor: Advisor,
  cohort: Cohort,
  { format, state, done, bytes, expiresAt }: Export,
  people: number,
  href: string | undefined,
): string {
  const { label } = FORMAT_WORDS[format];
  return advisorPage(
    label,
    advisor,
    [
      { label: cohort.name, path: cohortPath(cohort.id) },
      { label: 'Export', path: exportsPath(cohort.id) },
    ],
    html`<h1>${label}</h1>
${
  state === 'ready'
    ? html`<section aria-label="The file">${
        href
          ? html`<p><a class="button" href="${href}">Download the file</a></p>
<p class="quiet">${Math.max(1, Math.round((bytes ?? 0) / 1000))} kB. It can be fetched by you until ${phraseInstant(expiresAt, advisor.profile.zone)}; each fetch is written down.</p>`
          : html`<p>This file is for whoever asked for it, until it is too old.</p>`
      }</section>`
    : html`<section aria-label="Progress" aria-live="polite">
<progress max="${Math.max(people, 1)}" value="${done}" aria-label="Applicants written">${done} of ${people}</progress>
<p>${done} of ${people} applicants. You can leave this page and come back to its address.</p></section>`
}`,
  );
}
