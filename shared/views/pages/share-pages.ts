/** Sharing a self-begun plan with a school: the invitation, and the plan's own page about it. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { NEW_LINK_PATH, type PagePaths, START_PATH } from '#shared/base/links/urls.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { actorWords } from '#shared/people/applicant/history-words.ts';
import type { Applicant, HistoryEntry } from '#shared/people/person/applicant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import type { Difference, Joined } from '#shared/plan/moves/join-facts.ts';
import { labelOf } from '#shared/words/field-words.ts';
import { ENROLLMENTS, ENTRIES, PATHWAYS } from '../forms/choices.ts';
import { page } from './layout.ts';

export type NotShared = 'no-invitation' | 'shared-already' | 'too-much';

const WHY_NOT: Readonly<Record<NotShared, string>> = {
  'no-invitation':
    'This is not an invitation, or it has ended. Ask your advisor for a new one, and paste the whole address.',
  'shared-already': 'Your plan is shared with a school already. Take it out there first.',
  'too-much':
    'Together, your plan and the school’s have more rotations, letters, or documents than one plan can hold. Close or remove some first.',
};

export function invitationPage(
  of: { readonly advisor: Advisor; readonly cohort: Cohort },
  url: string,
): string {
  return page(
    'Share your plan',
    html`<div class="card"><h1>Share your plan with ${of.cohort.name}</h1>
<p>${of.advisor.profile.name} invites you to share the plan that you started here. The advisors of ${of.cohort.name} would see all of it except your own notes, and could help you in time.</p>
<ol><li><a class="target" href="${NEW_LINK_PATH}">Request a link to your plan</a>, and open it.</li>
<li>Choose “Change my profile”, then “Share my plan with a school”.</li>
<li>Paste this address: <code>${url}</code></li></ol>
<p>Opening this page shares nothing. You can take your plan out again at any time. <a class="target" href="${START_PATH}">No plan yet? Start one</a></p></div>`,
  );
}

export function sharePage(of: {
  readonly paths: PagePaths;
  readonly cohort?: Cohort;
  readonly problem?: NotShared;
  /** While joining with the school’s plan can be undone. */
  readonly undo?: Html | string;
}): string {
  const { paths, cohort, problem, undo = '' } = of;
  return page(
    'Share my plan with a school',
    html`<p><a class="target" href="${paths.plan}">Back to your plan</a></p>
<section aria-labelledby="share"><h1 id="share">Share my plan with a school</h1>
${problem ? html`<p role="alert"><strong>${WHY_NOT[problem]}</strong></p>` : ''}
${
  cohort
    ? html`<p>The advisors of <strong>${cohort.name}</strong> see your plan: its rotations, documents, letters, and dates. They do not see your own notes.</p>
<form method="post" action="${paths.takeOut}"><p class="hint">They will no longer see it, and what they noted about it is deleted. Your plan and your reminders stay as they are.</p>
<button>Take my plan out</button></form>${undo}`
    : html`<p>Only you see your plan now. With an invitation from an advisor, you can share all of it except your own notes with the advisors of one cohort. You can take it out again at any time.</p>
<form method="post" action="${paths.share}"><p><label for="invitation">The invitation’s address</label>
<input id="invitation" name="invitation" required maxlength="2000" autocomplete="off"></p>
<button>Share my plan</button></form>`
}
</section>`,
  );
}

/** Both plans of one person, before one press makes them one. */
export function joinPage(of: {
  readonly paths: PagePaths;
  readonly cohort: Cohort;
  readonly own: Applicant;
  readonly other: Applicant;
  readonly joined: Joined;
  readonly invitation: string;
  readonly updateId: string;
  /** One of them changed since the page was shown. */
  readonly hasChanged: boolean;
}): string {
  const { paths, cohort, own, other, joined, hasChanged } = of;
  const { differences } = joined;
  const hidden = {
    invitation: of.invitation,
    update: of.updateId,
    own: own.revision,
    other: other.revision,
  };
  return page(
    'Join your two plans',
    html`<p><a class="target" href="${paths.share}">Back, and share nothing</a></p>
<section aria-labelledby="join"><h1 id="join">Join your two plans</h1>
${hasChanged ? html`<p role="alert"><strong>One of the plans changed in the meantime. Nothing was joined: look again.</strong></p>` : ''}
<p>The advisors of <strong>${cohort.name}</strong> made a plan for your email address before you shared yours. Joined, they are one plan: everything that only one of them has is kept, and no reminder comes twice.</p>
${
  differences.length === 0
    ? html`<p>The two plans contradict each other nowhere.</p>`
    : html`<table><caption>Where they differ, your own entry is kept; of a rotation or a letter, the one that moved last.</caption>
<thead><tr><th scope="col">What</th><th scope="col">On your plan</th><th scope="col">On the school’s plan</th></tr></thead>
<tbody>${differences.map(
        (each) =>
          html`<tr><th scope="row">${labelOfDifference(each, joined.facts)}</th>${sideOf('own', each, own)}${sideOf('other', each, other)}</tr>`,
      )}</tbody></table>`
}
<form method="post" action="${paths.join}">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="hint">The advisors of ${cohort.name} will see all of it except your own notes. You can undo this for 24 hours while nothing else is entered, and take your plan out at any time.</p>
<button>Join the two plans</button></form></section>`,
  );
}

function sideOf(side: Difference['kept'], difference: Difference, of: Applicant): Html {
  const { kept, path } = difference;
  const value = valueWords(difference[side]);
  const entry = of.history.findLast(({ event }) => isAbout(event, path));
  const day = phraseDay(dayIn(of.facts.profile.zone, entry?.at ?? of.createdAt));
  const source = entry
    ? actorWords(entry)
    : side === 'own'
      ? 'entered by you'
      : 'entered by the school';
  return html`<td>${kept === side ? html`<strong>${value}</strong> (kept)` : value}<br><span class="hint">${source}, ${day}</span></td>`;
}

function isAbout(event: HistoryEntry['event'], [first = '', second = '']: readonly string[]) {
  if ('rotationId' in event) return event.rotationId === first;
  if (event.type === 'profile-changed') return first === 'profile' && second in event.profile;
  return event.type === 'zone-changed' && second === 'zone';
}

function labelOfDifference({ path }: Difference, { rotations }: Facts): string {
  const [first = '', ...others] = path;
  if (first === 'profile') return labelOf(path.join('.'));
  const host = rotations.find(({ id }) => id === first)?.host.name;
  return [
    host ?? labelOf(first),
    ...(host ? others.slice(-1).map((each) => labelOf(each)) : []),
  ].join(': ');
}

function valueWords(value: unknown): string {
  if (isStage(value)) return statusWords(value.stage, value.status, 'applicant');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).map(valueWords).join(', ');
  }
  const text = String(value);
  const day = daySchema.safeParse(text);
  if (day.success) return phraseDay(day.data);
  return CHOICES.find((choice) => choice.value === text)?.label ?? text;
}

const CHOICES = [...ENROLLMENTS, ...PATHWAYS, ...ENTRIES];

function isStage(value: unknown): value is Pick<Rotation, 'stage' | 'status'> {
  return typeof value === 'object' && value !== null && 'stage' in value && 'status' in value;
}
