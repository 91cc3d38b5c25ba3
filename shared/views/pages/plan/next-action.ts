/** The one next step: what, by when, why, and the button to its form. */
import { type AgendaAt, agendaAt } from '#shared/agenda/agenda-at.ts';
import { canBePutOff } from '#shared/agenda/ladder.ts';
import { type Html, html } from '#shared/base/html.ts';
import { atForm, type PagePaths } from '#shared/base/links/urls.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { mailingOf, snoozeOf } from '#shared/plan/facts/mailing.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { stateWords } from '#shared/words/state-words.ts';
import { headingOf } from '#shared/words/task-words.ts';
import { placesOf, urlOf } from '#shared/words/where.ts';
import { link, outgoing, section } from '../../components.ts';
import { formMarkup } from '../../forms/form.ts';
import { erasForm } from '../../forms/plan-forms.ts';
import { type PageView, tiesOf } from '../person-page.ts';
import { status, whenWords, whyDetails } from '../status.ts';

/** What comes first, and its button in the first screen. */
export function nextAction(view: PageView, occasions: readonly Occasion[]): Html {
  const [first] = openNow(view, occasions);
  if (!first) return nothingNow(view);
  const { facts } = view.applicant;
  const { next, why } = first.words;
  const rotation = facts.rotations.find(({ id }) => id === first.rotationId);
  const places = placesOf(first, rotation, view.world);
  return section(
    'next',
    html`${headingOf(first)} <span class="when">${whenWords(first, view)}</span>`,
    html`<p>${next}</p>
<div class="line">${answerOf(first, view)}${otherAnswer(first, rotation, view.paths)}${places.map(outgoing)}</div>
${whyDetails(first, html`<p>${why}</p>${effortOf(first)}`)}`,
    true,
  );
}

/** Most urgent first, without what was put off. */
export function openNow(view: PageView, occasions: readonly Occasion[]): Occasion[] {
  return occasions.filter((each) => !isPutOff(each, view));
}

/** Hidden until its morning, as in the emails; it stays listed under "Put off". */
function isPutOff(occasion: Occasion, { applicant: { facts }, now }: PageView): boolean {
  const snooze = snoozeOf(mailingOf(facts).snoozes, occasion);
  return snooze !== undefined && snooze.until > dayIn(facts.profile.zone, now);
}

/** Nothing of the reader's is open: the plan in one phrase, which is not always "on track". */
function nothingNow(view: PageView): Html {
  const at = stateAt(view);
  const { title, text } = stateWords(at);
  const shape = at.state.name === 'on-track' ? 'done' : 'waiting';
  const again =
    at.state.name === 'over'
      ? html`<p><a class="button" href="${view.paths.profile}">Plan for another Match year</a></p>`
      : '';
  return section('next', status(shape, title), html`<p>${text}</p>${again}`, true);
}

/** The agenda, of which an address that takes no email is a part. */
export function stateAt({ applicant: { facts, reach }, world, now }: PageView): AgendaAt {
  return agendaAt(facts, world, now, reach === 'ok');
}

function answerOf(occasion: Occasion, view: PageView): Html {
  const { paths, applicant, now } = view;
  const answer =
    occasion.event === 'eras-submitted'
      ? formMarkup({ ...erasForm(), text: '' }, tiesOf(view, paths.plan))
      : html`<a class="button" href="${urlOf(occasion, paths)}">${occasion.words.button}</a>`;
  const isLater = canBePutOff(occasion, applicant.facts.profile.zone, now);
  return html`${answer}${isLater ? link(paths.later(occasion), 'Remind me later') : ''}`;
}

/** An offer, and whether a host can take the reader, have two answers. */
export function otherAnswer(
  { event }: Occasion,
  rotation: Rotation | undefined,
  paths: PagePaths,
): Html | '' {
  const isOffer = rotation?.status === 'offered';
  if (!rotation || !(isOffer || event === 'host-confirmed')) return '';
  const label = isOffer ? 'Decline the offer' : 'No, I cannot apply there';
  return link(atForm(paths.rotation(rotation.id), 'withdrawn'), label);
}

/** By rule: an ESTA needs neither a test nor a signature, though it is reported like a paper. */
const EFFORTS: Readonly<Record<string, string>> = {
  G6: 'an evening, to read the host’s rules',
  apply: 'two or three evenings, once you have your transcript and school letter',
  accept: 'ten minutes',
  esta: 'half an hour',
  G14: 'an hour of your time; tests and signatures take days',
  G15b: 'five minutes with your attending',
  G15: 'ten minutes, in person',
  G16b: 'ten minutes in MyERAS',
  'assign-letter': 'fifteen minutes in MyERAS',
  G11: 'an evening',
};

/** Nothing where nobody has estimated it. */
function effortOf({ rule }: Occasion): Html | '' {
  const effort = EFFORTS[rule];
  return effort
    ? html`<p class="quiet">Time needed: ${effort} <span class="hint">(our estimate)</span></p>`
    : '';
}
