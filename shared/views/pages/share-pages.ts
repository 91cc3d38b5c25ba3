/** How an applicant shares their own plan with a school: the invitation, and the plan's page about it. */
import { type Html, html } from '#shared/base/html.ts';
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
import { DOCUMENT_KINDS, paperName } from '#shared/world/hosts/document-kinds.ts';
import { button, input, link, table } from '../components.ts';
import { ENROLLMENTS, ENTRIES, PATHWAYS } from '../forms/choices.ts';
import { message } from './layout.ts';
import { type PageView, personPage, undoForm } from './person-page.ts';

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
  return message(
    `Share your plan with ${of.cohort.name}`,
    html`
<p>${of.advisor.profile.name} invites you to share the plan that you started here.
The advisors of ${of.cohort.name} would see all of it except your own notes, and could help you in time.</p>
<ol><li><a class="target" href="${NEW_LINK_PATH}">Request a link to your plan</a>, and open it.</li>
<li>Choose “Change my profile”, then “Share my plan with a school”.</li>
<li>Paste this address: <code>${url}</code></li></ol>
<p>Opening this page shares nothing. You can take your plan out again at any time. <a class="target" href="${START_PATH}">No plan yet? Start one</a></p>`,
  );
}

export function sharePage(
  view: PageView,
  of: {
    readonly cohort?: Cohort | undefined;
    readonly problem?: NotShared | undefined;
    /** While joining with the school’s plan can be undone. */
    readonly isJoining: boolean;
  },
): string {
  const { paths } = view;
  return personPage(view, {
    title: 'Share my plan with a school',
    body: html`<div class="card">
${of.problem ? html`<p role="alert"><strong>${WHY_NOT[of.problem]}</strong></p>` : ''}
${of.cohort ? sharedWith(of.cohort, paths) : notShared(paths)}
${of.isJoining ? undoForm(view, paths.plan) : ''}
</div>`,
  });
}

function sharedWith({ name }: Cohort, { takeOut }: PagePaths): Html {
  return html`<p>The advisors of <strong>${name}</strong> see your plan: its rotations, documents, letters, and dates. They do not see your own notes.</p>
${button({
  action: takeOut,
  label: 'Take my plan out',
  hint: 'They will no longer see it, and what they noted about it is deleted. Your plan and your reminders stay as they are.',
})}`;
}

function notShared({ share }: PagePaths): Html {
  return html`<p>Only you see your plan now. With an invitation from an advisor, you can share all of it except your own notes with the advisors of one cohort.
You can take it out again at any time.</p>
<form method="post" action="${share}">
${input({ id: 'invitation', name: 'invitation', label: 'The invitation’s address', max: 2000 })}
<button>Share my plan</button></form>`;
}

/** Both plans of one person, before one press makes them one. */
export function joinPage(
  view: PageView,
  of: {
    readonly cohort: Cohort;
    readonly own: Applicant;
    readonly other: Applicant;
    readonly joined: Joined;
    readonly invitation: string;
    /** One of them has changed since the page was shown. */
    readonly hasChanged: boolean;
  },
): string {
  const { paths } = view;
  const { cohort, own, other, joined, invitation, hasChanged } = of;
  const { differences } = joined;
  return personPage(view, {
    title: 'Join your two plans',
    body: html`<div class="card">
${hasChanged ? html`<p role="alert"><strong>One of the plans changed in the meantime. Nothing was joined: look again.</strong></p>` : ''}
<p>The advisors of <strong>${cohort.name}</strong> made a plan for your email address before you shared yours. Joined, they are one plan:
everything that only one of them has is kept, and no reminder comes twice.</p>
${
  differences.length === 0
    ? html`<p>The two plans do not contradict each other.</p>`
    : table(
        'Where they differ, your own entry is kept; of a rotation or a letter, the one that moved last.',
        ['What', 'On your plan', 'On the school’s plan'],
        differences.map((each) => [
          labelOfDifference(each, joined.facts),
          sideOf('own', each, own),
          sideOf('other', each, other),
        ]),
      )
}
${button({
  action: paths.join,
  label: 'Join the two plans',
  hint: `The advisors of ${cohort.name} will see all of it except your own notes.
You can undo this for 24 hours while nothing else is entered, and take your plan out at any time.`,
  hidden: {
    invitation,
    update: view.newId(),
    own: String(own.revision),
    other: String(other.revision),
  },
})}
<p>${link(paths.share, 'Share nothing')}</p>
</div>`,
  });
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
  return html`${kept === side ? html`<strong>${value}</strong> (kept)` : value}<br><span class="hint">${source}, ${day}</span>`;
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
  const kind = DOCUMENT_KINDS.find((each) => path.includes(each));
  const named = [host, kind && paperName(kind)].filter((each) => each !== undefined);
  if (named.length === 0) return labelOf(first);
  // A paper's name alone means its status.
  const part = others.findLast((each) => each !== kind && !(kind && each === 'status'));
  return [...named, ...(part ? [labelOf(part)] : [])].join(': ');
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
