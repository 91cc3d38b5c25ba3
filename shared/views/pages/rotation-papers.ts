/** The papers of a rotation as a table, what is due first; several are reported at once. */
import { html } from 'hono/html';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { dayShown } from '#shared/agenda/matter.ts';
import type { Html } from '#shared/base/html.ts';
import { type Day, LAST_DAY } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { judgeChecklist, type Standing } from '#shared/plan/documents/judge.ts';
import type { ChecklistItem } from '#shared/plan/facts/document.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import { type Body, dateChip, fold, hiddenFields, section, table } from '../components.ts';
import { type PageView, tiesOf } from './person-page.ts';
import { standingStatus } from './status.ts';

interface Paper {
  readonly standing: Standing;
  readonly item: ChecklistItem | undefined;
  readonly due: Day | undefined;
}

export function papersSection(
  view: PageView,
  rotation: Rotation,
  forms: readonly Form[],
  folded: (form: Form) => Html,
): Html | string {
  // After the last day, the list is no longer needed.
  if (rotation.checklist.length === 0 || !isCommitted(rotation.stage)) return '';
  const papers = papersOf(view, rotation);
  const done = papers.filter(({ standing }) => standing.word === 'cleared');
  const open = papers.filter((each) => !done.includes(each));
  const row = (paper: Paper) => rowOf(paper, view, forms, folded);
  const head = ['Paper', 'Status', 'Valid until', 'Due'];
  return section(
    'checklist',
    `Papers: ${done.length} of ${papers.length} done`,
    html`<p class="quiet">${rotation.dates ? `Each must be valid through ${phraseDay(rotation.dates.end)}, the last day.` : ''} If the host publishes no list, this is the guide’s default list.</p>
${open.length > 0 ? table('', head, open.map(row)) : ''}
${open.filter(isPicked).length > 1 ? together(view, rotation) : ''}
${done.length > 0 ? fold(`Done (${done.length})`, table('', head, done.map(row))) : ''}`,
  );
}

function papersOf({ applicant: { facts }, world, now }: PageView, rotation: Rotation): Paper[] {
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const { matters } = agendaAt(facts, world, now);
  const dueOf = (standing: Standing) => {
    const of = matters.find(
      ({ about, kind }) =>
        kind === 'paper' && about.rotationId === rotation.id && about.paper === standing.kind,
    );
    return of && dayShown(of);
  };
  return judgeChecklist(rotation, facts.documents, host)
    .map((standing, at) => ({ standing, item: rotation.checklist[at], due: dueOf(standing) }))
    .toSorted((a, b) => ((a.due ?? LAST_DAY) < (b.due ?? LAST_DAY) ? -1 : 1));
}

function rowOf(
  { standing, item, due }: Paper,
  { applicant, now }: PageView,
  forms: readonly Form[],
  folded: (form: Form) => Html,
): Body[] {
  const today = dayIn(applicant.facts.profile.zone, now);
  const { kind, word, validUntil } = standing;
  const { label, explains } = DOCUMENT_FACTS[kind];
  const form = forms.find(({ key }) => key === `document-updated.${kind}`);
  const by = item?.askedBy === 'host' ? 'Required by the host.' : 'On the default list.';
  const box = html`<input type="checkbox" name="kind" value="${kind}" form="papers" aria-label="Select: ${label}">`;
  const name = form ? folded({ ...form, text: `${explains} ${by} ${form.text}` }) : label;
  return [
    html`<div class="pick">${isPicked({ standing }) ? box : ''}${name}</div>`,
    standingStatus(standing, item?.heldBy ?? 'applicant', today),
    validUntil ? html`<span class="phone">valid until </span>${phraseShortDay(validUntil)}` : '',
    due && word !== 'cleared' ? dateChip('by', due, today, true) : '',
  ];
}

/** A visa or ESTA is never sent to a host. */
function isPicked({ standing: { kind, word } }: Pick<Paper, 'standing'>): boolean {
  return word !== 'cleared' && kind !== 'visa' && kind !== 'esta';
}

function together(view: PageView, { id }: Rotation): Html {
  const action = view.paths.rotation(id);
  const { updateId: update, revision } = tiesOf(view, action);
  const hidden = { update, revision: String(revision), type: 'document-updated' };
  return html`<form id="papers" method="post" action="${action}">${hiddenFields(hidden)}<p class="hint">Select papers above to report them together.</p>
<button name="status" value="submitted">I sent the selected documents</button>
<button class="plain" name="status" value="cleared">The host accepted the selected documents</button></form>`;
}
