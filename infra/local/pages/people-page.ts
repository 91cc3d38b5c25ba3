/** Who is who in the demo, and what its front page says about itself. */

import { type Html, html } from '#shared/base/html.ts';
import { counted } from '#shared/base/sentence.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { placeOf } from '#shared/base/time/phrase.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { counts } from '#shared/people/person/email-record.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { demoPage } from './frame.ts';
import { CLOCK_PATH, OUTBOX_PATH, outboxOf, PEOPLE_PATH, planOf } from './paths.ts';

export interface Resident {
  readonly applicant: Applicant;
  /** Their situation when the demo started. */
  readonly situation?: string;
}

export function aboutDemo(): Html {
  return html`<div class="banner"><p><strong>This is a demo:</strong> its people are invented, and no email is sent. Look at
<a href="${planOf('alice')}">Alice, who is applying</a>, <a href="${planOf('deepa')}">Deepa, whose visa is late</a>,
<a href="${planOf('julia')}">Julia, who is rotating and needs a letter</a>, or <a href="${planOf('dana')}">the report of Dana, an advisor</a>.
<a href="${PEOPLE_PATH}">Everyone</a> · <a href="${OUTBOX_PATH}">Every email</a> · <a href="${CLOCK_PATH}">Move the clock</a></p></div>`;
}

export function peoplePage(people: readonly Resident[], now: Instant): string {
  return demoPage(
    'People',
    PEOPLE_PATH,
    now,
    html`<h1>Who is who</h1>
<p>Each of these people plans away rotations in interventional radiology (IR). Open a plan, answer an email in the
<a href="${OUTBOX_PATH}">outbox</a>, or move the <a href="${CLOCK_PATH}">clock</a> and see which emails are sent on which day.</p>
<p>Their advisors see the whole cohort: <a class="target" href="${planOf('dana')}">Dana, the lead advisor</a>,
<a class="target" href="${planOf('omar')}">Omar, an advisor</a>, and <a class="target" href="${planOf('quinn')}">Quinn, an auditor</a>.</p>
<section aria-label="People"><ul class="list">
${people.map(line)}</ul></section>`,
  );
}

function line({ applicant, situation }: Resident): Html {
  const { name, zone } = applicant.facts.profile;
  const emails = applicant.emails.filter(counts).length;
  return html`<li>
<a class="target" href="${planOf(applicant.id)}"><strong>${name}</strong></a> <span class="quiet">in ${placeOf(zone)}</span>
${situation ? html`<p>When the demo started: ${situation}</p>` : ''}
<p class="quiet">Now: ${stagesOf(applicant)}. ${emails > 0 ? html`<a href="${outboxOf(applicant.id)}">${counted(emails, 'email')} so far</a>` : 'No email so far.'}</p>
</li>
`;
}

function stagesOf({ facts }: Applicant): string {
  const lines = facts.rotations.map(
    ({ host, stage, status }) => `${host.name}: ${statusWords(stage, status, 'advisor')}`,
  );
  return lines.length > 0 ? lines.join('; ') : 'no rotation on the list';
}
