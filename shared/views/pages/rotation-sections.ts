/** The sections of a rotation’s page. */
import { html } from 'hono/html';
import { putOffBefore } from '#shared/agenda/ladder.ts';
import { capital } from '#shared/base/capital.ts';
import type { Html } from '#shared/base/html.ts';
import { atForm } from '#shared/base/links/urls.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, phraseLocal } from '#shared/base/time/phrase.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { actorWords, historyOf, historyWords } from '#shared/people/applicant/history-words.ts';
import { caseList, totalOf } from '#shared/plan/facts/cases.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { acceptedEvents } from '#shared/plan/facts/stages.ts';
import { formOf } from '#shared/words/answer-form.ts';
import { type Occasion, wordsNow } from '#shared/words/occasions.ts';
import { placesOf } from '#shared/words/where.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import { bullets, button, fold, link, list, outgoing, section } from '../components.ts';
import { type PageView, tiesOf } from './person-page.ts';
import { status } from './status.ts';
import { sourceWords, whenWords } from './when.ts';

const OTHERS_MAX = 3;

/** @param occasions of this rotation; the first is shown in full */
export function dueSection(
  view: PageView,
  rotation: Rotation,
  occasions: readonly Occasion[],
  forms: readonly Form[],
): Html | string {
  const action = view.paths.rotation(rotation.id);
  const [first, ...others] = occasions;
  const answers = hostAnswers(view, rotation, first);
  if (!first) return answers && section('due', 'Has the host answered?', answers, true);
  const answer = forms.find(({ key }) => key === formOf(first));
  const more = others.length - OTHERS_MAX;
  const places = placesOf(first, rotation, view.world);
  const press = answer
    ? html`<p><a class="button" href="#form-${answer.key}">${first.words.button}</a></p>`
    : '';
  return section(
    'due',
    html`Now: ${first.words.title}`,
    html`<p class="when">${whenWords(first, view)}</p>
<p>${wordsNow(first, view.now).next}</p>
${answers && isHostsAnswer(first) ? answers : press}
${places.length > 0 ? html`<p class="line">${places.map(outgoing)}</p>` : ''}
${fold('Why, and where this date comes from', html`<p>${wordsNow(first, view.now).why}</p><p>${capital(certaintyWords(first.deadline.certainty, 'applicant'))}: ${sourceWords(first.deadline)}.</p>`, 'source')}
${
  others.length > 0
    ? html`<h3>Also open</h3>${list(
        others.slice(0, OTHERS_MAX).map((other) => {
          const form = formOf(other);
          const { title } = other.words;
          return html`${form ? link(atForm(action, form), title) : title}<br>${whenWords(other, view)}`;
        }),
      )}`
    : ''
}
${more > 0 ? html`<p class="quiet">And ${more} more below.</p>` : ''}
${answers && !isHostsAnswer(first) ? html`<h3>Has the host answered?</h3>${answers}` : ''}`,
    true,
  );
}

function isHostsAnswer({ event }: Occasion): boolean {
  return event === 'offered';
}

const ANSWERS = [
  ['offered', 'Offer'],
  ['waitlisted', 'Waitlisted'],
  ['rejected', 'No'],
] as const;
const ASK_AGAIN_DAYS = 7;

/** What a host can answer to an application, each in one press; it can be undone for a day. */
function hostAnswers(
  view: PageView,
  { id, stage, status }: Rotation,
  asked: Occasion | undefined,
): Html | '' {
  if (status !== 'submitted' && status !== 'waitlisted') return '';
  const accepted = acceptedEvents(stage, status);
  const press = (action: string, label: string, event: Readonly<Record<string, string>>) => {
    const { updateId: update, revision } = tiesOf(view, action);
    const hidden = { update, revision: String(revision), ...event };
    return button({ action, label, hidden, isPlain: event.type !== 'offered' });
  };
  const { zone } = view.applicant.facts.profile;
  const before = asked && putOffBefore(asked, zone, view.now);
  const until = plusDays(dayIn(zone, view.now), ASK_AGAIN_DAYS);
  const isNotYet = asked && isHostsAnswer(asked) && (!before || until < before);
  return html`<div class="line">${ANSWERS.filter(([type]) => accepted.includes(type)).map(
    ([type, label]) => press(view.paths.rotation(id), label, { type }),
  )}${isNotYet ? press(view.paths.later(asked), 'Not yet', { type: 'snoozed', rule: asked.rule, subject: asked.subject, until }) : ''}</div>
<p class="hint">One press reports it${isNotYet ? '; after “Not yet”, we ask again in a week' : ''}.</p>`;
}

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
  return section(
    'diary',
    'During the rotation',
    html`<p class="quiet">Enter only kinds of procedures and numbers. Never write anything about a patient.</p>
<p><strong>Cases: ${totalOf(cases)}.</strong></p>
${bullets(lines)}
${feedback ? html`<p>${status('done', `feedback on ${phraseDay(feedback.on)}: ${feedback.mood}`)}${feedback.change ? html`<br>To change: ${feedback.change}` : ''}${feedback.focus ? html`<br>To focus on: ${feedback.focus}` : ''}</p>` : ''}
<p>${mentor ? status('done', `mentor: ${mentor}`) : status('to-do', 'no mentor named yet')}<br>
${talkedOn ? status('done', `one-on-one talk on ${phraseDay(talkedOn)}`) : status('to-do', `ask for a short one-on-one talk${dates ? `, from ${phraseDay(plusDays(dates.end, -TALK_DAYS_BEFORE_END))} on,` : ' near the end'} about your goals and your chances`)}</p>
${list(
  tasks.map(
    ({ title, assignedOn, doneOn }) =>
      html`${doneOn ? status('done', `answered on ${phraseDay(doneOn)}`) : status('to-do', `to answer by ${phraseDay(plusDays(assignedOn, 1))}`)}: ${title}`,
  ),
)}
${forms.map(folded)}`,
  );
}

const SHOWN_MAX = 30;

export function historySection({ applicant }: PageView, rotationId: string): Html | string {
  const entries = historyOf(applicant.history, rotationId);
  if (entries.length === 0) return '';
  const { zone } = applicant.facts.profile;
  const takenBack = new Set(
    applicant.accepted.filter((each) => each.takenBack).map(({ id }) => id),
  );
  const lines = entries
    .slice(0, SHOWN_MAX)
    .map(
      (entry) =>
        html`${historyWords(entry)}${takenBack.has(entry.id) ? ', undone' : ''}<br><span class="quiet">${phraseLocal(entry.at, zone)}, ${actorWords(entry)}</span>`,
    );
  return fold(
    `History (${entries.length})`,
    html`${list(lines)}
${entries.length > SHOWN_MAX ? html`<p class="quiet">The latest ${SHOWN_MAX} of ${entries.length} are shown.</p>` : ''}`,
    'form',
  );
}
