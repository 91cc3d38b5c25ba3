/** `/guide`: each rule as advice: what to do, when, why, where to learn more, and whose advice it is. */
import { type Html, html } from '#shared/base/html.ts';
import { START_PATH } from '#shared/base/links/urls.ts';
import { type Day, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { TOPIC_NAMES, TOPICS } from '#shared/plan/facts/topics.ts';
import { FINDING_RULES } from '#shared/words/findings.ts';
import { GUIDE_RULES, type GuideRule, OWN_RULES, type OwnRule } from '#shared/world/guide/rules.ts';
import { phraseSource } from '#shared/world/provenance.ts';
import { matchYearAhead } from '#shared/world/season/match-years.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import { columns, fold, link, list, outgoing, section } from '../components.ts';
import { page } from './layout.ts';

const TOPIC_TITLES: Readonly<Record<GuideRule['topic'], string>> = {
  places: 'How many rotations, and where',
  dates: 'When',
  applying: 'Applying, visa, and papers',
  there: 'During a rotation',
  letters: 'Letters of recommendation',
  application: 'Your ERAS application and interviews',
};

const GUIDE_URL =
  'https://residencyadvisor.com/resources/best-clerkships-match/img-residency-guide-away-rotations-interventional-radiology';

export function guidePage(world: World, now: Instant): string {
  const season = world.season(matchYearAhead(world, dayIn(EASTERN, now)));
  const topics = Object.entries(TOPIC_TITLES);
  return page(
    'A guide to away rotations',
    html`<div class="front"><h1>A guide to away rotations in interventional radiology (IR)</h1>
<p class="lead">What to do, when, and why. <a href="${START_PATH}">Start a plan</a>, and we email you each step before its day.</p>
<p>The advice comes from <a href="${GUIDE_URL}" rel="noreferrer">one guide for international medical graduates (IMGs) ↗</a>, in our words.
It is advice, not a regulation: if a host, the AAMC, or a consulate says otherwise, follow them.</p>
${columns(
  html`${topics.map(([topic, title]) =>
    section(
      topic,
      title,
      GUIDE_RULES.filter((rule) => rule.topic === topic).map((rule) => guideRule(rule, season)),
    ),
  )}
${section(
  'own',
  OWN_TITLE,
  html`<p>These rules come from hosts, offers, and ERAS. Where no source states a number, it is our own default.</p>
${fold(`All ${OWN_RULES.length}`, list(OWN_RULES.map(ownRule)))}`,
)}`,
  section(
    'here',
    'On this page',
    list([...topics, ['own', OWN_TITLE]].map(([id, title]) => link(`#${id}`, title ?? ''))),
  ),
)}</div>`,
  );
}

const OWN_TITLE = 'How your plan works';

function guideRule(rule: GuideRule, season: Season): Html {
  const { id, advice, when, why, link: to, quote } = rule;
  const days = windowWords(rule, season);
  return html`<article id="${id}"><h3>${advice}</h3>
<p><strong>When:</strong> ${when}${days && html` <span class="quiet">${days}</span>`}<br>
<strong>Why:</strong> ${why}<br>
${to.url.startsWith('/') ? link(to.url, to.label) : outgoing(to)}</p>
${fold('The guide’s own words', html`<p>“${quote}” (${phraseSource(rule)}). ${whereWords(id)}</p>`, 'source')}</article>
`;
}

/** The days for the next Match that can still be planned from the start; empty for a rule that has none of its own. */
function windowWords({ window }: GuideRule, season: Season): string {
  const [from, to] = window ? windowDays(window, season) : [];
  if (!window || !from || !to) return '';
  const events = 'events' in window ? window.events : 'event' in window ? [window.event] : [];
  const isEstimate = events.some((event) => season.dates[event]?.certainty === 'estimated');
  return `For the ${season.season} Match: ${phraseDay(from)} to ${phraseDay(to)}${isEstimate ? ' (our estimate)' : ''}.`;
}

function windowDays(
  window: NonNullable<GuideRule['window']>,
  { season, dates }: Season,
): readonly (Day | undefined)[] {
  if ('events' in window) return window.events.map((event) => dates[event]?.day);
  if ('days' in window) return window.days.map((day): Day => `${season - 1}-${day}` as Day);
  const from = dates[window.event]?.day;
  return window.months.map((months) => from && plusMonths(from, months));
}

function ownRule({ id, text, source }: OwnRule): Html {
  return html`<span id="${id}">${text}</span><br><span class="hint">${whereWords(id)} Source: ${source}</span>`;
}

function whereWords(id: string): string {
  const isEmailed = EMAILED.has(id);
  if (isEmailed && FINDING_RULES.includes(id))
    return 'Emailed on its date, and checked on your plan.';
  return isEmailed ? 'Emailed on its date.' : 'Checked on your plan.';
}

const EMAILED: ReadonlySet<string> = new Set(TOPIC_NAMES.flatMap((name) => TOPICS[name].rules));
