/** One posted form: read, handed to `update`, answered. */
import type { Context } from 'hono';
import type { Refusal } from '#shared/base/result.ts';
import { keyOf, type Problem } from '#shared/exchange/fields/field.ts';
import { readForm } from '#shared/exchange/fields/read-form.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { withKnownHost } from '#shared/views/forms/plan-forms.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { update } from '../update.ts';
import type { Entries } from './forms.ts';
import type { PlanVisitor } from './open-plan.ts';
import { statusOf } from './status.ts';
import type { WebDeps } from './web-deps.ts';

/** The page of a form: where an accepted form leads, and the page to show with a refused one. */
interface FormPage {
  /** Absent on the plan page. */
  readonly rotationId?: string;
  accepted(applicant: Applicant, updateId: string): string;
  refused(visitor: PlanVisitor, problem: Problem): Promise<string>;
}

export async function answerForm(
  deps: WebDeps,
  c: Context,
  visitor: PlanVisitor,
  entries: Entries,
  page: FormPage,
): Promise<Response> {
  const personId = visitor.applicant.id;
  const read = readForm(entries, page.rotationId);
  if (!read.ok) {
    const { fault, errors, values, type } = read.failure;
    const problem = { form: keyOf(type, values), errors, values };
    deps.log('info', 'form-refused', { personId, reason: fault });
    return c.html(await page.refused(visitor, problem), statusOf(fault));
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
    case 'replayed': {
      const { joined } = visitor.applicant;
      // Joining plans was undone: the school's is visited at once.
      if (joined && !answer.applicant.joined) {
        await deps.wake({ kind: 'applicant', id: joined.id });
      }
      return c.redirect(page.accepted(answer.applicant, answer.update.id), 303);
    }
    case 'refused': {
      const { applicant, refusal } = answer;
      deps.log('info', 'form-refused', { personId, reason: refusal.reason });
      const problem = problemOf(refusal, event.type, Object.fromEntries(entries));
      return c.html(
        await page.refused({ ...visitor, applicant }, problem),
        statusOf(refusal.reason),
      );
    }
    case 'unknown-person':
      return c.html(messagePage('foreign-link'), 404);
  }
}

function problemOf(refusal: Refusal, type: string, values: Record<string, string>): Problem {
  const field = refusal.field === 'rotation' ? 'type' : (refusal.field ?? 'type');
  return { form: keyOf(type, values), values, errors: [{ field, message: refusal.message }] };
}
