/** Every email the product can send, made from the demo's people: one for each rule and each other kind. */
import { emailUrls } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { withCalendar } from '#shared/people/mailing/email-part.ts';
import type { PlannedEmail } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import type { World } from '#shared/world/world.ts';
import { type GalleryEmail, type GalleryPeople, TOKEN } from './gallery-email.ts';
import { briefs, causeEmails, signIn, writerEmails } from './other-emails.ts';
import { overviews, ruleEmails } from './rule-emails.ts';

export function galleryEmails(
  { applicants, writers }: GalleryPeople,
  world: World,
  now: Instant,
  baseUrl: string,
): GalleryEmail[] {
  const urls = emailUrls(baseUrl, { answer: TOKEN, unsubscribe: TOKEN, keep: TOKEN });
  const ofApplicant = (
    id: string,
    planned: PlannedEmail,
    applicant: Applicant,
    at: Instant,
  ): GalleryEmail => {
    const rule = planned.nudges[0]?.occasion.rule;
    const whole = withCalendar(planned, applicant, world, at);
    return {
      id,
      stream: planned.stream,
      ...(rule && { rule }),
      to: applicant.facts.profile.name,
      zone: applicant.facts.profile.zone,
      at,
      email: renderEmail(whole, applicant, urls, world, at),
    };
  };

  const ofRules = ruleEmails(applicants, world, now);
  const [pressing] = ofRules.filter(({ nudge }) => nudge.occasion.ladder === 'hard');
  const [first] = applicants;
  return [
    ...ofRules.map(({ nudge, applicant, at }) =>
      ofApplicant(
        `rule-${nudge.occasion.rule}`,
        { stream: 'digest', nudges: [nudge] },
        applicant,
        at,
      ),
    ),
    ...(pressing
      ? [
          ofApplicant(
            'urgent',
            { stream: 'urgent', nudges: [pressing.nudge] },
            pressing.applicant,
            pressing.at,
          ),
        ]
      : []),
    ...overviews(applicants, world, now).map(({ id, email, applicant, at }) =>
      ofApplicant(id, email, applicant, at),
    ),
    ...(first
      ? causeEmails(first, world, now).map(([id, planned, of]) => ofApplicant(id, planned, of, now))
      : []),
    ...(first ? [signIn(first, baseUrl, now)] : []),
    ...briefs(applicants, world, now, baseUrl),
    ...writerEmails({ applicants, writers }, world, now, baseUrl),
  ];
}
