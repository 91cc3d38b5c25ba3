/** The exports of a cohort, and the log of who exported what. */
import { type Html, html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import { ACT_WORDS, type AuditEntry } from '#shared/cohort/audit.ts';
import { FEED_ENTRIES_MAX } from '#shared/cohort/export/calendar.ts';
import { EXPORT_FORMATS, type Export, FORMAT_WORDS } from '#shared/cohort/export/exports.ts';
import { TOTALS_CELL_MIN } from '#shared/cohort/export/totals.ts';
import { WORKERS } from '#shared/people/advisor/advisor.ts';
import { button, hiddenFields, link, list, section, table } from '../../components.ts';
import { type CohortView, pageOfCohort } from './frame.ts';

interface ExportsView extends CohortView {
  readonly entries: readonly AuditEntry[];
  /** Names of the advisors in the log, by ID. */
  readonly names: ReadonlyMap<string, string>;
  /** The reader's own, until they expire. */
  readonly files: readonly Export[];
  /** The address of the reader's calendar, where it was just made. */
  readonly feed?: string;
  readonly problem?: string;
}

export function exportsPage(view: ExportsView): string {
  const { advisor, cohort, entries, names, problem } = view;
  const { zone } = advisor.profile;
  return pageOfCohort(
    'Export',
    view,
    html`<h1>Export ${cohort.name}</h1>
${problem ? html`<div class="problem" role="alert"><p>${problem}</p></div>` : ''}
${
  WORKERS.includes(advisor.role)
    ? html`${section(
        'people',
        'With names, for advisors',
        html`<p class="hint">Each export is logged with your name. The first two files can be imported again.</p>
${list(
  EXPORT_FORMATS.map(
    (
      format,
    ) => html`<form method="post" action="${cohortPaths(cohort.id).exports}">${hiddenFields({ format })}
<button class="plain">${FORMAT_WORDS[format].label}</button> <span class="quiet">${FORMAT_WORDS[format].text}</span></form>`,
  ),
)}`,
      )}
${filesSection(view)}
${feedSection(view)}`
    : ''
}
<section aria-labelledby="totals"><h2 id="totals">Without names, for everyone else</h2>
<p>Counts for the cohort. A number under ${TOTALS_CELL_MIN} is not shown, and neither is a number that would reveal it.</p>
<p><a class="target" href="${cohortPaths(cohort.id).totals}">Download the totals (CSV)</a></p></section>
<section aria-labelledby="record"><h2 id="record">Export log</h2>
${
  entries.length > 0
    ? table(
        '',
        ['When', 'Who', 'What', 'Applicants'],
        entries
          .toReversed()
          .map(({ at, by, act, format, people }) => [
            phraseInstant(at, zone),
            names.get(by) ?? 'the operator',
            format ? `${ACT_WORDS[act]}: ${FORMAT_WORDS[format].label}` : ACT_WORDS[act],
            String(people),
          ]),
      )
    : html`<p>Nothing has been exported yet.</p>`
}</section>`,
  );
}

function filesSection({ advisor, cohort, files }: ExportsView): Html | '' {
  if (files.length === 0) return '';
  const lines = files.map(({ id, format, state, createdAt, expiresAt }) => {
    const until = phraseInstant(expiresAt, advisor.profile.zone);
    const words = state === 'ready' ? `available until ${until}` : 'being written';
    return html`${link(cohortPaths(cohort.id).exportAt(id), FORMAT_WORDS[format].label)}
<span class="quiet">requested ${phraseInstant(createdAt, advisor.profile.zone)}: ${words}</span>`;
  });
  return section('files', 'Your files', list(lines));
}

function feedSection({ cohort, feed }: ExportsView): Html {
  return section(
    'calendar',
    'A calendar to subscribe to',
    feed
      ? html`<p>Add this address to your calendar app. It is yours alone, so do not share it. It ends with your role here, or when you sign out everywhere.</p>
<p><label for="feed">Address</label><input id="feed" readonly value="${feed}"></p>`
      : button({
          action: cohortPaths(cohort.id).feed,
          label: 'Create a calendar address',
          hint: `Every hard deadline of every applicant, kept up to date; at most ${FEED_ENTRIES_MAX}, the soonest first. Nothing about a visa or health is named.`,
          isPlain: true,
        }),
  );
}

/** @param href where a ready file is downloaded; undefined except for the advisor who requested it */
export function exportPage(
  view: CohortView,
  { format, state, done, bytes, expiresAt }: Export,
  people: number,
  href: string | undefined,
): string {
  const { label } = FORMAT_WORDS[format];
  return pageOfCohort(
    label,
    view,
    html`<h1>${label}</h1>
${
  state === 'ready'
    ? html`<section aria-label="The file">${
        href
          ? html`<p><a class="button" href="${href}">Download the file</a></p>
<p class="quiet">${Math.max(1, Math.round((bytes ?? 0) / 1000))} kB. You can download it until ${phraseInstant(expiresAt, view.advisor.profile.zone)}.
Each download is logged.</p>`
          : html`<p>Only the advisor who requested this file can download it.</p>`
      }</section>`
    : html`<section aria-label="Progress" aria-live="polite">
<progress max="${Math.max(people, 1)}" value="${done}" aria-label="Applicants written">${done} of ${people}</progress>
<p>${done} of ${people} applicants. You can leave this page and come back later.</p></section>`
}`,
    [{ label: 'Export', path: cohortPaths(view.cohort.id).exports }],
  );
}
