/** What can be reported about a rotation now, in one press where one press is enough. */
import { putOffBefore } from '#shared/agenda/ladder.ts';
import { type Html, html } from '#shared/base/html.ts';
import { atForm } from '#shared/base/links/urls.ts';
import { capital } from '#shared/base/sentence.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import { acceptedEvents } from '#shared/plan/facts/stages.ts';
import { formOf } from '#shared/words/answer-form.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { hostPlaces, placesOf } from '#shared/words/where.ts';
import { button, fold, link, list, outgoing, section } from '../components.ts';
import { formMarkup } from '../forms/form.ts';
import { type PageView, tiesOf, updateOf } from './person-page.ts';
import { otherAnswer } from './plan/next-action.ts';
import type { RotationView } from './rotation-sections.ts';
import { whenWords, whyDetails } from './status.ts';

/** The form that the link asked for. */
export function openedSection(view: RotationView, opened: Form, problem?: Problem): Html {
  const answered = view.occasions.find((each) => formOf(each) === opened.key);
  return section(
    'due',
    answered ? html`Now: ${titleOf(answered)}` : opened.title,
    html`${answered ? aboutIt(answered, view) : ''}
${formMarkup(opened, tiesOf(view, view.action), problem)}
${answered ? whyOf(answered) : ''}
<p>${link(view.action, 'Back to the rotation')}</p>`,
    true,
  );
}

export function nowSection(view: RotationView): Html | '' {
  const { rotation, occasions, forms } = view;
  const [first] = occasions;
  const answers = hostAnswers(view);
  if (!first) return answers && section('due', 'Has the host answered?', answers, true);
  const form = forms.find(({ key }) => key === formOf(first));
  // Those of the host are in the header.
  const ofHost = hostPlaces(rotation, view.world).map(({ url }) => url);
  const places = placesOf(first, rotation, view.world).filter(({ url }) => !ofHost.includes(url));
  const isAsked = answers !== '' && isHostsAnswer(first);
  return section(
    'due',
    html`Now: ${titleOf(first)}`,
    html`${aboutIt(first, view)}
${isAsked ? answers : form ? answerOf(first, form, view) : ''}
${otherAnswer(first, rotation, view.paths)}
${places.length > 0 ? html`<p class="line">${places.map(outgoing)}</p>` : ''}
${whyOf(first)}
${alsoOpen(view)}
${answers && !isAsked ? html`<h3>Has the host answered?</h3>${answers}` : ''}`,
    true,
  );
}

/** On its own page a rotation need not be named. */
function titleOf({ words }: Occasion): string {
  return words.short ?? words.title;
}

function aboutIt(occasion: Occasion, view: PageView): Html {
  return html`<p class="when">${whenWords(occasion, view)}</p>
<p>${occasion.words.next}</p>`;
}

function whyOf(occasion: Occasion): Html {
  return whyDetails(occasion, html`<p>${occasion.words.why}</p>`);
}

/** A form of one field stands here; a longer one has the page to itself, unless one press says it all. */
function answerOf({ words, asksMore }: Occasion, form: Form, view: RotationView): Html {
  const { action } = view;
  if (form.fields.length <= 1) {
    return html`${formMarkup({ ...form, text: '' }, tiesOf(view, action))}<p class="hint">${form.text}</p>`;
  }
  const required = form.fields.filter((field) => field.required).map(({ name }) => name);
  const known = required.flatMap((name) => (form.values[name] ? [[name, form.values[name]]] : []));
  if (asksMore || known.length < required.length) {
    return html`<p><a class="button" href="${atForm(action, form.key)}">${words.button}</a></p>`;
  }
  const press = { ...form.hidden, ...Object.fromEntries(known), type: form.type };
  return html`<div class="line">${pressOf(view, action, words.button, press)}${link(atForm(action, form.key), 'With dates or details')}</div>`;
}

type Values = Readonly<Record<string, string>>;

function pressOf(view: PageView, action: string, label: string, event: Values, isPlain = false) {
  return button({ action, label, hidden: updateOf(view, event), isPlain });
}

const OTHERS_MAX = 3;

/** Papers have a table of their own. */
function alsoOpen(view: RotationView): Html | '' {
  const others = view.occasions.slice(1).filter(({ rule }) => rule !== 'G14');
  const more = others.length - OTHERS_MAX;
  if (others.length === 0) return '';
  const items = others.map((other) => {
    const form = formOf(other);
    const title = capital(titleOf(other));
    return html`${form ? link(atForm(view.action, form), title) : title}<br>${whenWords(other, view)}`;
  });
  return html`<h3>Also open</h3>
${list(items.slice(0, OTHERS_MAX))}
${more > 0 ? fold(`${more} more`, list(items.slice(OTHERS_MAX))) : ''}`;
}

function isHostsAnswer({ event }: Occasion): boolean {
  return event === 'offered';
}

const ANSWERS = [
  ['offered', 'Offer'] as const,
  ['waitlisted', 'Waitlisted'] as const,
  ['rejected', 'No'] as const,
];
const ASK_AGAIN_DAYS = 7;

/** What a host can answer to an application, each in one press; it can be undone for a day. */
function hostAnswers(view: RotationView): Html | '' {
  const { rotation, action } = view;
  const { status } = rotation;
  const [asked] = view.occasions;
  if (status !== 'submitted' && status !== 'waitlisted') return '';
  const accepted = acceptedEvents(rotation);
  const { zone } = view.applicant.facts.profile;
  const before = asked && putOffBefore(asked, zone, view.now);
  const until = plusDays(dayIn(zone, view.now), ASK_AGAIN_DAYS);
  const isNotYet = asked && isHostsAnswer(asked) && (!before || until < before);
  const presses = ANSWERS.filter(([type]) => accepted.includes(type)).map(([type, label]) =>
    pressOf(view, action, label, { type }, type !== 'offered'),
  );
  if (isNotYet) {
    const snooze = { type: 'snoozed', rule: asked.rule, subject: asked.subject, until };
    presses.push(pressOf(view, view.paths.later(asked), 'Not yet', snooze, true));
  }
  if (accepted.includes('offered')) {
    presses.push(link(atForm(action, 'offered'), 'Offer with its last day'));
  }
  return html`<div class="line">${presses}</div>
<p class="hint">One press reports it${isNotYet ? '; after “Not yet”, we ask again in a week' : ''}.</p>`;
}
