/** The one next step: what, by when, why, and the button to its form. */
import { html } from 'hono/html';
import { formOf, type Occasion, wordsNow } from '#shared/agenda/occasions/occasion.ts';
import { openOccasions } from '#shared/agenda/occasions/open-occasions.ts';
import type { Html } from '#shared/base/html.ts';
import { atForm } from '#shared/base/links/urls.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { comingUp } from '#shared/people/mailing/most-pressing.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { mailingOf, snoozeOf } from '#shared/plan/facts/mailing.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
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
<p class="quiet">Time needed: ${effortOf(first)} <span class="hint">(our estimate)</span></p>
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

function nothingNow(view: PageView): Html {
  const { applicant, world, now } = view;
  const today = dayIn(applicant.facts.profile.zone, now);
  const [soon] = comingUp(openOccasions(applicant.facts, world), today);
  return html`<section class="next" aria-labelledby="next">
<h2 id="next">${status('done', 'Nothing to do now')}</h2>
<p>${
    soon?.opens
      ? html`The next step opens on <span class="when">${phraseDay(soon.opens)}</span>: ${soon.words.title}.`
      : 'We will email you when there is something to do.'
  }</p>
</section>`;
}

function whereToAnswer(occasion: Occasion, view: PageView): Html {
  const rotation = view.applicant.facts.rotations.find(({ id }) => id === occasion.rotationId);
  const label =
    occasion.rotationId === OWN_LETTERS
      ? 'Open your letters'
      : rotation
        ? `Open the ${nameOf(rotation)}`
        : occasion.subject.endsWith('/application')
          ? 'Report that it is done'
          : 'Add or open a rotation';
  return html`<p><a class="button" href="${urlOf(occasion, view)}">${label}</a> <a class="target" href="${view.paths.later(occasion)}">Remind me later</a></p>`;
}

function linkTo(occasion: Occasion, view: PageView): Html {
  return html`<a class="target" href="${urlOf(occasion, view)}">${occasion.words.title}</a>`;
}

function urlOf(occasion: Occasion, { paths }: PageView): string {
  if (!occasion.rotationId) {
    return occasion.subject.endsWith('/application') ? '#form-eras-submitted' : '#rotations';
  }
  const url = paths.rotation(occasion.rotationId);
  const form = formOf(occasion);
  return form ? atForm(url, form) : url;
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

function effortOf({ event }: Occasion): string {
  return (event && EFFORTS[event]) ?? 'a few minutes';
}
