/** The plan: next action first, then what others owe, the season, the rotations, documents, letters, mails. */
import { html } from 'hono/html';
import type { Problem } from './forms/field.ts';
import { foldedForm, problemSummary } from './forms/form.ts';
import { addRotationForm, erasForm, zoneForm } from './forms/plan-forms.ts';
import { page } from './layout.ts';
import { type PageView, tiesOf } from './page-view.ts';
import { documentsTable } from './plan/documents-table.ts';
import { findingsSection } from './plan/findings.ts';
import { lettersList } from './plan/letters-list.ts';
import { mailTables } from './plan/mail-tables.ts';
import { nextAction } from './plan/next-action.ts';
import { owed } from './plan/owed.ts';
import { preferences } from './plan/preferences.ts';
import { rotationBoard } from './plan/rotation-board.ts';
import { seasonTable } from './plan/season-table.ts';
import { receipt, undoForm } from './receipt.ts';
import { possibleOccasions } from './rotation-status.ts';

/** @param problem the form that was refused, where this page answers one */
export function planPage(view: PageView, problem?: Problem): string {
  const { facts } = view.applicant;
  const occasions = possibleOccasions(view);
  const add = addRotationForm();
  const forms = [add, zoneForm(facts), erasForm()];
  const addMarkup = foldedForm(
    add,
    tiesOf(view, view.paths.plan),
    false,
    problem?.form === add.key ? problem : undefined,
  );
  const told = receipt(view, view.paths.plan);
  return page(
    problem ? 'Nothing was changed' : 'Your plan',
    html`<h1>${facts.profile.name}: your rotation plan</h1>
${
  problem
    ? problemSummary(
        problem,
        forms.find(({ key }) => key === problem.form),
      )
    : ''
}
${told}
${nextAction(view, occasions)}
${owed(view)}
${rotationBoard(view, occasions, addMarkup)}
${findingsSection(view)}
${seasonTable(view)}
${documentsTable(view)}
${lettersList(view)}
${mailTables(view)}
${preferences(view, problem)}
${told === '' ? undoForm(view, view.paths.plan) : ''}
`,
  );
}
