import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { PREFERENCES_ID } from '#shared/base/links/urls.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, placeOf } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { mailingOf, type Snooze } from '#shared/plan/facts/mailing.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { fold, link, list, section } from '../../components.ts';
import { foldedForm, formMarkup } from '../../forms/form.ts';
import { erasForm, zoneForm } from '../../forms/plan-forms.ts';
import { emailHoursForm, hourWords, topicForms, wakeForm } from '../../forms/wish-forms.ts';
import { type PageView, tiesOf } from '../person-page.ts';
import { status } from '../status.ts';

export function preferences(view: PageView, problem: Problem | undefined): Html {
  const { facts, reach } = view.applicant;
  return section(
    PREFERENCES_ID,
    'What we email you, and when',
    html`<p>Emails go to ${facts.profile.address}, on ${placeOf(facts.profile.zone)} time.</p>
${emailWishes(view, problem)}
${facts.erasSubmittedOn ? '' : foldedForm(erasForm(), tiesOf(view, view.paths.you), false, problem)}
${foldedForm(zoneForm(facts), tiesOf(view, view.paths.you), false, problem)}
<p>${link(view.paths.profile, 'Change my profile')}</p>
<p>${link(view.unsubscribe, reach === 'unsubscribed' ? 'Start emails again' : 'Stop emails')}</p>`,
  );
}

function emailWishes(view: PageView, problem: Problem | undefined): Html {
  const { facts } = view.applicant;
  const ties = () => tiesOf(view, view.paths.you);
  const { stopped } = mailingOf(facts);
  return html`<p>${hoursWords(facts)}</p>
${foldedForm(emailHoursForm(facts), ties(), false, problem)}
${fold(
  'What to email me about',
  list(
    topicForms(facts).map(
      (form) =>
        html`${form.title} ${stopped.some((topic) => form.hidden.topic === topic) ? status('closed', 'off') : status('done', 'on')}${formMarkup(form, ties())}`,
    ),
  ),
  'form',
)}
${putOff(view)}`;
}

function hoursWords(facts: Facts): string {
  const { hour, quietFrom, quietUntil } = mailingOf(facts);
  const at = hour ? `at ${hourWords(hour)}` : 'between 9 and 11 a.m.';
  return (
    `What is due comes at most once a day, ${at}, and at most three times a week, except for what cannot wait; ` +
    `an overview, only after two months without an email. Quiet hours (${hourWords(quietFrom)} to ${hourWords(quietUntil)}) hold back what can wait.`
  );
}

function putOff(view: PageView): Html | string {
  const { facts } = view.applicant;
  const today = dayIn(facts.profile.zone, view.now);
  const occasions = occasionsAt(view.applicant.facts, view.world, view.now);
  const titleOf = ({ rule, subject, day }: Snooze) =>
    occasions.find(
      (each) => each.rule === rule && each.subject === subject && each.deadline.day === day,
    )?.words.title;
  const waiting = mailingOf(facts).snoozes.flatMap((snooze) => {
    const title = snooze.until > today ? titleOf(snooze) : undefined;
    return title ? [{ snooze, title }] : [];
  });
  if (waiting.length === 0) return '';
  return html`<h3 id="put-off">Put off</h3>
${list(
  waiting.map(
    ({ snooze, title }) =>
      html`${title}, until ${phraseDay(snooze.until)}${formMarkup(wakeForm(snooze, title), tiesOf(view, view.paths.you))}`,
  ),
)}`;
}
