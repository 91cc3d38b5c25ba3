/**
 * One plan as the plan page, `npm run plan`, and the next email describe it: each function expects that they agree. It adds to
 * `made` which comparisons it made, since one that is never reached proves nothing.
 */
import { expect } from 'vitest';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { dayBegun } from '#shared/agenda/standings.ts';
import { emailUrls } from '#shared/base/links/urls.ts';
import { capital } from '#shared/base/sentence.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { forecast } from '#shared/people/mailing/forecast.ts';
import { mostPressing } from '#shared/people/mailing/most-pressing.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { emailDays, planReport } from '#shared/people/plan-report/plan-report.ts';
import { planText } from '#shared/people/plan-report/plan-text.ts';
import { inEmail } from '#shared/views/email/digest.ts';
import { leadOf } from '#shared/views/email/nudge-words.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { phraseWhen } from '#shared/words/deadline-words.ts';
import { occasionsOf, shownDay } from '#shared/words/occasions.ts';
import { headingOf } from '#shared/words/task-words.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { viewOfStory } from '../shared/views/pages/page-views.ts';

const URLS = emailUrls('https://example.org', { answer: 'T', unsubscribe: 'U' });

/** The page and the command name the same first step, its day, and how late the plan is. */
export function expectOneFirst(day: Instant, person: Applicant, made: Set<string>): void {
  const { zone } = person.facts.profile;
  const { at, lead, report, page, command } = saidOn(day, person);
  if (!lead || (person.facts.rotations.length === 0 && lead.rank !== 'season')) {
    made.add('nothing first');
    if (lead) expect(page).not.toContain(`${headingOf(lead)} ○`);
    expect(command).not.toContain('\nNext: ');
    return;
  }
  const { isLate, text: when } = phraseWhen(lead, zone, day);
  expect(page).toContain(`${headingOf(lead)} ${isLate ? '▲' : '○'} ${when}`);
  expect(command).toContain(`\nNext: ${capital(lead.words.title)}`);
  expect(command).toContain(when);
  const { state } = at;
  const first = 'first' in state ? state.first : 'next' in state ? state.next : undefined;
  if (first && made.add('the state names the first'))
    expect(`${first.rule} ${first.subject}`).toBe(`${lead.rule} ${lead.subject}`);
  const late = report.late.filter(({ stake }) => stake !== 'comfort');
  if (late.length > 0 && state.name !== 'unreachable' && made.add('late'))
    expect(['needs-you', 'cannot-be', 'nothing-planned']).toContain(state.name);
}

/** The next email says about each thing what the page says on that morning, and begins with what the page puts first. */
export function expectSameInEmail(day: Instant, person: Applicant, made: Set<string>): void {
  const { zone } = person.facts.profile;
  const [next] = forecast(person, PUBLISHED_WORLD, day, 1);
  if (!next) {
    made.add('no email');
    expect(['unreachable', 'over']).toContain(saidOn(day, person).at.state.name);
    return;
  }
  const { email, applicant, at: morning } = next;
  const { at, lead } = saidOn(morning, applicant);
  const occasions = occasionsOf(at);
  const ordered = mostPressing(occasions, dayBegun(zone, morning));
  const heads = inEmail(email.nudges, applicant, PUBLISHED_WORLD, morning);
  const [head] =
    heads.length > 0
      ? heads.map(({ occasion }) => occasion)
      : (email.overview?.missed.concat(email.overview.ahead) ?? []);
  const subject = renderEmail(email, applicant, URLS, PUBLISHED_WORLD, morning).subject;
  expect(subject).toContain((head?.discreet ?? head?.words.title)?.slice(1));
  for (const { rung, occasion } of email.nudges) {
    const same = occasions.find(
      (each) => each.rule === occasion.rule && each.subject === occasion.subject,
    );
    expect(same && shownDay(same)).toBe(shownDay(occasion));
    const said = leadOf({ rung, occasion }, zone, morning);
    if (said && !occasion.news && made.add('a day in an email'))
      expect(/^(Late|Was due|Should have)/.test(said)).toBe(
        phraseWhen(occasion, zone, morning).isLate,
      );
  }
  // What the page puts first leads the email too, wherever it is in it.
  const names = email.nudges.map(({ occasion }) => `${occasion.rule} ${occasion.subject}`);
  const isNamed = lead !== undefined && names.includes(`${lead.rule} ${lead.subject}`);
  if (isNamed && made.add('the first leads the email')) expect(head?.place).toBe(ordered[0]?.place);
}

function saidOn(day: Instant, person: Applicant) {
  const { facts, reach } = person;
  const at = agendaAt(facts, PUBLISHED_WORLD, day, reach === 'ok');
  const [lead] = mostPressing(occasionsOf(at), dayBegun(facts.profile.zone, day));
  const report = planReport(facts, PUBLISHED_WORLD, day);
  return {
    at,
    lead,
    report,
    page: textOf(planPage(viewOfStory(person, day, person))),
    command: planText(facts, report, emailDays(facts, PUBLISHED_WORLD, day)),
  };
}

function textOf(page: string): string {
  return page.replaceAll(/<[^>]*>/g, '').replaceAll('&#39;', '’');
}
