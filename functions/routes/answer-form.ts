/** One posted form: read, handed to `update`, answered. */
import type { Context } from 'hono';
import type { Refusal } from '#shared/base/refusal.ts';
import { type Form, fieldOf, type Problem } from '#shared/exchange/fields/field.ts';
import { readForm } from '#shared/exchange/fields/read-form.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { withKnownHost } from '#shared/views/forms/plan-forms.ts';
import { foreignLinkPage, wrongTypePage } from '#shared/views/pages/message-pages.ts';
import { update } from '../update.ts';
import { formBody } from './form-body.ts';
import type { WebDeps } from './web-deps.ts';

/** Where a form stands: what its page is, and where an accepted one leads. */
export interface FormPage {
  readonly applicant: Applicant;
  /** Absent on the plan page. */
  readonly rotationId?: string;
  /** The forms as they are for this person now. */
  forms(applicant: Applicant): readonly Form[];
  accepted(applicant: Applicant, updateId: string): string;
  refused(applicant: Applicant, problem: Problem, status: 400 | 409 | 422): Promise<Response>;
}

export async function answerForm(deps: WebDeps, c: Context, page: FormPage): Promise<Response> {
  const entries = await formBody(c);
  if (!entries) return c.html(wrongTypePage(), 415);
  const personId = page.applicant.id;

  const read = readForm(entries, page.rotationId);
  if (!read.ok) {
    const { fault, errors, values, type } = read.failure;
    const problem = { form: keyOf(type, values), errors, values };
    deps.log('info', 'form-refused', { personId, reason: fault });
    return page.refused(page.applicant, problem, fault === 'malformed' ? 400 : 422);
  }

  const { id, revision, event } = read.value;
  const answer = await update(deps, personId, {
    id,
    revision,
    event: withKnownHost(event),
    by: 'applicant',
  });
  switch (answer.answer) {
    case 'accepted':
    case 'replayed':
      return c.redirect(page.accepted(answer.applicant, answer.update.id), 303);
    case 'refused': {
      const { applicant, refusal } = answer;
      deps.log('info', 'form-refused', { personId, reason: refusal.reason });
      const values = Object.fromEntries(entries);
      const problem = problemOf(refusal, keyOf(event.type, values), values);
      return page.refused(applicant, problem, statusOf(problem, page.forms(applicant)));
    }
    case 'unknown-person':
      return c.html(foreignLinkPage(), 404);
  }
}

function problemOf(refusal: Refusal, form: string, values: Record<string, string>): Problem {
  const field = refusal.field === 'rotation' ? 'type' : (refusal.field ?? 'type');
  return { form, values, errors: [{ field, message: refusal.message }] };
}

/** 422 where a field of the form is to blame, 409 where the plan's present state is. */
function statusOf({ form, errors: [error] }: Problem, forms: readonly Form[]): 409 | 422 {
  const posted = forms.find(({ key }) => key === form);
  return posted && error && fieldOf(posted.fields, error) ? 422 : 409;
}

/** The key of the form that sent these values, as the page names it. */
function keyOf(type: string, values: Readonly<Record<string, string>>): string {
  const { letterId, kind, costId, experienceId, item } = values;
  const part = letterId ?? kind ?? costId ?? experienceId ?? item;
  return part ? `${type}.${part}` : type;
}
