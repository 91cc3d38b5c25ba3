/** The plan: the next action first, then the rest in the order applicants ask for it. */
import { html } from 'hono/html';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { problemSummary } from '../forms/form.ts';
import { planForms } from '../forms/plan-forms.ts';
import { page } from './layout.ts';
import type { PageView } from './page-view.ts';
import { calendarSection } from './plan/calendar-section.ts';
import { costsSection } from './plan/costs-section.ts';
import { documentsTable } from './plan/documents-table.ts';
import { findingsSection } from './plan/findings.ts';
import { leaving } from './plan/leaving.ts';
import { lettersList } from './plan/letters-list.ts';
import { mailTables } from './plan/mail-tables.ts';
import { nextAction } from './plan/next-action.ts';
import { owed } from './plan/owed.ts';
import { preferences } from './plan/preferences.ts';
import { rotationBoard } from './plan/rotation-board.ts';
import { seasonTable } from './plan/season-table.ts';
import { receipt, undoForm } from './receipt.ts';
import { possibleOccasions } from './rotation-status.ts';

/** @param problem the form that was refused, if any */
export function planPage(view: PageView, problem?: Problem): string {
  const { facts } = view.applicant;
  const occasions = possibleOccasions(view);
  const forms = planForms(facts);
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
${seasonTable(view)}
${rotationBoard(view, occasions)}
${findingsSection(view)}
${documentsTable(view)}
${lettersList(view)}
${costsSection(view)}
${mailTables(view)}
${calendarSection(view)}
${preferences(view, problem)}
${leaving(view)}
${told === '' ? undoForm(view, view.paths.plan) : ''}
`,
  );
}
