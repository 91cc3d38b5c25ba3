/** Every mail the product can send, rendered from the demo's own people: one for each rule, one for each other stream. */
import { withTimePassed } from '../../../shared/applicant/accept.ts';
import type { Applicant } from '../../../shared/applicant/applicant.ts';
import { withCalendar } from '../../../shared/calendar/mail-part.ts';
import { wantedLetters } from '../../../shared/letters/wanted.ts';
import type { WriterItem } from '../../../shared/letters/writer.ts';
import { signInLinkPath } from '../../../shared/links/advisor-paths.ts';
import { letterUrls, mailUrls } from '../../../shared/links/urls.ts';
import { renderWriterMail } from '../../../shared/mail/letter-request.ts';
import type { Mail } from '../../../shared/mail/mailer.ts';
import { renderMail } from '../../../shared/mail/render.ts';
import { signInMail } from '../../../shared/mail/sign-in.ts';
import { planDates } from '../../../shared/moved/plan-dates.ts';
import { forecast } from '../../../shared/nudges/forecast.ts';
import { rungsOf } from '../../../shared/nudges/ladder.ts';
import { keyOfNudge, type Stream } from '../../../shared/nudges/mail-record.ts';
import { openOccasions } from '../../../shared/nudges/open-occasions.ts';
import type { Nudge, PlannedMail } from '../../../shared/nudges/plan.ts';
import { RULES } from '../../../shared/nudges/rules.ts';
import { plusDays } from '../../../shared/time/day.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { World } from '../../../shared/world.ts';
import { withVariants } from './variants.ts';

export interface GalleryMail {
  /** Its name in the gallery's addresses. */
  readonly id: string;
  readonly stream: Stream;
  /** The rule that speaks, in a mail of a deadline. */
  readonly rule?: string;
  /** Who would have it, and when: the reader's own zone. */
  readonly to: string;
  readonly zone: string;
  readonly at: Instant;
  readonly mail: Mail;
}

export interface GalleryPeople {
  readonly applicants: readonly Applicant[];
  readonly writers: readonly WriterItem[];
}

/** In a mail of the gallery the links are placeholders: a real one is signed for whoever it is mailed to. */
const TOKEN = 'sample';
/** A forecast this long has an overview of a quiet month in it. */
const FORECAST_MAILS = 40;

export function galleryMails(
  { applicants, writers }: GalleryPeople,
  world: World,
  now: Instant,
  baseUrl: string,
): GalleryMail[] {
  const urls = mailUrls(baseUrl, { answer: TOKEN, unsubscribe: TOKEN });
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

  const spoken = ruleMails(applicants, world, now);
  const [pressing] = spoken.filter(({ nudge }) => nudge.occasion.ladder === 'hard');
  const [first] = applicants;
  return [
    ...spoken.map(({ nudge, applicant, at }) =>
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
    ...overviews(applicants, world, now).map(({ planned, applicant, at }) =>
      ofApplicant('overview', planned, applicant, at),
    ),
    ...(first
      ? causeMails(first, world, now).map(([id, planned, of]) => ofApplicant(id, planned, of, now))
      : []),
    ...(first ? [signIn(first, baseUrl, now)] : []),
    ...writerMails({ applicants, writers }, world, now, baseUrl),
  ];
}

interface Spoken {
  readonly nudge: Nudge;
  readonly applicant: Applicant;
  readonly at: Instant;
}

/** For each rule the first of the people it has something to say to, at the moment it would. */
function ruleMails(applicants: readonly Applicant[], world: World, now: Instant): Spoken[] {
  const people = withVariants(applicants, now);
  return RULES.flatMap(({ id }) => {
    for (const applicant of people) {
      const spoken = spokenBy(id, applicant, world, now);
      if (spoken) return [spoken];
    }
    return [];
  });
}

function spokenBy(rule: string, person: Applicant, world: World, now: Instant): Spoken | undefined {
  const find = (applicant: Applicant) =>
    openOccasions(applicant, world).find((occasion) => occasion.rule === rule);
  const occasion = find(person);
  if (!occasion) return undefined;
  const { zone } = person.facts.profile;
  const rung = rungsOf(occasion, zone).find(({ at }) => at >= now);
  const at = rung?.at ?? now;
  const applicant = withTimePassed(person, at, world);
  const then = find(applicant);
  const isThen = then !== undefined && rung !== undefined;
  const said = isThen ? then : occasion;
  const name = rung?.name ?? '0';
  const key = keyOfNudge(said.rule, said.subject, said.deadline.day, name);
  return {
    nudge: { key, rung: name, occasion: said, pace: 'day' },
    applicant: isThen ? applicant : person,
    at: isThen ? at : now,
  };
}

/** The first weekly or monthly overview that one of them gets. */
function overviews(applicants: readonly Applicant[], world: World, now: Instant) {
  for (const person of applicants) {
    const found = forecast(person, world, now, FORECAST_MAILS).find(
      ({ mail }) => mail.overview !== undefined && mail.nudges.length === 0,
    );
    if (found) return [{ planned: found.mail, applicant: found.applicant, at: found.at }];
  }
  return [];
}

/** The mails that answer a cause: each as the person's item would ask for it. */
function causeMails(
  person: Applicant,
  world: World,
  now: Instant,
): (readonly [string, PlannedMail, Applicant])[] {
  const asking = (cause: Omit<Applicant['causes'][number], 'id' | 'at'>): Applicant => ({
    ...person,
    causes: [{ id: cause.stream, at: now, ...cause }],
  });
  const moved = planDates(person.facts, world)
    .filter(({ key }) => key.startsWith('season/'))
    .slice(-3)
    .map(({ key, day, certainty }) => ({ key, was: { day: plusDays(day, -7), certainty } }));
  const rotationId = person.facts.rotations[0]?.id;
  const answering = (stream: 'link' | 'correction' | 'date-moved' | 'confirm'): PlannedMail => ({
    stream,
    nudges: [],
    causeId: stream,
  });
  return [
    ['link', answering('link'), asking({ stream: 'link' })],
    [
      'correction',
      answering('correction'),
      asking({ stream: 'correction', ...(rotationId && { rotationId }) }),
    ],
    ['date-moved', answering('date-moved'), asking({ stream: 'date-moved', moved })],
    ['confirm', answering('confirm'), asking({ stream: 'confirm' })],
  ];
}

function signIn({ facts }: Applicant, baseUrl: string, at: Instant): GalleryMail {
  const { name, zone } = facts.profile;
  const url = new URL(signInLinkPath(TOKEN), baseUrl).href;
  const mail = signInMail(facts.profile, url);
  return { id: 'sign-in', stream: 'sign-in', to: name, zone, at, mail };
}

function writerMails(
  { applicants, writers }: GalleryPeople,
  world: World,
  now: Instant,
  baseUrl: string,
): GalleryMail[] {
  const urls = letterUrls(baseUrl, { letters: TOKEN, stop: TOKEN });
  const wanted = applicants.flatMap((applicant) => wantedLetters(applicant, world));
  return writers.slice(0, 1).flatMap((writer): GalleryMail[] => {
    const of = { to: writer.name, zone: writer.zone, at: now };
    const letters = wanted.filter(({ holder }) => holder.address === writer.address);
    const link = renderWriterMail({ stream: 'link', causeId: 'link' }, writer, urls, now);
    return [
      ...(letters.length > 0
        ? [
            {
              id: 'letters',
              stream: 'letters' as const,
              ...of,
              mail: renderWriterMail({ stream: 'letters', letters, keys: [] }, writer, urls, now),
            },
          ]
        : []),
      { id: 'writer-link', stream: 'link' as const, ...of, mail: link },
    ];
  });
}
