/** The emails we sent, and those we will send if nothing changes. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseLocal } from '#shared/base/time/phrase.ts';
import { hasAdvisor } from '#shared/people/applicant/pending.ts';
import { type ForecastEmail, forecast } from '#shared/people/mailing/forecast.ts';
import { isOverviewKey } from '#shared/people/mailing/overview.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import { sourceOfRule } from '#shared/world/guide/rules.ts';
import { list, section } from '../../components.ts';
import { inEmail } from '../../email/digest.ts';
import { nudgeSubject } from '../../email/nudge-words.ts';
import type { PageView } from '../person-page.ts';
import { type Shape, status } from '../status.ts';

const SHOWN_MAX = 12;
const FORECAST_MAX = 5;

const FATES: Readonly<Record<EmailRecord['status'], { shape: Shape; words: string }>> = {
  claimed: { shape: 'waiting', words: 'on its way' },
  sent: { shape: 'done', words: 'sent' },
  failed: { shape: 'late', words: 'not accepted by the email system' },
  lost: { shape: 'late', words: 'may not have been sent' },
  returned: { shape: 'late', words: 'returned: the mailbox was full or unavailable' },
};

export function emailTables(view: PageView): Html {
  const { applicant, world, now } = view;
  const { zone } = applicant.facts.profile;
  const emails = applicant.emails.toReversed().slice(0, SHOWN_MAX);
  const coming = forecast(applicant, world, now, FORECAST_MAX);
  const planned = coming.map(
    (email) =>
      html`${subjectOf(email, view)}<br><span class="quiet">${phraseLocal(email.at, zone)}</span>`,
  );
  const past = emails.map(
    (
      email,
    ) => html`${email.subject}<br><span class="quiet">${phraseLocal(email.claimedAt, zone)}. ${whyOf(email)}</span>
${status(FATES[email.status].shape, FATES[email.status].words)}`,
  );
  return section(
    'emails',
    'Emails',
    html`<h3>What we will email if nothing changes</h3>
${list(planned) || html`<p>${noneComing(view)}</p>`}
<h3>What we emailed</h3>
${list(past) || html`<p>Nothing yet.</p>`}
${applicant.emails.length > SHOWN_MAX ? html`<p class="quiet">The latest ${SHOWN_MAX} of ${applicant.emails.length} are shown.</p>` : ''}`,
  );
}

/** The sources of the rules an email was about. */
function whyOf({ keys }: EmailRecord): string {
  const sources = keys.flatMap((key) => {
    if (isOverviewKey(key)) return 'the overview you chose';
    return sourceOfRule(key.split('|')[0] ?? '') ?? [];
  });
  return sources.length > 0 ? `Why: ${[...new Set(sources)].join('; ')}.` : '';
}

function subjectOf({ email, applicant, at }: ForecastEmail, { world }: PageView): string {
  const [first, ...others] = inEmail(email.nudges, applicant, world, at);
  if (email.nudges.length === 0 || !first) {
    const isOverview = email.stream === 'digest' || email.stream === 'urgent';
    return isOverview ? 'The overview of your season' : CAUSE_WORDS[email.stream];
  }
  const subject = nudgeSubject(first, applicant.facts.profile.zone, at);
  return others.length > 0 ? `${subject}, and ${others.length} more` : subject;
}

/** Emails that no rule caused. */
const CAUSE_WORDS: Readonly<
  Record<Exclude<ForecastEmail['email']['stream'], 'digest' | 'urgent'>, string>
> = {
  link: 'The new link you asked for',
  correction: 'A correction',
  notice: 'What was done with a link',
  'date-moved': 'A date change',
  message: 'A message from your advisor',
  confirm: 'The confirmation of your address',
};

function noneComing({ applicant }: PageView): string {
  switch (applicant.reach) {
    case 'ok':
      return 'No reminder is planned now.';
    case 'unsubscribed':
      return 'You stopped emails. You can start them again below.';
    case 'bounced':
      return `Your email address does not accept our emails. ${hasAdvisor(applicant) ? 'Ask your advisor to correct it.' : NEW_ADDRESS}`;
    case 'complained':
      return `An email from us was marked as spam at your address, so we send no more. ${hasAdvisor(applicant) ? 'If that was a mistake, ask your advisor.' : NEW_ADDRESS}`;
  }
}

const NEW_ADDRESS = 'Start a new plan with another address, then delete this one.';
