/** `/`: what this is, for whom, what it costs, a picture of a plan, and three doors. */
import { type Html, html } from '#shared/base/html.ts';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import {
  GUIDE_PATH,
  NEW_LINK_PATH,
  PROGRAMS_PATH,
  SHORTLIST_PATH,
  START_PATH,
} from '#shared/base/links/urls.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { matchYearAhead } from '#shared/world/season/match-years.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import { columns, link, section } from '../components.ts';
import { page } from './layout.ts';
import { type DrawnLane, type LaneState, type Pin, seasonAround } from './plan/season-lanes.ts';
import { seasonDrawing } from './plan/season-picture.ts';

interface FrontView {
  readonly world: World;
  readonly now: Instant;
  /** The mailbox that the operator reads. */
  readonly contact?: string | undefined;
  /** What a demo says about itself. */
  readonly about?: Html;
}

export function frontPage({ world, now, contact, about }: FrontView): string {
  return page(
    'Away rotations in interventional radiology',
    html`<div class="front">${about ?? ''}
<h1>Never miss an away-rotation deadline</h1>
<p class="lead">For international medical students and graduates who want a US residency in interventional radiology (IR).
Tell us where you want to rotate. Before each deadline we email you the one thing to do, and you answer with one click. Free, without a password.</p>
${columns(
  section('example', 'What a plan looks like', picture(world, now)),
  html`<ul class="doors">
<li><a class="button" href="${START_PATH}">Start my plan</a><span class="quiet">Two minutes. You need only an email address.</span></li>
<li><a class="button plain" href="${SHORTLIST_PATH}">See where I could rotate</a><span class="quiet">Hosts and programs, with reasons. No account.</span></li>
<li><a class="button plain" href="${NEW_LINK_PATH}">I have a link</a><span class="quiet">If you lost it, we email you a new one.</span></li>
</ul>`,
  true,
)}
<div class="fields">
${section(
  'schools',
  'For schools',
  html`<p>Import your list of applicants. Every week you see whom to call, why, and what can still be saved. You see only your own applicants.</p>
<p>${link(ADVISORS_PATH, 'Advisors: sign in')}</p>`,
)}
${section(
  'writers',
  'For letter writers',
  html`<p>An applicant asked you for a letter? Our email to you has a link where you answer: yes, another date, or no.
You need no account. We send at most four emails about a letter, and each has a link to stop them.</p>
<p>${link(NEW_LINK_PATH, 'Email me my link')}</p>`,
)}
${section(
  'privacy',
  'Privacy',
  html`<p>We keep statuses, dates, and names. We keep no documents, no letters, and no test results, and we never ask your nationality.
No school sees your plan unless you share it. You can download or delete it at any time.</p>`,
)}
${section(
  'sources',
  'Where the dates come from',
  html`<p>From the AAMC, the NRMP, and each host’s own page. Each date shows its source and the day we checked it.
What we estimate is marked as an estimate.</p>
<p class="line">${link(GUIDE_PATH, 'The guide’s rules')}${link(PROGRAMS_PATH, 'Programs and hosts')}</p>`,
)}
${section(
  'contact',
  'Contact',
  html`<p>${contact ? html`Write to ${link(`mailto:${contact}`, contact)}, or reply` : 'Reply'} to any email from us. A person reads it.</p>`,
)}
</div></div>`,
  );
}

function picture(world: World, now: Instant): Html {
  const today = dayIn(EASTERN, now);
  const season = world.season(matchYearAhead(world, today));
  const steps = STAGE_NAMES.filter((name) => name !== 'closed').map((name) => STAGES[name].title);
  return html`<p>Each rotation takes six steps: ${steps.join(' → ').toLowerCase()}. This invented plan has three rotations:</p>
${seasonDrawing(seasonAround(exampleLanes(today, season), season, today))}
<p class="hint">V visa, P papers, L letter of recommendation. Open circles are estimates.</p>`;
}

function exampleLanes(today: Day, season: Season): DrawnLane[] {
  const on = (day: Day) => ({ day, isLate: false });
  const pin = (what: Pin['what'], inDays: number) => ({ what, ...on(plusDays(today, inDays)) });
  const lane = (
    name: string,
    state: LaneState,
    startsIn: number,
    pins: DrawnLane['pins'],
    next?: Day,
  ) => {
    const start = plusDays(today, startsIn);
    const dates = { start, end: plusDays(start, 25) };
    return { name, state, dates, pins, ...(next && { next: on(next) }) };
  };
  const review = season.dates['programs-review-opens']?.day;
  const before = review && plusDays(review, -1);
  const letters = before ? [{ what: 'letter', ...on(before) } as const] : [];
  // Days from today, as the agenda gives them on a Monday where a visa appointment is in 30 days; a test compares them.
  const papers = [pin('papers', 67), pin('visa', 93), pin('letter', 120)];
  const visas = [pin('visa', 188)];
  return [
    lane('Home school IR rotation', 'done', -56, letters, before),
    lane('University hospital IR rotation', 'confirmed', 95, papers, plusDays(today, 60)),
    lane('Clinic on the coast IR rotation', 'applied', 190, visas, plusDays(today, 141)),
  ];
}
