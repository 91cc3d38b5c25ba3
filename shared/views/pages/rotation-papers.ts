/** The papers of a rotation as a table, what is due first: one press sets the state of one, and several are reported at once. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { type Paper, papersAt } from '#shared/agenda/papers-at.ts';
import { type Html, html } from '#shared/base/html.ts';
import { atForm } from '#shared/base/links/urls.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import { interviewOn, isEntryPaper } from '#shared/plan/documents/entry-paper.ts';
import type { Standing } from '#shared/plan/documents/judge.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import {
  type Body,
  button,
  dateChip,
  fold,
  hiddenFields,
  link,
  list,
  section,
  table,
} from '../components.ts';
import { updateOf } from './person-page.ts';
import type { RotationView } from './rotation-sections.ts';
import { paperStatus, SHAPES, type Shape } from './status.ts';

const SHOWN_MAX = 3;

export function papersSection(view: RotationView): Html | string {
  const { rotation, forms } = view;
  // After the last day, the list is no longer needed.
  const { checklist, notAsked: waived = [] } = rotation;
  if (checklist.length + waived.length === 0 || !isCommitted(rotation.stage)) return '';
  const papers = papersAt(rotation, agendaAt(view.applicant.facts, view.world, view.now));
  const done = papers.filter(({ standing }) => standing.word === 'cleared');
  const open = papers.filter((each) => !done.includes(each));
  // A day that all of them share is shown once.
  const [day, ...days] = new Set(open.map(({ due }) => due));
  const isOneDay = days.length === 0;
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  const head = ['Paper', 'Status', ...(isOneDay ? [] : ['Due'])];
  const rows = (of: readonly Paper[]) =>
    table(
      '',
      head,
      of.map((paper) => rowOf(paper, view).slice(0, head.length)),
    );
  const [first, rest] = [open.slice(0, SHOWN_MAX), open.slice(SHOWN_MAX)];
  return section(
    'checklist',
    `Papers: ${done.length} of ${papers.length} done`,
    html`${day && isOneDay ? html`<p>All due ${dateChip('by', day, today, true)}</p>` : ''}
<p class="quiet">${rotation.dates ? `Each must be valid through ${phraseDay(rotation.dates.end)}, the last day.` : ''}
If the host publishes no list, this is the guide’s default list.</p>
<div class="papers">${open.length > 0 ? rows(first) : ''}
${rest.length > 0 ? fold(`${rest.length} more`, rows(rest), 'rest') : ''}
${open.filter(isPicked).length > 1 ? together(view) : ''}
${done.length > 0 ? fold(`Done (${done.length})`, rows(done)) : ''}
${notAsked(view)}
<p>${forms.filter(({ key }) => key === 'document-updated.new').map(view.linked)}</p></div>`,
  );
}

function rowOf(paper: Paper, view: RotationView): Body[] {
  const { standing, heldBy, due } = paper;
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  const { kind, word, validUntil } = standing;
  const { label } = DOCUMENT_FACTS[kind];
  const box = html`<input type="checkbox" name="kind" value="${kind}" form="papers" aria-label="Select: ${label}">`;
  const isSaid = word !== 'expires-too-early' && (heldBy === 'applicant' || word === 'submitted');
  const { facts } = view.applicant;
  const appointment = kind === 'visa' && interviewOn(view.rotation, facts, view.world);
  const where = atForm(view.action, `document-updated.${kind}`);
  const days = [
    ...(appointment ? [`appointment ${phraseShortDay(appointment)}`] : []),
    ...(validUntil ? [`valid until ${phraseDay(validUntil)}`] : []),
  ];
  return [
    html`<div class="pick">${isPicked({ standing }) ? box : ''}
<span>${link(where, label)}${days.length > 0 ? html`<br><span class="hint">${days.join(', ')}</span>` : ''}</span></div>`,
    html`${isSaid && STATES.some(([status]) => status === word) ? '' : paperStatus(paper, today)}
${states(standing, view)}`,
    due ? dateChip('by', due, today, true) : '',
  ];
}

const STATES: readonly (readonly [status: string, label: string, shape: Shape])[] = [
  ['to-do', 'To do', 'to-do'],
  ['submitted', 'Sent', 'waiting'],
  ['cleared', 'Accepted', 'done'],
  ['not-asked', 'Not asked', 'closed'],
];
const AT_THE_BORDER = ['to-do', 'cleared'];

/** Its current state is the pressed one. */
function states(standing: Standing, view: RotationView): Html {
  const { kind, word } = standing;
  const { label } = DOCUMENT_FACTS[kind];
  const shown = STATES.filter(([status]) => canBe(status, standing));
  return html`<form class="states" method="post" action="${view.action}">${reporting(view, { kind })}
<span role="group" aria-label="${label}">${shown.map(([status, words, shape]) =>
    word === status
      ? html`<button type="button" aria-pressed="true"><span aria-hidden="true">${SHAPES[shape]}</span> ${words}</button>`
      : html`<button name="status" value="${status}" aria-pressed="false">${words}</button>`,
  )}</span></form>`;
}

function reporting(view: RotationView, more: Readonly<Record<string, string>> = {}): Html[] {
  return hiddenFields(updateOf(view, { type: 'document-updated', ...more }));
}

/** A visa or ESTA is never sent to a host, and a paper that expires too early can only be replaced. */
function canBe(status: string, { kind, word }: Standing): boolean {
  if (word === 'expires-too-early') return status === 'cleared' || status === 'not-asked';
  return !isEntryPaper(kind) || AT_THE_BORDER.includes(status);
}

/** What can be reported as sent, together with others. */
function isPicked({ standing }: Pick<Paper, 'standing'>): boolean {
  return standing.word !== 'cleared' && canBe('submitted', standing);
}

function together(view: RotationView): Html {
  return html`<form id="papers" method="post" action="${view.action}">${reporting(view)}
<div class="line"><span class="hint">Report the selected papers:</span>
<button name="status" value="submitted">I sent them</button>
<button class="plain" name="status" value="cleared">Accepted</button>
<button class="plain" name="status" value="not-asked">Not asked</button></div></form>`;
}

/** Each can be put back by one press. */
function notAsked(view: RotationView): Html | '' {
  const { action, rotation } = view;
  const { notAsked: kinds = [] } = rotation;
  if (kinds.length === 0) return '';
  const backs = kinds.map((kind) =>
    button({
      action,
      label: `${DOCUMENT_FACTS[kind].label}: asked for after all`,
      isPlain: true,
      hidden: updateOf(view, { type: 'document-updated', status: 'to-do', kind }),
    }),
  );
  return fold(`Not asked for here (${kinds.length})`, list(backs));
}
