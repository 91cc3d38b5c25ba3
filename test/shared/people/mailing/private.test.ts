/** On generated plans: what others may read names no visa and no health paper. */
import { describe, expect, test } from 'vitest';
import { emailUrls } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { withCalendar } from '#shared/people/mailing/email-part.ts';
import { calendarEntries } from '#shared/people/mailing/entry.ts';
import { icsOf } from '#shared/people/mailing/ics.ts';
import { planNudges } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Email } from '#shared/store/mailer.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { plansOf } from '../../../laws/plans.ts';

/** No host and no program is called so. */
const PRIVATE =
  /\bvisa|\bESTA\b|\bB-1\b|immuniz|vaccin|titer|\bMMR\b|varicella|hepatitis|\bTB\b|influenza|flu shot|tdap|drug screen|background check|health insurance|mask fit|passport/i;
/** What an inbox shows of a text before the first link. */
const PREVIEW = /^[\s\S]*?(?=https:)/;
const URLS = emailUrls('https://rotations.example.org', { answer: 'AAA', unsubscribe: 'UUU' });

const PLANS = plansOf(180);

function calendarOf(applicant: Applicant, now: Instant, titles: 'discreet' | 'full'): string {
  const entries = calendarEntries(applicant, PUBLISHED_WORLD, now, titles);
  const changes = entries.map((entry) => ({ ...entry, status: 'confirmed' as const }));
  return unfolded(icsOf(changes, { applicant, stampedAt: now }));
}

function emailTo(applicant: Applicant, now: Instant): Email | undefined {
  const { email } = planNudges(applicant, PUBLISHED_WORLD, now);
  if (!email) return undefined;
  const planned = withCalendar(email, applicant, PUBLISHED_WORLD, now);
  return renderEmail(planned, applicant, URLS, PUBLISHED_WORLD, now);
}

function unfolded(ics: string): string {
  return ics.replaceAll('\r\n ', '');
}

describe('what others may read', () => {
  test('of a calendar names nothing private, unless its owner chose that', () => {
    const naming = (titles: 'discreet' | 'full') =>
      PLANS.flatMap(({ applicant, now }) => PRIVATE.exec(calendarOf(applicant, now, titles)) ?? []);
    expect(naming('discreet')).toEqual([]);
    expect(naming('full').length).toBeGreaterThan(PLANS.length / 4);
  });

  test('of an email names nothing private: its subject, its preview, its calendar', () => {
    const emails = PLANS.flatMap(({ applicant, now }) => emailTo(applicant, now) ?? []);
    const shown = emails.flatMap(({ subject, text, calendar = '' }) => [
      subject,
      PREVIEW.exec(text)?.[0] ?? text,
      unfolded(calendar),
    ]);
    expect(shown.filter((each) => PRIVATE.test(each))).toEqual([]);
    expect(emails.filter(({ text }) => PRIVATE.test(text)).length).toBeGreaterThan(10);
  });
});
