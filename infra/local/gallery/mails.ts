/** Every email the product can send, made from the demo's people: one for each rule and each other kind. */
import { mailUrls } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { withCalendar } from '#shared/people/mailing/mail-part.ts';
import type { PlannedMail } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { renderMail } from '#shared/views/mail/render.ts';
import type { World } from '#shared/world/world.ts';
import { type GalleryMail, type GalleryPeople, TOKEN } from './gallery-mail.ts';
import { briefs, causeMails, signIn, writerMails } from './other-mails.ts';
import { overviews, ruleMails } from './rule-mails.ts';

export function galleryMails(
  { applicants, writers }: GalleryPeople,
  world: World,
  now: Instant,
  baseUrl: string,
): GalleryMail[] {
  const urls = mailUrls(baseUrl, { answer: TOKEN, unsubscribe: TOKEN, keep: TOKEN });
  const ofApplicant = (
    id: string,
    planned: PlannedMail,
    applicant: Applicant,
    at: Instant,
  ): GalleryMail => {
    const rule = planned.nudges[0]?.occasion.rule;
    const whole = withCalendar(planned, applicant, world, at);
    return {
      id,
      stream: planned.stream,
      ...(rule && { rule }),
      to: applicant.facts.profile.name,
      zone: applicant.facts.profile.zone,
      at,
      mail: renderMail(whole, applicant, urls, world, at),
    };
  };

  const ofRules = ruleMails(applicants, world, now);
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
    ...overviews(applicants, world, now).map(({ id, mail, applicant, at }) =>
      ofApplicant(id, mail, applicant, at),
    ),
    ...(first
      ? causeMails(first, world, now).map(([id, planned, of]) => ofApplicant(id, planned, of, now))
      : []),
    ...(first ? [signIn(first, baseUrl, now)] : []),
    ...briefs(applicants, world, now, baseUrl),
    ...writerMails({ applicants, writers }, world, now, baseUrl),
  ];
}
