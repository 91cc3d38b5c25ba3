/** The sections of a rotation’s page. */
import { html } from 'hono/html';
import { capital } from '#shared/base/capital.ts';
import type { Html } from '#shared/base/html.ts';
import { atForm } from '#shared/base/links/urls.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { phraseDay, phraseLocal } from '#shared/base/time/phrase.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import { actorWords, historyOf, historyWords } from '#shared/people/applicant/history-words.ts';
import { firstEmailOn } from '#shared/people/writer/writer-ladder.ts';
import { judgeChecklist, type Standing } from '#shared/plan/documents/judge.ts';
import { caseList, totalOf } from '#shared/plan/facts/cases.ts';
import { isOpen, OWN_LETTERS, PACKET_ITEMS } from '#shared/plan/facts/letter.ts';
import { ENTERED_ITEMS } from '#shared/plan/facts/packet.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { formOf } from '#shared/words/answer-form.ts';
import { type Occasion, wordsNow } from '#shared/words/occasions.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import { fold, list } from '../components.ts';
import { textOfWriter } from './letters/letter-lines.ts';
import type { PageView } from './person-page.ts';
import { letterStatus, standingStatus, status } from './status.ts';
import { sourceWords, whenWords } from './when.ts';

const OTHERS_MAX = 3;

/** @param occasions of this rotation; the first is shown in full */
export function dueSection(
  view: PageView,
  occasions: readonly Occasion[],
  forms: readonly Form[],
  action: string,
): Html | string {
  const [first, ...others] = occasions;
  if (!first) return '';
  const answer = forms.find(({ key }) => key === formOf(first));
  const more = others.length - OTHERS_MAX;
  return html`<section class="next" aria-labelledby="due"><h2 id="due">Now: ${first.words.title}</h2>
<p class="when">${whenWords(first, view)}</p>
<p>${wordsNow(first, view.now).next}</p>
${answer ? html`<p><a class="button" href="#form-${answer.key}">${first.words.button}</a></p>` : ''}
${fold('Why, and where this date comes from', html`<p>${wordsNow(first, view.now).why}</p><p>${capital(certaintyWords(first.deadline.certainty, 'applicant'))}: ${sourceWords(first.deadline)}.</p>`, 'source')}
${
  others.length > 0
    ? html`<h3>Also open</h3><ul class="list">${others.slice(0, OTHERS_MAX).map((other) => {
        const form = formOf(other);
        return html`<li>${form ? html`<a class="target" href="${atForm(action, form)}">${other.words.title}</a>` : other.words.title}<br>${whenWords(other, view)}</li>`;
      })}</ul>`
    : ''
}
${more > 0 ? html`<p class="quiet">And ${more} more below.</p>` : ''}</section>`;
}

export function checklistSection(
  view: PageView,
  rotation: Rotation,
  forms: readonly Form[],
  folded: (form: Form) => Html,
): Html | string {
  // After the last day, the list is no longer needed.
  if (rotation.checklist.length === 0 || !isCommitted(rotation.stage)) return '';
  const host = view.world.host(rotation.host.institutionId, rotation.mode);
  const standings = judgeChecklist(rotation, view.applicant.facts.documents, host);
  const today = dayIn(view.applicant.facts.profile.zone, view.now);
  const done = standings.filter(({ word }) => word === 'cleared').length;
  const item = (standing: Standing, index: number) => {
    const { heldBy = 'applicant', askedBy } = rotation.checklist[index] ?? {};
    const { label, explains } = DOCUMENT_FACTS[standing.kind];
    const form = forms.find(({ key }) => key === `document-updated.${standing.kind}`);
    const by = askedBy === 'host' ? 'Required by the host.' : 'On the default list.';
    return html`<strong>${label}</strong> ${standingStatus(standing, heldBy, today)}${standing.validUntil ? html` <span class="quiet">valid until ${phraseDay(standing.validUntil)}</span>` : ''}
${form ? folded({ ...form, title: `Update: ${form.title}`, text: `${explains} ${by} ${form.text}` }) : ''}`;
  };
  return html`<section aria-labelledby="checklist"><h2 id="checklist">Documents: ${done} of ${standings.length} done</h2>
<p class="quiet">${rotation.dates ? `Each must be valid through ${phraseDay(rotation.dates.end)}, the last day.` : ''} If the host publishes no list,
this is the guide’s default list.</p>
${list(standings.flatMap((standing, index) => (standing.word === 'cleared' ? [] : [item(standing, index)])))}
${done > 0 ? fold(`Done (${done})`, list(standings.flatMap((standing, index) => (standing.word === 'cleared' ? [item(standing, index)] : [])))) : ''}</section>`;
}

export function lettersSection(
  view: PageView,
  rotation: Rotation,
  forms: readonly Form[],
  folded: (form: Form) => Html,
): Html | string {
  const grantsNone =
    view.world.host(rotation.host.institutionId, rotation.mode)?.grantsLetters === false;
  if (grantsNone) {
    return html`<section aria-labelledby="letters"><h2 id="letters">Letters</h2>
<p>${rotation.host.name} states that it provides no letters of recommendation.</p></section>`;
  }
  if (rotation.letters.length === 0) return '';
  return html`<section aria-labelledby="letters"><h2 id="letters">Letters</h2>
<ul class="list">${rotation.letters.map(
    (
      letter,
    ) => html`<li><strong>${letter.writer.name}</strong> ${letterStatus(letter)}${textOfWriter(letter, view.now)}<br>
<span class="quiet">asked on ${phraseDay(letter.askedOn)}${letter.erasLetterId ? `, ERAS Letter ID ${letter.erasLetterId}` : ''}</span>
${letter.contact || !isOpen(letter) ? '' : beforeFirstEmail(view, rotation)}
${forms.filter(({ hidden }) => hidden.letterId === letter.id).map(folded)}
<a class="target" href="${view.paths.packet(letter.id)}">What ${letter.writer.name} receives</a></li>`,
  )}</ul></section>`;
}

/** The packet comes first: the writer opens it from the first email. */
function beforeFirstEmail({ applicant, paths, now }: PageView, { cases = [] }: Rotation): Html {
  const { packet = {} } = applicant.facts;
  const ready = ENTERED_ITEMS.filter((item) => packet[item]).length + (cases.length > 0 ? 1 : 0);
  const first = phraseDay(firstEmailOn(dayIn(EASTERN, now)));
  return html`<p>Packet for your writer: ${ready} of ${PACKET_ITEMS.length} parts ready. <a class="target" href="${paths.rotation(OWN_LETTERS)}#packet">Fill in the packet first</a><br>
<span class="quiet">If you press “Email the writer” today, the first email goes to the writer on ${first}: thanks, your packet, and when the Letter ID comes.</span></p>`;
}

/** Our interpretation of the guide's "near the end". */
const TALK_DAYS_BEFORE_END = 7;

/** Empty before the first day. */
export function diarySection(
  rotation: Rotation,
  forms: readonly Form[],
  folded: (form: Form) => Html,
): Html | string {
  const { cases = [], mentor, talkedOn, tasks = [], feedback, dates } = rotation;
  const isEmpty = cases.length === 0 && !mentor && !talkedOn && tasks.length === 0;
  if (forms.length === 0 && isEmpty) return '';
  const lines = caseList(cases);
  return html`<section aria-labelledby="diary"><h2 id="diary">During the rotation</h2>
<p class="quiet">Enter only kinds of procedures and numbers. Never write anything about a patient.</p>
<p><strong>Cases: ${totalOf(cases)}.</strong></p>
${lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : ''}
${feedback ? html`<p>${status('done', `feedback on ${phraseDay(feedback.on)}: ${feedback.mood}`)}${feedback.change ? html`<br>To change: ${feedback.change}` : ''}${feedback.focus ? html`<br>To focus on: ${feedback.focus}` : ''}</p>` : ''}
<p>${mentor ? status('done', `mentor: ${mentor}`) : status('to-do', 'no mentor named yet')}<br>
${talkedOn ? status('done', `one-on-one talk on ${phraseDay(talkedOn)}`) : status('to-do', `ask for a short one-on-one talk${dates ? `, from ${phraseDay(plusDays(dates.end, -TALK_DAYS_BEFORE_END))} on,` : ' near the end'} about your goals and your chances`)}</p>
${
  tasks.length > 0
    ? html`<ul class="list">${tasks.map(
        ({ title, assignedOn, doneOn }) =>
          html`<li>${doneOn ? status('done', `answered on ${phraseDay(doneOn)}`) : status('to-do', `to answer by ${phraseDay(plusDays(assignedOn, 1))}`)}: ${title}</li>`,
      )}</ul>`
    : ''
}
${forms.map(folded)}</section>`;
}

const SHOWN_MAX = 30;

export function historySection({ applicant }: PageView, rotationId: string): Html | string {
  const entries = historyOf(applicant.history, rotationId);
  if (entries.length === 0) return '';
  const { zone } = applicant.facts.profile;
  const takenBack = new Set(
    applicant.accepted.filter((each) => each.takenBack).map(({ id }) => id),
  );
  return html`<details class="form"><summary>History (${entries.length})</summary>
<ul class="list">${entries.slice(0, SHOWN_MAX).map(
    (entry) =>
      html`<li>${historyWords(entry)}${takenBack.has(entry.id) ? ', undone' : ''}<br><span class="quiet">${phraseLocal(entry.at, zone)},
${actorWords(entry)}</span></li>`,
  )}</ul>
${entries.length > SHOWN_MAX ? html`<p class="quiet">The latest ${SHOWN_MAX} of ${entries.length} are shown.</p>` : ''}</details>`;
}
