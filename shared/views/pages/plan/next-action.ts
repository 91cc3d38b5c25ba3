/** The one next step: what, by when, why, and the button to its form. */
import { html } from 'hono/html';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { canBePutOff } from '#shared/agenda/ladder.ts';
import { capital } from '#shared/base/capital.ts';
import type { Html } from '#shared/base/html.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { mailingOf, snoozeOf } from '#shared/plan/facts/mailing.ts';
import { urlOf } from '#shared/words/answer-link.ts';
import { type Occasion, wordsNow } from '#shared/words/occasions.ts';
import { stateWords } from '#shared/words/state-words.ts';
import { placesOf } from '#shared/words/where.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import { fold, outgoing, section } from '../../components.ts';
import type { PageView } from '../person-page.ts';
import { status } from '../status.ts';
import { sourceWords, whenWords } from '../when.ts';

/** What comes first, and its button in the first screen. */
export function nextAction(view: PageView, occasions: readonly Occasion[]): Html {
  const [first] = openNow(view, occasions);
  if (!first) return nothingNow(view);
  const { facts } = view.applicant;
  const { next, why } = wordsNow(first, view.now);
  const rotation = facts.rotations.find(({ id }) => id === first.rotationId);
  const places = placesOf(first, rotation, view.world);
  return section(
    'next',
    html`Next: ${first.words.title}`,
    html`<p class="when">${whenWords(first, view)}</p>
<p>${next}</p>
<p class="line">${whereToAnswer(first, view)}${places.map(outgoing)}</p>
${fold('Why, and where this date comes from', html`<p>${why}</p>${effortOf(first)}<p>${capital(certaintyWords(first.deadline.certainty, 'applicant'))}: ${sourceWords(first.deadline)}.</p>`, 'source')}`,
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
function nothingNow({ applicant: { facts, reach }, world, now }: PageView): Html {
  const at = agendaAt(facts, world, now, reach === 'ok');
  const { title, text } = stateWords(at);
  const shape = at.state.name === 'on-track' ? 'done' : 'waiting';
  return section('next', status(shape, title), html`<p>${text}</p>`, true);
}

function whereToAnswer(occasion: Occasion, { paths, applicant, now }: PageView): Html {
  const later = canBePutOff(occasion, applicant.facts.profile.zone, now)
    ? html`<a class="target" href="${paths.later(occasion)}">Remind me later</a>`
    : '';
  return html`<a class="button" href="${urlOf(occasion, paths)}">${occasion.words.button}</a>${later}`;
}

const EFFORTS: Readonly<Partial<Record<NonNullable<Occasion['event']>, string>>> = {
  chosen: 'an evening, to read the host’s rules',
  applied: 'two or three evenings, once you have your transcript and school letter',
  accepted: 'ten minutes',
  'document-updated': 'an hour of your time; tests and signatures take days',
  'feedback-given': 'five minutes with your attending',
  'letter-asked': 'ten minutes, in person',
  'letter-requested': 'ten minutes in MyERAS',
  'letter-uploaded': 'five minutes in MyERAS',
  'letter-assigned': 'fifteen minutes in MyERAS',
  'eras-submitted': 'an evening',
};

/** Nothing where nobody has estimated it. */
function effortOf({ event }: Occasion): Html | '' {
  const effort = event && EFFORTS[event];
  return effort
    ? html`<p class="quiet">Time needed: ${effort} <span class="hint">(our estimate)</span></p>`
    : '';
}
