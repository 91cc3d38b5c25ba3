/** The frame of an applicant's pages with forms. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import { foldedForm, problemSummary } from '../forms/form.ts';
import { page } from './layout.ts';
import { type PageView, tiesOf } from './page-view.ts';
import { receipt } from './receipt.ts';
import { seasonNotice } from './season-notice.ts';

export interface PersonPage {
  readonly title: string;

  readonly action: string;
  /** All of them, so that a refusal can be matched to its form. */
  readonly forms: readonly Form[];
  readonly body: Html;
}

export function personPage(view: PageView, of: PersonPage, problem?: Problem): string {
  const { title, action, forms, body } = of;
  return page(
    problem ? 'Nothing was changed' : title,
    html`<p><a class="target" href="${view.paths.plan}">Back to your plan</a></p>
<h1>${title}</h1>
${seasonNotice(view)}
${
  problem
    ? problemSummary(
        problem,
        forms.find(({ key }) => key === problem.form),
      )
    : ''
}
${receipt(view, action)}
${body}`,
  );
}

/** Draws a form of the page folded, with the errors if it is the one that was refused. */
export function folder(
  view: PageView,
  action: string,
  problem: Problem | undefined,
): (form: Form, open?: boolean) => Html {
  return (form, open = false) =>
    foldedForm(form, tiesOf(view, action), open, problem?.form === form.key ? problem : undefined);
}
