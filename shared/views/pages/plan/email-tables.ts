/** The emails we sent, and those we will send if nothing changes. */
import { type Html, html } from '#shared/base/html.ts';
import { sentence } from '#shared/base/sentence.ts';
import { phraseLocal } from '#shared/base/time/phrase.ts';
import { type ForecastEmail, forecast } from '#shared/people/mailing/forecast.ts';
import { isOverviewKey } from '#shared/people/mailing/overview.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import { sourceOfRule } from '#shared/world/guide/rules.ts';
import { link, list, section } from '../../components.ts';
import { inEmail } from '../../email/digest.ts';
import { nudgeSubject } from '../../email/nudge-words.ts';
import type { PageView } from '../person-page.ts';
import { type Shape, status } from '../status.ts';
import { markedAsSpam } from '../stop-pages.ts';

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
${list(planned) || (view.applicant.reach === 'bounced' ? addressReturned(view) : html`<p>${noneComing(view)}</p>`)}
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
  return sources.length > 0 ? sentence(`Why: ${[...new Set(sources)].join('; ')}`) : '';
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

/** For a reader whose address bounced. */
export function addressReturned({ applicant, paths }: PageView): Html {
  const { address } = applicant.facts.profile;
  return html`<p>Our emails to ${address} come back, so no reminder reaches you. ${link(paths.address, 'Change the address')}</p>`;
}

function noneComing({ applicant }: PageView): string {
  switch (applicant.reach) {
    case 'ok':
    case 'bounced':
      return 'No reminder is planned now.';
    case 'unsubscribed':
      return 'You stopped emails. You can start them again below.';
    case 'complained':
      return markedAsSpam(applicant);
  }
}
