/** The emails that no deadline causes: links, confirmations, date changes, messages, briefs, and those to writers. */
import { signInLinkPath } from '#shared/base/links/advisor-paths.ts';
import { briefStopPath, letterUrls } from '#shared/base/links/urls.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { briefOf } from '#shared/cohort/brief.ts';
import { newCohort } from '#shared/cohort/cohort.ts';
import { EVERYONE } from '#shared/cohort/report/filters.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import type { PlannedEmail } from '#shared/people/mailing/plan.ts';
import { planDates } from '#shared/people/mailing/plan-dates.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { NOTICES, type Notice } from '#shared/people/person/person.ts';
import { wantedLetters } from '#shared/people/writer/wanted.ts';
import { summaryOf } from '#shared/store/indexed.ts';
import {
  briefEmail,
  casesReceivedEmail,
  disownedEmail,
  signInEmail,
} from '#shared/views/email/advisor-emails.ts';
import { renderWriterEmail } from '#shared/views/email/letter-request.ts';
import { type Gallery, type GalleryEmail, TOKEN } from './gallery-email.ts';

export function signIn({ facts }: Applicant, { baseUrl, now: at }: Gallery): GalleryEmail {
  const { name, zone } = facts.profile;
  const url = new URL(signInLinkPath(TOKEN), baseUrl).href;
  const email = signInEmail(facts.profile, url);
  return { id: 'sign-in', stream: 'sign-in', to: name, zone, at, email };
}

/** To a lead, about an imported address whose reader does not know the school; and to an advisor who takes over cases. */
export function advisorNotices(
  { facts }: Applicant,
  { baseUrl, now: at }: Gallery,
): GalleryEmail[] {
  const { name, zone } = facts.profile;
  const urlOf = (path: string) => new URL(path, baseUrl).href;
  return Object.entries({ disowned: disownedEmail, 'cases-received': casesReceivedEmail }).map(
    ([id, emailOf]) => {
      const email = emailOf(facts.profile, { id: 'demo', name: 'Demo' }, urlOf);
      return { id, stream: 'notice', to: name, zone, at, email };
    },
  );
}

/** The Monday brief of the whole cast, and of a cohort with nothing to report. */
export function briefs({ applicants, world, now: at, baseUrl }: Gallery): GalleryEmail[] {
  const cohort = newCohort({ id: 'demo', name: 'Demo' }, at);
  const profile = { name: 'Dana Advisor', address: 'dana@example.org', zone: EASTERN };
  const rows = applicants.flatMap((each) => summaryOf(each) ?? []);
  return [rows, []].map((summaries, index): GalleryEmail => {
    const report = reportOf(cohort, summaries, EVERYONE, world, at);
    const brief = briefOf(report, dayIn(EASTERN, at), { id: 'dana', name: profile.name });
    const urlOf = (path: string) => new URL(path, baseUrl).href;
    const email = briefEmail(
      { profile },
      [{ cohort, brief }],
      urlOf,
      urlOf(briefStopPath('shown')),
    );
    const id = index === 0 ? 'brief' : 'brief-quiet';
    return { id, stream: 'brief', to: profile.name, zone: profile.zone, at, email };
  });
}

export function writerEmails(gallery: Gallery): GalleryEmail[] {
  const { applicants, writers, world, now, baseUrl } = gallery;
  const urls = letterUrls(baseUrl, { letters: TOKEN, stop: TOKEN });
  const wanted = applicants.flatMap((applicant) => wantedLetters(applicant, world));
  return writers.slice(0, 1).flatMap((writer): GalleryEmail[] => {
    const of = { to: writer.name, zone: writer.zone, at: now };
    const letters = wanted.filter(({ holder }) => holder.address === writer.address);
    const link = renderWriterEmail({ stream: 'link', causeId: 'link' }, writer, urls, now);
    return [
      ...(letters.length > 0
        ? [
            {
              id: 'letters',
              stream: 'letters' as const,
              ...of,
              email: renderWriterEmail({ stream: 'letters', letters, keys: [] }, writer, urls, now),
            },
          ]
        : []),
      { id: 'writer-link', stream: 'link' as const, ...of, email: link },
      ...(['handed-over', 'stopped'] as const).map((notice) => ({
        id: `writer-${notice}`,
        stream: 'notice' as const,
        ...of,
        email: renderWriterEmail({ stream: 'notice', notice, causeId: notice }, writer, urls, now),
      })),
    ];
  });
}

const MESSAGE = {
  from: 'Dana Advisor',
  subject: 'Mock interviews in October',
  paragraphs: ['Mock interviews are held on two Fridays in October. Tell me which one suits you.'],
};

const NOT_APPLICANTS: readonly Notice[] = ['stopped', 'disowned', 'cases-received'];

/** The emails that answer a cause, each as it is kept in the person's item. */
export function causeEmails(
  person: Applicant,
  { world, now }: Gallery,
): (readonly [string, PlannedEmail, Applicant])[] {
  const asking = (cause: Omit<Applicant['causes'][number], 'id' | 'at'>): Applicant => ({
    ...person,
    causes: [{ id: cause.stream, at: now, ...cause }],
  });
  const moved = planDates(person.facts, world)
    .filter(({ key }) => key.startsWith('season/'))
    .slice(-3)
    .map(({ key, day, certainty }) => ({ key, was: { day: plusDays(day, -7), certainty } }));
  const rotationId = person.facts.rotations[0]?.id;
  const answering = (stream: PlannedEmail['stream']): PlannedEmail => ({
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
    [
      'imported',
      answering('confirm'),
      { ...asking({ stream: 'confirm' }), pending: { since: now, imported: true, opensAt: now } },
    ],
    ['new-address', answering('confirm'), asking({ stream: 'confirm', to: 'new@example.org' })],
    ['message', answering('message'), asking({ stream: 'message', message: MESSAGE })],
    ...NOTICES.filter((notice) => !NOT_APPLICANTS.includes(notice)).map(
      (notice): readonly [string, PlannedEmail, Applicant] => [
        `notice-${notice}`,
        answering('notice'),
        { ...asking({ stream: 'notice', notice }), leaving: { since: now } },
      ],
    ),
  ];
}
