/** How to reach an applicant, and acts on several at once: the checkboxes of the lists and the table belong to one form. */
import { type Html, html } from '#shared/base/html.ts';
import { NOTE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseClock, phrasePlaceClock, placeOf } from '#shared/base/time/phrase.ts';
import type { Act, CaseOwner } from '#shared/cohort/acts.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { ARCHIVE_DAYS } from '#shared/people/applicant/archive.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import { fold, optionsOf } from '../../components.ts';

const FORM = 'acts';

export function tick({ id, name }: Pick<Summary, 'id' | 'name'>): Html {
  return html`<input type="checkbox" form="${FORM}" name="person" value="${id}" aria-label="Select ${name}">`;
}

const button = (act: Act, words: string): Html =>
  html`<button class="plain" name="act" value="${act}">${words}</button>`;

export interface ActsChoices {
  /** Who may own a case here. */
  readonly team: readonly CaseOwner[];
  /** Where the advisor may move someone. */
  readonly cohorts: readonly Pick<Cohort, 'id' | 'name'>[];
}

/** Stays at the bottom of the screen while someone is selected. Enter in a field presses no button: which one would be a guess. */
export function actsForm(
  cohortId: string,
  query: string,
  { team, cohorts }: ActsChoices,
  today: Day,
  updateId: string,
): Html {
  return html`<form id="${FORM}" class="acts card line screen" method="post" action="${cohortPaths(cohortId).acts}${query}"
aria-label="Those you selected">
<input type="submit" disabled hidden><input type="hidden" name="update" value="${updateId}">
<span class="quiet">Selected:</span> ${button('take', 'Take')} ${button('write', 'Write')}
${fold('Log a call', callForm())}
<details><summary>Not at risk until …</summary>
<label for="act-until">Day</label><input id="act-until" type="date" name="until" min="${plusDays(today, 1)}">${button('hold', 'Save')}</details>
<details><summary>Assign</summary><label for="act-owner">To</label>
<select id="act-owner" name="ownerId">${optionsOf(team.map(named))}</select>${button('assign', 'Assign')}</details>
${fold('Link, archive, move', planActs(cohorts))}
</form>`;
}

export function callForm(): Html {
  return html`<label for="act-note">What was said</label>
<textarea id="act-note" name="note" rows="2" maxlength="${NOTE_CHARACTERS_MAX}"></textarea>${button('call', 'Log the call')}`;
}

/** Acts of which the applicant is notified. On a person's page they apply to that applicant alone. */
export function planActs(cohorts: ActsChoices['cohorts']): Html {
  return html`<p>${button('link', 'Email a new plan link')} <span class="hint">It goes to the applicant’s own address.</span></p>
<p>${button('archive', 'Archive')} <span class="hint">Takes them off this report. They keep their plan and reminders, and we notify them.
You can undo it for ${ARCHIVE_DAYS} days.</span></p>
${
  cohorts.length > 0 &&
  html`<p><label for="act-cohort">Another cohort</label>
<select id="act-cohort" name="toCohort">${optionsOf(cohorts.map(named))}</select>${button('move', 'Move there')}
<span class="hint">We notify them.</span></p>`
}`;
}

function named({ id, name }: CaseOwner): readonly [id: string, name: string] {
  return [id, name];
}

type Reachable = Pick<Summary, 'name' | 'address' | 'phone' | 'zone'>;

/** One line with short links: their titles say what they open, and a table leaves out the city. */
export function contactLine({ name, address, phone, zone }: Reachable, now: Instant): Html {
  return html`<span class="contact"><span class="quiet" title="${placeOf(zone)}"><span class="city">${placeOf(zone)}</span> ${phraseClock(now, zone)}</span>${
    phone &&
    html` <a class="target" href="${telOf(phone)}" title="${phone}">call<span class="unseen"> ${name}</span></a>`
  }${
    address &&
    html` <a class="target" href="mailto:${address}" title="${address}">email<span class="unseen"> ${name}</span></a>`
  }</span>`;
}

/** The number and the address in full. */
export function contactInFull({ address, phone, zone }: Reachable, now: Instant): Html {
  return html`<p class="line">${phone ? html`<a class="target" href="${telOf(phone)}">${phone}</a>` : html`<span class="quiet">no phone number</span>`}
${address ? html`<a class="target" href="mailto:${address}">${address}</a>` : ''} <span class="quiet">${phrasePlaceClock(now, zone)}</span></p>`;
}

function telOf(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
}
