/** How to reach an applicant: what time it is there, and a call or an email in one press. */
import { type Html, html } from '#shared/base/html.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseClock, phrasePlaceClock, placeOf } from '#shared/base/time/phrase.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';

type Reachable = Pick<Summary, 'name' | 'address' | 'phone' | 'zone'>;

/** One line: the words of the links are short, what they open is in their titles, and a table leaves out the place. */
export function contactLine({ name, address, phone, zone }: Reachable, now: Instant): Html {
  return html`<span class="contact"><span class="quiet" title="${placeOf(zone)}"><span class="city">${placeOf(zone)}</span> ${phraseClock(now, zone)}</span>${
    phone
      ? html` <a class="target" href="${telOf(phone)}" title="${phone}">call<span class="unseen"> ${name}</span></a>`
      : ''
  }${
    address
      ? html` <a class="target" href="mailto:${address}" title="${address}">email<span class="unseen"> ${name}</span></a>`
      : ''
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
