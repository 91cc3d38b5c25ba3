/** `/advisors/hosts`: what was reported as wrong, and every host with its age and its use. */

import { type Html, html } from '#shared/base/html.ts';
import {
  cellPath,
  DATES_PATH,
  DOUBT_ANSWER_PATH,
  HOST_CHECK_PATH,
  HOSTS_CSV_PATH,
  HOSTS_PATH,
  HOSTS_SHEET_PATH,
  OFFICE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import { hostPath, PROGRAMS_PATH } from '#shared/base/links/urls.ts';
import { counted } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay, phraseInstant } from '#shared/base/time/phrase.ts';
import { type Advisor, WORKERS } from '#shared/people/advisor/advisor.ts';
import { type Doubt, subjectName } from '#shared/world/corrections/doubts.ts';
import { isDue } from '#shared/world/corrections/host-list.ts';
import type { SheetProblem } from '#shared/world/corrections/read-sheet.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { World } from '#shared/world/world.ts';
import {
  banner,
  bullets,
  button,
  field,
  fold,
  hiddenFields,
  input,
  link,
  list,
  outgoing,
  section,
  table,
  tick,
} from '../../components.ts';
import { pageOf, pagesNav } from '../layout.ts';
import { advisorPage } from './frame.ts';

const ROWS_MAX = 25;

export interface HostsView {
  readonly advisor: Advisor;
  readonly world: World;
  readonly today: Day;
  readonly doubts: readonly Doubt[];
  readonly hosts: readonly Institution[];
  readonly filter: { readonly text: string; readonly old: boolean; readonly cohort: string };
  /** Plans of the advisor's cohorts, by offering or host. */
  readonly uses: ReadonlyMap<string, number>;
  readonly page: number;
  /** A sentence, or what is wrong with a sheet. */
  readonly problem?: string | readonly SheetProblem[];
  newId(): string;
}

export function hostsPage(view: HostsView): string {
  const { advisor, doubts, problem } = view;
  const open = doubts.filter(({ answer }) => !answer);
  return advisorPage(
    problem ? 'Nothing was changed' : 'Hosts',
    advisor,
    html`<h1>Hosts</h1>
${problem ? banner('problem', typeof problem === 'string' ? problem : sheetProblems(problem)) : ''}
<p>${link(DATES_PATH, 'Corrections')} · ${link(`${DATES_PATH}?of=new-host`, 'Enter a new host')} ·
${link(`${HOSTS_PATH}?old=yes#hosts`, 'Pages due to be checked again')} ·
${link(HOSTS_CSV_PATH, 'All hosts as CSV')} · ${link(`${HOSTS_CSV_PATH}?of=program`, 'All programs as CSV')}</p>
${WORKERS.includes(advisor.role) ? sheetForm() : ''}
${doubtsSection(view, open)}
${hostsSection(view)}`,
  );
}

const PROBLEMS_SHOWN_MAX = 20;

function sheetProblems(problems: readonly SheetProblem[]): Html {
  return html`<p>Nothing of the file was taken.</p>${bullets(
    problems.map(
      ({ line, column, message }) =>
        html`Line ${line}${column ? html`, <code>${column}</code>` : ''}: ${message}`,
    ),
    PROBLEMS_SHOWN_MAX,
  )}`;
}

function sheetForm(): Html {
  return fold(
    'Upload a corrected spreadsheet',
    html`<form method="post" action="${HOSTS_SHEET_PATH}" enctype="multipart/form-data">
<p class="hint">The spreadsheet of all hosts or all programs, with the cells you corrected. You can keep or delete the other rows.
Each changed row needs the page you read (<code>source</code>), the day (<code>checkedOn</code>), and its <code>certainty</code>, official or secondary.
An empty cell changes nothing. In the hosts’ spreadsheet, a row without an ID adds a host, and a row with only a new day records that you read its page again.
You will see what changes, and whom it affects, before anything is saved.</p>
${field({ id: 'sheet', label: 'CSV file' }, (ties) => html`<input type="file" name="file" accept=".csv,text/csv" required ${ties}>`)}
<button>Show what it changes</button></form>`,
    'form',
  );
}

function doubtsSection(view: HostsView, open: readonly Doubt[]): Html {
  const mayAnswer = WORKERS.includes(view.advisor.role);
  const answered = view.doubts.filter(({ answer }) => answer).toReversed();
  return section(
    'doubts',
    `Reported as wrong (${open.length})`,
    html`${open.length === 0 ? html`<p>Nobody is waiting for an answer.</p>` : list(open.map((each) => doubtItem(view, each, mayAnswer)))}
${answered.length > 0 ? fold(`Answered (${answered.length})`, list(answered.map((each) => doubtItem(view, each, false)))) : ''}
${mayAnswer ? fold('A host’s office wrote to me', officeForm(), 'form') : ''}`,
  );
}

function doubtItem(view: HostsView, doubt: Doubt, mayAnswer: boolean): Html {
  const { id, at, subject, line, sentence, office, answer } = doubt;
  const name = subjectName(subject, view.world) ?? subject;
  const [, hostId] = /^hosts\/(.+)$/.exec(subject) ?? [];
  const cell = hostId ? cellPath('host', hostId) : cellPath('program', subject);
  const from = office
    ? `by email from ${office}; students share the domain, so it confirms nothing`
    : 'by someone without an account';
  return html`${link(`${PROGRAMS_PATH}/${subject}`, name)}: ${line}<br>“${sentence}”
<br><span class="quiet">${from}, ${phraseInstant(at, view.advisor.profile.zone)}</span>
${answer ? html`<br>${answer.words} <span class="quiet">${answer.by}</span>` : ''}
${
  mayAnswer &&
  html`<p>${link(cell, 'Correct it with a source')}</p>
<form method="post" action="${DOUBT_ANSWER_PATH}">${hiddenFields({ entry: id })}
${input({ id: `answer-${id}`, name: 'answer', label: 'Your answer, which the reporter can read', max: 400 })}<button>Answer</button></form>`
}`;
}

function officeForm(): Html {
  return html`<form method="post" action="${OFFICE_PATH}"><p class="hint">It joins the queue as one report. We keep only the domain of the address.</p>
${input({ id: 'office-host', name: 'institutionId', label: 'The host’s ID, as in the list below', max: 120 })}
${input({ id: 'office-address', name: 'address', label: 'The address it came from', type: 'email', max: 200 })}
${input({ id: 'office-sentence', name: 'sentence', label: 'What the office asks to have corrected', max: 400 })}
<button>Put it in the queue</button></form>`;
}

function hostsSection(view: HostsView): Html {
  const { advisor, hosts, filter, today } = view;
  const { page, pages, shown } = pageOf(hosts, view.page, ROWS_MAX);
  const due = hosts.filter((each) => isDue(each, today)).length;
  const query = { text: filter.text, cohort: filter.cohort, ...(filter.old && { old: 'yes' }) };
  return section(
    'hosts',
    `${counted(hosts.length, 'offering')}, ${due} to check again`,
    html`<form method="get" action="${HOSTS_PATH}">
${input({ id: 'text', name: 'text', label: 'Host, offering, city, or state', value: filter.text, max: 120, isOptional: true })}
${tick({ id: 'old', label: 'Only those not checked for 12 months' }, html`name="old" value="yes"${filter.old ? html` checked` : ''}`)}
<div class="field"><label for="cohort">Used by</label>
<select id="cohort" name="cohort"><option value="">any cohort, or none</option>
${advisor.cohortIds.map((id) => html`<option value="${id}"${id === filter.cohort ? html` selected` : ''}>${id}</option>`)}</select></div>
<button>Show</button></form>
${table(
  '',
  ['Offering', 'Place', 'Role', 'Checked', 'Plans', 'ID'],
  shown.map((host) => hostRow(host, view)),
)}
${pagesNav({ page, pages, list: 'Hosts' }, (to) => `${HOSTS_PATH}?${new URLSearchParams({ ...query, page: String(to) })}#hosts`)}`,
  );
}

function hostRow(host: Institution, view: HostsView): (Html | string)[] {
  const { advisor, today, uses, newId } = view;
  const { id, name, program, checkedOn, offering } = host;
  const day = checkedOn ? phraseDay(checkedOn) : 'day not recorded';
  return [
    html`${link(hostPath(id), name)}<br><span class="quiet">${program}</span> ${link(cellPath('host', id), 'Correct')}`,
    [offering.city, offering.state].filter(Boolean).join(', '),
    offering.mode,
    isDue(host, today)
      ? html`<strong>${day}: check again</strong>${WORKERS.includes(advisor.role) ? checkForm(host, newId()) : ''}`
      : day,
    String(uses.get(id) ?? 0),
    html`<code>${id}</code>`,
  ];
}

/** Beside the page itself: the page is read before it is recorded as unchanged. */
function checkForm({ id, offering }: Institution, update: string): Html {
  const [url] = offering.sources;
  return html`${url ? html`<br>${outgoing({ label: 'its page', url })}` : ''}${button({
    action: HOST_CHECK_PATH,
    label: 'Checked today: no change',
    hidden: { update, institutionId: id },
    isPlain: true,
  })}`;
}
