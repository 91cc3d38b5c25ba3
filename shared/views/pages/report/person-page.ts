/** One applicant as an advisor sees them: risks with their data, cases, and rotations. */
import { html } from 'hono/html';
import { counted } from '#shared/base/counted.ts';
import type { Html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { personPath } from '#shared/base/links/report-paths.ts';
import { daysBetween } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay, phraseLocal } from '#shared/base/time/phrase.ts';
import type { CaseOwner } from '#shared/cohort/acts.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import type { Finding } from '#shared/cohort/risk/finding.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { historyWords } from '#shared/people/applicant/history-words.ts';
import { type Case, CLOSE_WORDS, openCaseOf } from '#shared/people/casework/casework.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { hostRules } from '#shared/words/host-rules.ts';
import type { World } from '#shared/world/world.ts';
import { section } from '../../components.ts';
import { foldedForm, formMarkup, problemSummary } from '../../forms/form.ts';
import { advisorPage } from '../advisors/frame.ts';
import { hostRulesFolded } from '../host-rules.ts';
import { caseForms } from './case-forms.ts';
import { contactInFull } from './contact.ts';
import { reachWords } from './people.ts';
import { findingItem, planStatus } from './risk-words.ts';
import { rotationsTable } from './rotations-table.ts';
import { wordFormOf, wordForms } from './word-forms.ts';

interface PersonView {
  readonly advisor: Advisor;
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  /** Already advanced to `now`. */
  readonly applicant: Applicant;
  readonly row: ReportRow;
  /** Who may own the case. */
  readonly team: readonly CaseOwner[];
  readonly world: World;
  readonly now: Instant;
  newId(): string;
  /** The accepted update that this page confirms. */
  readonly done?: string;
}

export function personPage(view: PersonView, problem?: Problem): string {
  const { advisor, cohort, applicant, row, now } = view;
  const { name } = applicant.facts.profile;
  const today = dayIn(EASTERN, now);
  const words = wordsOf(view);
  const keys = new Set(words.flatMap(([, forms]) => forms.map(({ key }) => key)));
  const answerTo = (finding: Finding) => {
    const key = wordFormOf(finding, applicant.facts, view.world, now);
    return key && keys.has(key) ? key : undefined;
  };
  return advisorPage(
    problem ? 'Nothing was changed' : name,
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<div class="wide"><h1>${name}</h1>
${problemSummary(problem, [...caseForms(applicant, advisor, view.team, now), ...words.flatMap(([, forms]) => forms)])}
${receipt(view)}
<p>${planStatus(row)} <span class="quiet">${reachWords(applicant.reach)}</span></p>
${advisor.role === 'auditor' ? '' : contactInFull(row.of, now)}
<section aria-labelledby="risks"><h2 id="risks">Risks</h2>
${row.findings.length > 0 ? html`<ul class="list">${row.findings.map((each) => findingItem(each, answerTo(each)))}</ul>` : html`<p>Nothing is late, lost, or with someone else.</p>`}
</section>
${caseSection(view, problem)}
${wordSection(view, words, problem)}
<section aria-labelledby="rotations"><h2 id="rotations">Rotations</h2>${rotationsTable(row.of, today)}${rulesOfHosts(view)}</section>
</div>`,
  );
}

type Words = readonly (readonly [name: string, forms: readonly Form[]])[];

function wordsOf({ advisor, applicant: { facts }, world, now }: PersonView): Words {
  if (advisor.role === 'auditor') return [];
  return facts.rotations.map((each) => [nameOf(each), wordForms(each, facts, world, now)]);
}

/** What was said in a call, recorded on the applicant's word. */
function wordSection(view: PersonView, words: Words, problem?: Problem): Html | string {
  const { applicant, cohort } = view;
  const action = personPath(cohort.id, applicant.id);
  const ties = () => ({ action, revision: applicant.revision, updateId: view.newId() });
  if (words.length === 0) return '';
  return section(
    'words',
    'Record what the applicant said',
    words.map(
      ([name, forms]) =>
        html`<h3>${name}</h3>${forms.map((form) => foldedForm(form, ties(), false, problem))}`,
    ),
  );
}

/** For each rotation ahead, what its host's page says about this applicant. */
function rulesOfHosts({ applicant: { facts }, world }: PersonView): Html[] {
  return facts.rotations.flatMap((rotation) => {
    const rules = hostRules(rotation, facts, world, 'advisor');
    return rules.length > 0
      ? [html`<h3>The host’s rules: ${nameOf(rotation)}</h3>${hostRulesFolded(rules)}`]
      : [];
  });
}

function caseSection(view: PersonView, problem?: Problem): Html {
  const { advisor, applicant, cohort, now } = view;
  const open = openCaseOf(applicant.casework);
  const past = (applicant.casework?.cases ?? []).filter(({ closed }) => closed).toReversed();
  const action = personPath(cohort.id, applicant.id);
  const ties = () => ({ action, revision: applicant.revision, updateId: view.newId() });
  const forms = advisor.role === 'auditor' ? [] : caseForms(applicant, advisor, view.team, now);
  return html`<section aria-labelledby="case"><h2 id="case">Case</h2>
${open ? openCase(open, now) : html`<p>No case is open. One red or lost reason, a question that is open for a month, or two amber reasons open one automatically.</p>`}
${forms.map((form) =>
  form.type === 'case-undone' ? formMarkup(form, ties()) : foldedForm(form, ties(), false, problem),
)}
${
  past.length > 0
    ? html`<h3>Closed cases</h3><ul class="list">${past.map(
        (each) =>
          html`<li>${each.codes.join(', ') || 'opened by hand'}, ${phraseDay(dayIn(EASTERN, each.openedAt))} to
${each.closed ? phraseDay(dayIn(EASTERN, each.closed.at)) : ''}:
${each.closed ? CLOSE_WORDS[each.closed.reason] : ''}${each.closed?.note ? html`. ${each.closed.note}` : ''}</li>
`,
      )}</ul>`
    : ''
}
</section>`;
}

function openCase(open: Case, now: Instant): Html {
  const openedOn = dayIn(EASTERN, open.openedAt);
  const age = daysBetween(openedOn, dayIn(EASTERN, now));
  return html`<dl class="facts">
<dt>Opened</dt><dd>${phraseDay(openedOn)}, ${counted(age, 'day')} ago, ${open.openedBy === 'rules' ? `by the rules: ${open.codes.join(', ')}` : 'by hand'}</dd>
<dt>Owner</dt><dd>${open.owner ?? 'nobody yet'}</dd>
<dt>Follow up</dt><dd>${open.followUpOn ? phraseDay(open.followUpOn) : 'no day set'}</dd>
<dt>Last contact</dt><dd>${open.contactedOn ? phraseDay(open.contactedOn) : 'none recorded'}</dd>
<dt>Note</dt><dd>${open.note ?? 'none'}</dd>
</dl>`;
}

function receipt({ applicant, done, advisor }: PersonView): Html | string {
  const update = applicant.accepted.find(({ id }) => id === done);
  const entry = applicant.history.find(({ id }) => id === done);
  const words = update && (DONE[update.type] ?? (entry && historyWords(entry)));
  if (!update || !words) return '';
  return html`<div class="done" role="status"><p><span class="status done"><span aria-hidden="true">●</span> Recorded:</span>
${words}, ${phraseLocal(update.at, advisor.profile.zone)}.</p></div>`;
}

const DONE: Readonly<Record<string, string>> = {
  'case-opened': 'the case is open',
  'case-updated': 'the case was updated',
  'case-closed': 'the case is closed',
  'case-undone': 'the last update of the case was undone',
};
