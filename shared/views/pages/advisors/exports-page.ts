/** The exports of a cohort, and the log of who exported what. */
import { html } from 'hono/html';
import { cohortPath, exportsPath, totalsPath } from '#shared/base/links/advisor-paths.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { ACT_WORDS, type AuditEntry } from '#shared/cohort/audit.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Export } from '#shared/cohort/export/export-item.ts';
import { EXPORT_FORMATS, FORMAT_WORDS } from '#shared/cohort/export/formats.ts';
import { TOTALS_CELL_MIN } from '#shared/cohort/export/totals.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';
import { advisorPage } from './frame.ts';

/** @param names of the advisors in the log, by id */
export function exportsPage(
  advisor: Advisor,
  cohort: Cohort,
  entries: readonly AuditEntry[],
  names: ReadonlyMap<string, string>,
  problem?: string,
): string {
  const { zone } = advisor.profile;
  return advisorPage(
    'Export',
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<h1>Export ${cohort.name}</h1>
${problem ? html`<div class="problem" role="alert"><p>${problem}</p></div>` : ''}
${
  WORKERS.includes(advisor.role)
    ? html`<section aria-labelledby="people"><h2 id="people">With names, for advisors</h2>
<p class="hint">Each export is logged with your name. The first two files can be imported again.</p>
<ul class="list">${EXPORT_FORMATS.map(
        (format) => html`<li><form method="post" action="${exportsPath(cohort.id)}">
<input type="hidden" name="format" value="${format}">
<button class="plain">${FORMAT_WORDS[format].label}</button> <span class="quiet">${FORMAT_WORDS[format].text}</span></form></li>
`,
      )}</ul></section>`
    : ''
}
<section aria-labelledby="totals"><h2 id="totals">Without names, for everyone else</h2>
<p>Counts for the cohort. A number under ${TOTALS_CELL_MIN} is not shown, and neither is a number that would reveal it.</p>
<p><a class="target" href="${totalsPath(cohort.id)}">Download the totals (CSV)</a></p></section>
<section aria-labelledby="record"><h2 id="record">Export log</h2>
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
    : html`<p>Nothing has been exported yet.</p>`
}</section>`,
  );
}

/** @param href where a ready file is downloaded; undefined except for the advisor who requested it */
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
<p class="quiet">${Math.max(1, Math.round((bytes ?? 0) / 1000))} kB. You can download it until ${phraseInstant(expiresAt, advisor.profile.zone)}.
Each download is logged.</p>`
          : html`<p>Only the advisor who requested this file can download it.</p>`
      }</section>`
    : html`<section aria-label="Progress" aria-live="polite">
<progress max="${Math.max(people, 1)}" value="${done}" aria-label="Applicants written">${done} of ${people}</progress>
<p>${done} of ${people} applicants. You can leave this page and come back later.</p></section>`
}`,
  );
}
