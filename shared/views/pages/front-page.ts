/** `/`: what this is, for whom, what it costs, a picture of a plan, and three doors. */
import { html } from 'hono/html';
import { seasonLanes } from '#shared/agenda/plan-file/season-lanes.ts';
import type { Html } from '#shared/base/html.ts';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import {
  GUIDE_PATH,
  NEW_LINK_PATH,
  PROGRAMS_PATH,
  SHORTLIST_PATH,
  START_PATH,
} from '#shared/base/links/urls.ts';
import { daysBetween } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { matchYearsAt } from '#shared/world/season/match-years.ts';
import type { World } from '#shared/world/world.ts';
import { columns, section } from '../components.ts';
import { examplePlan } from './example-plan.ts';
import { page } from './layout.ts';
import { seasonDrawing } from './plan/season-picture.ts';

interface FrontView {
  readonly world: World;
  readonly now: Instant;
  /** The mailbox that the operator reads. */
  readonly contact?: string | undefined;
  /** What a demo says of itself. */
  readonly about?: Html;
}

export function frontPage({ world, now, contact, about }: FrontView): string {
  return page(
    'Away rotations in interventional radiology',
    html`<div class="front">${about ?? ''}
<h1>Never miss a date of your away rotations</h1>
<p class="lead">For international medical students and graduates who want a US residency in interventional radiology (IR).
Tell us where you want to rotate. Before each deadline we email you the one thing to do, and you answer with one click. Free, without a password.</p>
${columns(
  section('example', 'What a plan looks like', picture(world, now)),
  html`<ul class="doors">
<li><a class="button" href="${START_PATH}">Start my plan</a><span>Two minutes. You need only an email address.</span></li>
<li><a class="button" href="${SHORTLIST_PATH}">See where I could rotate</a><span>Hosts and programs, with reasons. No account.</span></li>
<li><a class="button" href="${NEW_LINK_PATH}">I have a link</a><span>If you lost it, we email you a new one.</span></li>
</ul>`,
)}
<div class="fields">
${section('schools', 'For schools', html`<p>Import your list of applicants. Every week you see whom to call, why, and what can still be saved. You see only your own applicants.</p><p><a class="target" href="${ADVISORS_PATH}">Advisors: sign in</a></p>`)}
${section('writers', 'For letter writers', html`<p>An applicant asked you for a letter? Our email to you has a link where you answer: yes, another date, or no. No account, at most four emails about a letter, and each can stop them.</p><p><a class="target" href="${NEW_LINK_PATH}">Email me my link</a></p>`)}
${section('privacy', 'Privacy', html`<p>We keep statuses, dates, and names. We keep no documents, no letters, and no test results, and we never ask your nationality. No school sees your plan unless you share it. You can download or delete it on any day.</p>`)}
${section('sources', 'Where the dates come from', html`<p>From the AAMC, the NRMP, and each host’s own page. Each date says its source and the day we checked it. What we estimate is marked as an estimate.</p><p class="line"><a class="target" href="${GUIDE_PATH}">The guide’s rules</a><a class="target" href="${PROGRAMS_PATH}">Programs and hosts</a></p>`)}
${section('contact', 'Contact', contact ? html`<p>Write to <a class="target" href="mailto:${contact}">${contact}</a>, or answer any email from us. A person reads it.</p>` : html`<p>Answer any email from us. A person reads it.</p>`)}
</div></div>`,
  );
}

/** A Match nearer than this leaves no time for what the picture shows. */
const AHEAD_DAYS = 300;

function picture(world: World, now: Instant): Html {
  const today = dayIn(EASTERN, now);
  const [running = 0, next = running] = matchYearsAt(world, today);
  const matchDay = world.season(running).dates['match-day']?.day ?? today;
  const facts = examplePlan(daysBetween(today, matchDay) < AHEAD_DAYS ? next : running, now);
  const steps = STAGE_NAMES.filter((name) => name !== 'closed').map((name) => STAGES[name].title);
  return html`<p>Each rotation takes six steps: ${steps.join(' → ').toLowerCase()}. This invented plan has three rotations:</p>
${seasonDrawing(seasonLanes(facts, world, now))}
<p class="hint">V visa, P papers, L letter of recommendation. Open circles are estimates.</p>`;
}
