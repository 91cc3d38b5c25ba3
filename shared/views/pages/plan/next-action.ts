/** The one next step: what, by when, why, and the button to its form. */
import { html } from 'hono/html';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { canBePutOff } from '#shared/agenda/ladder.ts';
import type { Html } from '#shared/base/html.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { mailingOf, snoozeOf } from '#shared/plan/facts/mailing.ts';
import { urlOf } from '#shared/words/answer-link.ts';
import { type Occasion, wordsNow } from '#shared/words/occasions.ts';
import { stateWords } from '#shared/words/state-words.ts';
import type { PageView } from '../person-page.ts';
import { status } from '../status.ts';
import { sourceDetails, whenWords } from '../when.ts';

/** Named under the first one; the rotations below show the rest. */
const OTHERS_MAX = 5;

export function nextAction(view: PageView, occasions: readonly Occasion[]): Html {
  const [first, ...others] = occasions.filter((each) => !isPutOff(each, view));
  if (!first) return nothingNow(view);
  return html`<section class="next" aria-labelledby="next">
<h2 id="next">Next: ${first.words.title}</h2>
<p>${wordsNow(first, view.now).next}</p>
<p class="when">${whenWords(first, view)}</p>
<p>${wordsNow(first, view.now).why}</p>
${effortOf(first)}
${sourceDetails(first.deadline)}
${whereToAnswer(first, view)}
${others.length > 0 ? html`<h3>Also open</h3><ul class="list">${others.slice(0, OTHERS_MAX).map((each) => html`<li>${linkTo(each, view)}<br><span class="quiet">${whenWords(each, view)}</span></li>`)}</ul>` : ''}
${others.length > OTHERS_MAX ? html`<p class="quiet">And ${others.length - OTHERS_MAX} more with your rotations below.</p>` : ''}
</section>`;
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
  return html`<section class="next" aria-labelledby="next">
<h2 id="next">${status(at.state.name === 'on-track' ? 'done' : 'waiting', title)}</h2>
<p>${text}</p>
</section>`;
}

function whereToAnswer(occasion: Occasion, { paths, applicant, now }: PageView): Html {
  const later = canBePutOff(occasion, applicant.facts.profile.zone, now)
    ? html` <a class="target" href="${paths.later(occasion)}">Remind me later</a>`
    : '';
  return html`<p><a class="button" href="${urlOf(occasion, paths)}">${occasion.words.button}</a>${later}</p>`;
}

function linkTo(occasion: Occasion, view: PageView): Html {
  return html`<a class="target" href="${urlOf(occasion, view.paths)}">${occasion.words.title}</a>`;
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
