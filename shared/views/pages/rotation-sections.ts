/** A rotation’s days, and what was reported about it. */
import { type Html, html } from '#shared/base/html.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { phraseDay, phraseLocal } from '#shared/base/time/phrase.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { actorWords, historyOf, historyWords } from '#shared/people/applicant/history-words.ts';
import { caseList, totalOf } from '#shared/plan/facts/cases.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { withdrawalEmail } from '#shared/words/withdrawal-words.ts';
import { contactOf } from '#shared/world/programs/known-facts.ts';
import { bullets, draft, fold, list, section } from '../components.ts';
import type { PageView } from './person-page.ts';
import { status } from './status.ts';

/** Our interpretation of the guide's "near the end". */
const TALK_DAYS_BEFORE_END = 7;

/** What the sections of a rotation's page are made from. */
export interface RotationView extends PageView {
  readonly rotation: Rotation;
  /** The rotation's own page. */
  readonly action: string;
  readonly forms: readonly Form[];
  /** Without the one that is open. */
  readonly others: readonly Form[];
  /** What is open for this rotation, most urgent first. */
  readonly occasions: readonly Occasion[];
  linked(form: Form): Html;
}

/** Empty before the first day. */
export function diarySection(
  { rotation, linked }: RotationView,
  forms: readonly Form[],
): Html | string {
  const { cases = [], mentor, talkedOn, tasks = [], feedback, dates, stage } = rotation;
  // Nothing is asked for on days that are over.
  const isOver = isFinished(stage);
  const isEmpty = cases.length === 0 && !mentor && !talkedOn && tasks.length === 0;
  if (forms.length === 0 && isEmpty) return '';
  const lines = caseList(cases);
  const asked = [
    mentor
      ? status('done', `mentor: ${mentor}`)
      : !isOver && status('to-do', 'no mentor named yet'),
    talkedOn
      ? status('done', `one-on-one talk on ${phraseDay(talkedOn)}`)
      : !isOver && status('to-do', talkWords(dates)),
  ].filter((each) => each !== false);
  return section(
    'diary',
    'During the rotation',
    html`<p class="quiet">Enter only types of procedures and counts. Never write anything about a patient.</p>
<p><strong>Cases: ${totalOf(cases)}.</strong></p>
${bullets(lines)}
${feedback ? feedbackWords(feedback) : ''}
${asked.length > 0 ? html`<p>${asked.map((each) => html`${each}<br>`)}</p>` : ''}
${list(
  tasks.map(
    ({ title, assignedOn, doneOn }) =>
      html`${doneOn ? status('done', `answered on ${phraseDay(doneOn)}`) : status('to-do', `to answer by ${phraseDay(plusDays(assignedOn, 1))}`)}: ${title}`,
  ),
)}
${forms.length > 0 ? html`<p class="line">${forms.map(linked)}</p>` : ''}`,
  );
}

function feedbackWords({ on, mood, change, focus }: NonNullable<Rotation['feedback']>): Html {
  return html`<p>${status('done', `feedback on ${phraseDay(on)}: ${mood}`)}
${change ? html`<br>To change: ${change}` : ''}${focus ? html`<br>To focus on: ${focus}` : ''}</p>`;
}

function talkWords(dates: Rotation['dates']): string {
  const from = dates && phraseDay(plusDays(dates.end, -TALK_DAYS_BEFORE_END));
  const when = from ? `on or after ${from}` : 'near the end';
  return `ask for a short one-on-one talk about your goals and your chances, ${when}`;
}

/** What the applicant keeps here for themselves. */
export function ownSection(
  { rotation, linked }: RotationView,
  forms: readonly Form[],
): Html | string {
  const { ownTasks = [], ownNote } = rotation;
  if (ownTasks.length === 0 && !ownNote) return '';
  return section(
    'own',
    'My tasks and note',
    html`${ownNote ? html`<p>${ownNote}</p>` : ''}
${list(
  ownTasks.map(
    ({ title, dueOn, doneOn }) =>
      html`${doneOn ? status('done', `done on ${phraseDay(doneOn)}`) : status('to-do', `by ${phraseDay(dueOn)}`)}: ${title}`,
  ),
)}
${forms.length > 0 ? html`<p class="line">${forms.map(linked)}</p>` : ''}`,
  );
}

/** Nothing where the host knows of no application. */
export function tellHostSection({ applicant, world, rotation }: RotationView): Html | '' {
  const email = withdrawalEmail(rotation, applicant.facts.profile.name);
  if (!email) return '';
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const to = (host && contactOf(host).mailbox) ?? '';
  return section(
    'tell-host',
    'Tell the host',
    html`<p>A place that you do not take can go to someone else. Send this email${rotation.route === 'vslo' ? ', and also withdraw in VSLO' : ''}.</p>
${draft({ to, ...email })}`,
    true,
  );
}

const SHOWN_MAX = 30;

/** The history of one rotation or, without an ID, of everything that is about none. */
export function historySection({ applicant }: PageView, rotationId?: string): Html | string {
  const entries = historyOf(applicant.history, rotationId);
  if (entries.length === 0) return '';
  const { zone } = applicant.facts.profile;
  const takenBack = new Set(
    applicant.accepted.filter((each) => each.takenBack).map(({ id }) => id),
  );
  const lines = entries.slice(0, SHOWN_MAX).map(
    (entry) =>
      html`${historyWords(entry)}${takenBack.has(entry.id) ? ', undone' : ''}<br>
<span class="quiet">${phraseLocal(entry.at, zone)}, ${actorWords(entry)}</span>`,
  );
  return fold(
    `History (${entries.length})`,
    html`${list(lines)}
${entries.length > SHOWN_MAX ? html`<p class="quiet">The latest ${SHOWN_MAX} of ${entries.length} are shown.</p>` : ''}`,
    'form',
  );
}
