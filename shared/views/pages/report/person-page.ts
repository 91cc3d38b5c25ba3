/** One applicant as an advisor sees them: risks with their data, cases, and rotations. */
import { firstApplicationBy } from '#shared/agenda/matters/season.ts';
import { type Html, html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { capital, counted } from '#shared/base/sentence.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance, phraseLocal } from '#shared/base/time/phrase.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import type { Finding } from '#shared/cohort/risk/finding.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import { historyWords } from '#shared/people/applicant/history-words.ts';
import { type Case, CLOSE_WORDS, openCaseOf } from '#shared/people/casework/casework.ts';
import { codeWords } from '#shared/people/casework/codes.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import type { Applicant, Past } from '#shared/people/person/applicant.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { phraseFirstApplication } from '#shared/words/deadline-words.ts';
import { hostRules } from '#shared/words/host-rules.ts';
import { LETTER_STATUS_WORDS, PARTY_WORDS } from '#shared/words/plan-words.ts';
import type { World } from '#shared/world/world.ts';
import {
  type Body,
  banner,
  columns,
  fold,
  hiddenFields,
  labeled,
  link,
  list,
  section,
  table,
} from '../../components.ts';
import {
  type FormTies,
  fieldsOf,
  foldedForm,
  formMarkup,
  formOfType,
  problemSummary,
} from '../../forms/form.ts';
import { type CohortView, pageOfCohort } from '../advisors/frame.ts';
import { hostRulesFolded } from '../host-rules.ts';
import { stateWords } from '../rotation-words.ts';
import { status } from '../status.ts';
import { type ActsChoices, callForm, contactInFull, planActs } from './acts-form.ts';
import { caseForms, wordFormOf, wordForms } from './advisor-forms.ts';
import { reachWords } from './people.ts';
import { findingItem, planStatus } from './risk-words.ts';
import { timeline } from './timeline.ts';

export interface PersonView extends CohortView, ActsChoices {
  /** Already advanced to `now`. */
  readonly applicant: Applicant;
  readonly row: ReportRow;
  readonly world: World;
  readonly now: Instant;
  newId(): string;
  /** The older past. */
  readonly chunks: readonly Past[];
  /** The page of the timeline that is shown. */
  readonly page: number;
  /** The accepted update that this page confirms. */
  readonly done?: string;
  /** What an act on this applicant did. */
  readonly acted?: string;
}

export function personPage(view: PersonView, problem?: Problem): string {
  const { advisor, cohort, applicant, row, now } = view;
  const { name } = applicant.facts.profile;
  const words = wordsOf(view);
  const keys = new Set(words.flatMap(([, forms]) => forms.map(({ key }) => key)));
  const answerTo = (finding: Finding) => {
    const key = wordFormOf(finding, applicant.facts, view.world, now);
    return key && keys.has(key) ? key : undefined;
  };
  return pageOfCohort(
    problem ? 'Nothing was changed' : name,
    view,
    html`<div class="wide"><h1>${name}</h1>
${problemSummary(problem, [phoneForm(applicant), ...caseForms(applicant, advisor, view.team, now), ...words.flatMap(([, forms]) => forms)])}
${view.acted ? banner('done', view.acted) : receipt(view)}
<p>${planStatus(row)} <span class="quiet">${reachWords(applicant.reach)}</span>${firstApplication(view)}</p>
${advisor.role === 'auditor' ? '' : html`${contactInFull(row.of, now)}${actsSection(view, problem)}`}
${columns(
  html`${section('risks', 'Risks', risks(row, answerTo))}
${caseSection(view, problem)}
${wordSection(view, words, problem)}
${section('rotations', 'Rotations', rotations(view))}`,
  timeline(
    applicant,
    view.chunks,
    view.page,
    advisor.profile.zone,
    cohortPaths(cohort.id).personAt(applicant.id),
  ),
)}
</div>`,
  );
}

/** Shown for a plan without a rotation. */
function firstApplication({ row, applicant, world, now }: PersonView): string {
  const { matchYear } = applicant.facts.profile;
  const by = firstApplicationBy(world.season(matchYear));
  const isEmpty = row.of.outlook?.state === 'nothing-planned';
  return isEmpty && by ? ` ${phraseFirstApplication(by, matchYear, dayIn(EASTERN, now))}` : '';
}

/** A phone shows this many whole. */
const FINDINGS_FIRST = 3;

function risks({ findings }: ReportRow, answerTo: (finding: Finding) => string | undefined): Html {
  if (findings.length === 0) return html`<p>Nothing is late, lost, or with someone else.</p>`;
  const items = findings.map((each) => findingItem(each, answerTo(each)));
  const rest = items.slice(FINDINGS_FIRST);
  return html`<ul class="list">${items.slice(0, FINDINGS_FIRST)}</ul>
${rest.length > 0 && fold(`${rest.length} more`, html`<ul class="list">${rest}</ul>`)}`;
}

/** What is closed, and what hosts' pages say, is second. */
function rotations(view: PersonView): Html {
  const { row, now } = view;
  const today = dayIn(EASTERN, now);
  const closed = row.of.rotations.filter(({ stage }) => stage === 'closed');
  const open = row.of.rotations.filter(({ stage }) => stage !== 'closed');
  const rules = rulesOfHosts(view);
  return html`${open.length > 0 || closed.length === 0 ? rotationsTable({ ...row.of, rotations: open }, today) : ''}
${closed.length > 0 ? fold(`Closed (${closed.length})`, rotationsTable({ ...row.of, rotations: closed }, today)) : ''}
${rules.length > 0 ? fold('What the hosts’ pages say about this applicant', rules) : ''}`;
}

export const PHONE_FIELD = 'profile.phone';

/** About the applicant rather than a case: how to reach them, and whose report they are on. */
function actsSection(view: PersonView, problem?: Problem): Html {
  const { applicant, cohort, cohorts, newId } = view;
  const phone = phoneForm(applicant);
  const acts = (body: Html) =>
    html`<form method="post" action="${cohortPaths(cohort.id).acts}">${hiddenFields({ update: newId(), from: 'person', person: applicant.id })}${body}</form>`;
  return html`<p class="line">${link(`${cohortPaths(cohort.id).message}?person=${applicant.id}`, 'Write')}
${link(cohortPaths(cohort.id).planRead(applicant.id), 'The plan as the applicant sees it')}</p>
${fold('Log a call', acts(callForm()), 'form')}
${fold(
  'Phone, address, link, archive, move',
  html`${formMarkup(phone, tiesOf(view), problem)}
<p>${link(cohortPaths(cohort.id).vouch(applicant.id), 'Lost mailbox? Ask for another address')}</p>
${acts(planActs(cohorts))}`,
  'form',
  problem?.form === phone.key,
)}`;
}

function tiesOf({ applicant, cohort, newId }: PersonView): FormTies {
  const action = cohortPaths(cohort.id).personAt(applicant.id);
  return { action, revision: applicant.revision, updateId: newId() };
}

function phoneForm({ facts: { profile } }: Pick<Applicant, 'facts'>): Form {
  return formOfType('profile-changed', {
    title: 'Phone number',
    text: 'The applicant is shown that you entered it, and can change it.',
    fields: fieldsOf('profile-changed', {
      [PHONE_FIELD]: { required: true, hint: 'Include the country code.' },
    }).filter(({ name }) => name === PHONE_FIELD),
    values: { [PHONE_FIELD]: profile.phone ?? '' },
    button: 'Save the phone number',
  });
}

type Words = readonly (readonly [name: string, forms: readonly Form[]])[];

function wordsOf({ advisor, applicant: { facts }, world, now }: PersonView): Words {
  if (advisor.role === 'auditor') return [];
  return facts.rotations.map((each) => [nameOf(each), wordForms(each, facts, world, now)]);
}

/** What was said in a call, recorded on the applicant's word. */
function wordSection(view: PersonView, words: Words, problem?: Problem): Html | string {
  if (words.length === 0) return '';
  const isRefused = (forms: readonly Form[]) => forms.some(({ key }) => key === problem?.form);
  return section(
    'words',
    'Record what the applicant said',
    words.map(([name, forms]) =>
      fold(
        name,
        forms.map((form) => foldedForm(form, tiesOf(view), false, problem)),
        'form',
        isRefused(forms),
      ),
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
  const { advisor, applicant, now } = view;
  const open = openCaseOf(applicant.casework);
  const past = (applicant.casework?.cases ?? []).toReversed().flatMap(closedWords);
  const forms = advisor.role === 'auditor' ? [] : caseForms(applicant, advisor, view.team, now);
  return section(
    'case',
    'Case',
    html`${
      open
        ? openCase(open, view)
        : html`<p>No case is open.
One red or lost reason, a question that is open for a month, or two amber reasons open one automatically.</p>`
    }
${forms.map((form) =>
  form.type === 'case-undone'
    ? formMarkup(form, tiesOf(view))
    : foldedForm(form, tiesOf(view), false, problem),
)}
${past.length > 0 && fold(`Closed cases (${past.length})`, list(past))}`,
  );
}

function closedWords({ codes, openedAt, closed }: Case): Html[] {
  if (!closed) return [];
  const [from, to] = [openedAt, closed.at].map((at) => phraseDay(dayIn(EASTERN, at)));
  return [
    html`${codeWords(codes) || 'opened by hand'}, ${from} to ${to}: ${CLOSE_WORDS[closed.reason]}${closed.note && `. ${closed.note}`}`,
  ];
}

function openCase(open: Case, { team, now }: PersonView): Html {
  const owner = team.find(({ id }) => id === open.ownerId)?.name ?? open.owner;
  const openedOn = dayIn(EASTERN, open.openedAt);
  const age = daysBetween(openedOn, dayIn(EASTERN, now));
  const facts = [
    `Opened ${phraseDay(openedOn)}, ${counted(age, 'day')} ago, ${open.openedBy === 'rules' ? `by the rules: ${codeWords(open.codes)}` : 'by hand'}`,
    `owner: ${owner ?? 'nobody yet'}`,
    `follow up: ${open.followUpOn ? phraseDay(open.followUpOn) : 'no day set'}`,
    `last contact: ${open.contactedOn ? phraseDay(open.contactedOn) : 'none recorded'}`,
  ];
  return html`<p>${facts.join(' · ')}</p>${open.note ? html`<p>“${open.note}”</p>` : ''}`;
}

function receipt({ applicant, done, advisor }: PersonView): Html | string {
  const update = applicant.accepted.find(({ id }) => id === done);
  const entry = applicant.history.find(({ id }) => id === done);
  if (!update || !entry) return '';
  return banner(
    'done',
    html`<p>${status('done', 'Recorded:')} ${historyWords(entry, 'advisor')}, ${phraseLocal(update.at, advisor.profile.zone)}.</p>`,
  );
}

export function rotationsTable({ name, rotations }: Summary, today: Day): Html {
  if (rotations.length === 0) return html`<p class="quiet">No rotation on the plan yet.</p>`;
  return table(
    `Rotations of ${name}`,
    ['Host', 'Dates', 'Step', 'Waiting on', 'Documents', 'Letters', 'Next step'],
    rotations.map((rotation) => rotationRow(rotation, today)),
  );
}

function rotationRow(rotation: SummaryRotation, today: Day): Body[] {
  const { host, specialty, mode, start, end, stage, since, letters, outlook } = rotation;
  const { documents: papers, next } = outlook ?? {};
  const state = stateWords(rotation, 'advisor');
  return [
    html`${host}<br><span class="quiet">${specialty.toUpperCase()}, ${mode}</span>`,
    start && end ? `${phraseDay(start)} to ${phraseDay(end)}` : 'not known',
    html`${stage === 'closed' ? capital(state) : `${STAGES[stage].title}, ${state}`}<br>
<span class="quiet">for ${counted(daysBetween(since, today), 'day')}</span>`,
    labeled('Waiting on', outlook && stage !== 'closed' && PARTY_WORDS[outlook.waitingOn]),
    labeled(
      'Documents',
      papers && `${papers.cleared} ok, ${papers.pending} pending, ${papers.expiring} expiring`,
    ),
    labeled(
      'Letters',
      letters.length > 0 &&
        letters.map(({ writer, status }) => html`${writer}: ${LETTER_STATUS_WORDS[status]}<br>`),
    ),
    labeled(
      'Next step',
      next && `${capital(next.title)}: ${phraseDay(next.day)}, ${phraseDistance(today, next.day)}`,
    ),
  ];
}
