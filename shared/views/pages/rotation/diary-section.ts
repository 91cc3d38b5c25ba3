/** The diary: cases, feedback, mentor, and small tasks, each with its form. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { caseList } from '#shared/plan/case-log/case-list.ts';
import { totalOf } from '#shared/plan/facts/cases.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { status } from '../status.ts';

/** Our interpretation of the guide's "near the end". */
const TALK_DAYS_BEFORE_END = 7;

/** Empty before the first day. */
export function diarySection(
  rotation: Rotation,
  forms: readonly Form[],
  folded: (form: Form) => Html,
): Html | string {
  const { cases = [], mentor, talkedOn, tasks = [], feedback, dates } = rotation;
  const isEmpty = cases.length === 0 && !mentor && !talkedOn && tasks.length === 0;
  if (forms.length === 0 && isEmpty) return '';
  const lines = caseList(cases);
  return html`<section aria-labelledby="diary"><h2 id="diary">During the rotation</h2>
<p class="quiet">Enter only kinds of procedures and numbers. Never write anything about a patient.</p>
<p><strong>Cases: ${totalOf(cases)}.</strong></p>
${lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : ''}
${feedback ? html`<p>${status('done', `feedback on ${phraseDay(feedback.on)}: ${feedback.mood}`)}${feedback.change ? html`<br>To change: ${feedback.change}` : ''}${feedback.focus ? html`<br>To focus on: ${feedback.focus}` : ''}</p>` : ''}
<p>${mentor ? status('done', `mentor: ${mentor}`) : status('to-do', 'no mentor named yet')}<br>
${talkedOn ? status('done', `one-on-one talk on ${phraseDay(talkedOn)}`) : status('to-do', `ask for a short one-on-one talk${dates ? `, from ${phraseDay(plusDays(dates.end, -TALK_DAYS_BEFORE_END))} on,` : ' near the end'} about your goals and your chances`)}</p>
${
  tasks.length > 0
    ? html`<ul class="list">${tasks.map(
        ({ title, assignedOn, doneOn }) =>
          html`<li>${doneOn ? status('done', `answered on ${phraseDay(doneOn)}`) : status('to-do', `to answer by ${phraseDay(plusDays(assignedOn, 1))}`)}: ${title}</li>`,
      )}</ul>`
    : ''
}
${forms.map(folded)}</section>`;
}
