/** Every email the product can send, made from the demo's people: one for each rule and each other kind. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { rungsOf } from '#shared/agenda/ladder.ts';
import { emailUrls } from '#shared/base/links/urls.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { withCalendar } from '#shared/people/mailing/email-part.ts';
import { forecast } from '#shared/people/mailing/forecast.ts';
import type { Nudge } from '#shared/people/mailing/open-nudges.ts';
import { overviewKey } from '#shared/people/mailing/overview.ts';
import type { PlannedEmail } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { keyOfNudge } from '#shared/people/person/email-record.ts';
import { TOPIC_NAMES, TOPICS } from '#shared/plan/facts/topics.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { isMissed, type Occasion, occasionsAt, occasionsOf } from '#shared/words/occasions.ts';
import { type Gallery, type GalleryEmail, TOKEN } from './gallery-email.ts';
import { advisorNotices, briefs, causeEmails, signIn, writerEmails } from './other-emails.ts';
import { withVariants } from './variants.ts';

export function galleryEmails(gallery: Gallery): GalleryEmail[] {
  const { applicants, world, now, baseUrl } = gallery;
  const urls = emailUrls(baseUrl, { answer: TOKEN, unsubscribe: TOKEN, keep: TOKEN, move: TOKEN });
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

  const ofRules = ruleEmails(gallery);
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
    ...overviews(gallery).map(({ id, email, applicant, at }) =>
      ofApplicant(id, email, applicant, at),
    ),
    ...(first
      ? [
          ...causeEmails(first, gallery).map(([id, planned, of]) =>
            ofApplicant(id, planned, of, now),
          ),
          signIn(first, gallery),
          ...advisorNotices(first, gallery),
        ]
      : []),
    ...briefs(gallery),
    ...writerEmails(gallery),
  ];
}

/** A forecast this long reaches the quiet months after the season's dates. */
const FORECAST_EMAILS = 100;
const OVERVIEW_KINDS = 2;

interface RuleEmail {
  readonly nudge: Nudge;
  readonly applicant: Applicant;
  readonly at: Instant;
}

/** Each rule with the first person it applies to, at the moment of its email. */
function ruleEmails(gallery: Gallery): RuleEmail[] {
  const { applicants, world, now } = gallery;
  const first = new Map<string, { occasion: Occasion; person: Applicant }>();
  for (const person of withVariants(applicants, now)) {
    for (const occasion of occasionsAt(person.facts, world, now)) {
      if (!first.has(occasion.rule)) first.set(occasion.rule, { occasion, person });
    }
  }
  return TOPIC_NAMES.flatMap((name) => TOPICS[name].rules).flatMap((rule) => {
    const found = first.get(rule);
    return found ? [emailOf(found.occasion, found.person, gallery)] : [];
  });
}

function emailOf(occasion: Occasion, person: Applicant, { world, now }: Gallery): RuleEmail {
  const { zone } = person.facts.profile;
  const rung = rungsOf(occasion, zone).find(({ at }) => at >= now);
  const at = rung?.at ?? now;
  const applicant = withTimePassed(person, at, world);
  const then = occasionsAt(applicant.facts, world, at).find(({ rule }) => rule === occasion.rule);
  const isThen = then !== undefined && rung !== undefined;
  const shown = isThen ? then : occasion;
  const name = rung?.name ?? '0';
  const key = keyOfNudge(shown.rule, shown.subject, shown.deadline.day, name);
  return {
    nudge: { key, rung: name, occasion: shown },
    applicant: isThen ? applicant : person,
    at: isThen ? at : now,
  };
}

/** The first overview of each kind, of steps ahead and of missed steps alone, as if there had been silence. */
function overviews({ applicants, world, now }: Gallery) {
  const found = new Map<string, { email: PlannedEmail; applicant: Applicant; at: Instant }>();
  for (const person of applicants) {
    for (const { applicant, at } of forecast(person, world, now, FORECAST_EMAILS)) {
      const agenda = agendaAt(applicant.facts, world, at);
      const open = occasionsOf(agenda);
      const ahead = open.filter(({ deadline }) => deadline.at > at);
      const missed = open.filter((occasion) => isMissed(occasion, at));
      const id = ahead[0] ? 'overview' : missed[0] ? 'overview-late' : undefined;
      if (!id || found.has(id)) continue;
      const key = overviewKey(dayIn(applicant.facts.profile.zone, at));
      const overview = { key, ahead, missed, state: agenda.state };
      found.set(id, { email: { stream: 'digest', nudges: [], overview }, applicant, at });
    }
    if (found.size === OVERVIEW_KINDS) break;
  }
  return [...found].map(([id, of]) => ({ id, ...of }));
}
