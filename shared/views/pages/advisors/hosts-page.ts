/** `/advisors/hosts`: what somebody says is wrong, and every host with its age and its use. */
import { html } from 'hono/html';
import { counted } from '#shared/base/counted.ts';
import type { Html } from '#shared/base/html.ts';
import {
  cellPath,
  DATES_PATH,
  DOUBT_ANSWER_PATH,
  HOSTS_CSV_PATH,
  HOSTS_PATH,
  OFFICE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import { hostPath, PROGRAMS_PATH } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay, phraseInstant } from '#shared/base/time/phrase.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { WORKERS } from '#shared/people/advisor/role.ts';
import type { Doubt } from '#shared/world/corrections/doubts.ts';
import { isDue } from '#shared/world/corrections/host-list.ts';
import { subjectName } from '#shared/world/corrections/subject-name.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { World } from '#shared/world/world.ts';
import {
  banner,
  fold,
  hiddenFields,
  input,
  link,
  list,
  section,
  table,
  tick,
} from '../../components.ts';
import { pagesNav } from '../layout.ts';
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
  readonly problem?: string;
}

export function hostsPage(view: HostsView): string {
  const { advisor, doubts, problem } = view;
  const open = doubts.filter(({ answer }) => !answer);
  return advisorPage(
    problem ? 'Nothing was changed' : 'Hosts',
    advisor,
    [],
    html`<h1>Hosts</h1>
${problem ? banner('problem', problem) : ''}
<p>${link(DATES_PATH, 'Correct a cell, or add a host')} · ${link(HOSTS_CSV_PATH, 'All hosts as CSV')}</p>
${doubtsSection(view, open)}
${hostsSection(view)}`,
  );
}

function doubtsSection(view: HostsView, open: readonly Doubt[]): Html {
  const mayAnswer = WORKERS.includes(view.advisor.role);
  const answered = view.doubts.filter(({ answer }) => answer).toReversed();
  return section(
    'doubts',
    `Said to be wrong (${open.length})`,
    html`${open.length === 0 ? html`<p>Nobody waits for an answer.</p>` : list(open.map((each) => doubtItem(view, each, mayAnswer)))}
${answered.length > 0 ? fold(`Answered (${answered.length})`, list(answered.map((each) => doubtItem(view, each, false)))) : ''}
${mayAnswer ? fold('A host’s office wrote to me', officeForm(), 'form') : ''}`,
  );
}

function doubtItem(view: HostsView, doubt: Doubt, mayAnswer: boolean): Html {
  const { id, at, subject, line, sentence, office, answer } = doubt;
  const name = subjectName(subject, view.world) ?? subject;
  const [, hostId] = /^hosts\/(.+)$/.exec(subject) ?? [];
  const cell = hostId ? cellPath('host', hostId) : cellPath('program', subject);
  return html`${link(`${PROGRAMS_PATH}/${subject}`, name)}: ${line}<br>“${sentence}”
<br><span class="quiet">${office ? `by email from ${office}; students share the domain, so it confirms nothing` : 'by somebody without an account'}, ${phraseInstant(at, view.advisor.profile.zone)}</span>
${answer ? html`<br>${answer.words} <span class="quiet">${answer.by}</span>` : ''}
${mayAnswer ? html`<p>${link(cell, 'Correct it with a source')}</p><form method="post" action="${DOUBT_ANSWER_PATH}">${hiddenFields({ entry: id })}${input({ id: `answer-${id}`, name: 'answer', label: 'Your answer, which the reporter can read', max: 400 })}<button>Answer</button></form>` : ''}`;
}

function officeForm(): Html {
  return html`<form method="post" action="${OFFICE_PATH}"><p class="hint">It enters the queue as one voice. We keep the domain of the address, and not the address.</p>
${input({ id: 'office-host', name: 'institutionId', label: 'The host’s ID, as in the list below', max: 120 })}
${input({ id: 'office-address', name: 'address', label: 'The address it came from', type: 'email', max: 200 })}
${input({ id: 'office-sentence', name: 'sentence', label: 'What the office asks to have corrected', max: 400 })}
<button>Put it in the queue</button></form>`;
}

function hostsSection(view: HostsView): Html {
  const { advisor, hosts, filter, today } = view;
  const pages = Math.max(1, Math.ceil(hosts.length / ROWS_MAX));
  const page = Math.min(view.page, pages);
  const shown = hosts.slice((page - 1) * ROWS_MAX, page * ROWS_MAX);
  const due = hosts.filter((each) => isDue(each, today)).length;
  const query = { text: filter.text, cohort: filter.cohort, ...(filter.old && { old: 'yes' }) };
  return section(
    'hosts',
    `${counted(hosts.length, 'offering')}, ${due} to check again`,
    html`<form method="get" action="${HOSTS_PATH}">
${input({ id: 'text', name: 'text', label: 'Host, offering, city, or state', value: filter.text, max: 120, isOptional: true })}
${tick({ id: 'old', label: 'Only those not checked for 12 months' }, html`name="old" value="yes"${filter.old ? html` checked` : ''}`)}
<div class="field"><label for="cohort">Used by</label><select id="cohort" name="cohort"><option value="">any cohort, or none</option>${advisor.cohortIds.map((id) => html`<option value="${id}"${id === filter.cohort ? html` selected` : ''}>${id}</option>`)}</select></div>
<button>Show</button></form>
${table(
  '',
  ['Offering', 'Place', 'You are', 'Checked', 'Plans', 'ID'],
  shown.map((host) => hostRow(host, view)),
)}
${pagesNav({ page, pages, list: 'Hosts' }, (to) => `${HOSTS_PATH}?${new URLSearchParams({ ...query, page: String(to) })}#hosts`)}`,
  );
}

function hostRow(host: Institution, { today, uses }: HostsView): (Html | string)[] {
  const { id, hostId, name, program, checkedOn, offering } = host;
  const many = (uses.get(id) ?? 0) + (id === hostId ? 0 : (uses.get(hostId) ?? 0));
  const day = checkedOn ? phraseDay(checkedOn) : 'day not recorded';
  return [
    html`${link(hostPath(id), name)}<br><span class="quiet">${program}</span> ${link(cellPath('host', id), 'Correct')}`,
    [offering.city, offering.state].filter(Boolean).join(', '),
    offering.mode,
    isDue(host, today) ? html`<strong>${day}: check again</strong>` : day,
    String(many),
    html`<code>${id}</code>`,
  ];
}
