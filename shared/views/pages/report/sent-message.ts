/** Messages that were sent: one with its progress, and all in a list. */

import { type Html, html } from '#shared/base/html.ts';
import { cohortPath, messagePath } from '#shared/base/links/advisor-paths.ts';
import { counted } from '#shared/base/sentence.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { Bulk } from '#shared/cohort/bulk.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { banner, bullets, section } from '../../components.ts';
import { advisorPage } from '../advisors/frame.ts';
import { status } from '../status.ts';

export function bulkPage(
  advisor: Advisor,
  cohort: Pick<Cohort, 'id' | 'name'>,
  bulk: Bulk,
): string {
  const { message, total, done, given, handedOutAt } = bulk;
  const left = total - given;
  return advisorPage(
    message.subject,
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<h1>${message.subject}</h1>
${
  handedOutAt
    ? banner(
        'done',
        html`<p>${status('done', 'On its way')}
to ${counted(given, 'applicant')} since ${phraseInstant(handedOutAt, advisor.profile.zone)}. Each gets it once, within an hour;
in the morning if it is night there; and later if they are still asked whether the plan is theirs.</p>
${left > 0 ? html`<p>${counted(left, 'applicant')} on the list have left the cohort or can no longer be emailed.</p>` : ''}`,
      )
    : html`<section aria-label="Progress" aria-live="polite"><progress max="${total}" value="${done}" aria-label="Applicants done">${done} of ${total}</progress>
<p>Sending: ${done} of ${counted(total, 'applicant')}. You can leave this page. Sending continues, even after a restart, and no one gets it twice.</p></section>`
}
<section aria-label="The message">${message.paragraphs.map((text) => html`<p>${text}</p>`)}</section>`,
  );
}

/** Earlier messages to a cohort, the newest first. */
export function sentList(
  advisor: Advisor,
  cohortId: string,
  sent: readonly Bulk[] = [],
): Html | string {
  if (sent.length === 0) return '';
  return section(
    'sent',
    'Sent before',
    bullets(
      sent.map(
        ({ id, at, message, given, total }) =>
          html`<a class="target" href="${messagePath(cohortId, id)}">${message.subject}</a> <span class="quiet">${message.from}, ${phraseInstant(at, advisor.profile.zone)}, to ${given} of ${counted(total, 'applicant')}</span>`,
      ),
    ),
  );
}
