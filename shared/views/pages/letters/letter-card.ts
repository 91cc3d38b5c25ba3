/** One letter, as its writer or coordinator sees it. */
import { type Html, html } from '#shared/base/html.ts';
import type { LetterPaths } from '#shared/base/links/urls.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { type HeldLetter, markOf } from '#shared/people/writer/held.ts';
import { LOR_PORTAL } from '#shared/words/where.ts';
import { foldedForm, formMarkup } from '../../forms/form.ts';
import { datesOf } from '../rotation-words.ts';
import { status } from '../status.ts';
import { answerForms } from './answer-forms.ts';

interface CardView {
  readonly now: Instant;
  readonly paths: LetterPaths;
  newId(): string;
}

export function letterCard(view: CardView, held: HeldLetter, problem?: Problem): Html {
  const { applicant, letter, rotation } = held;
  const where = view.paths.packet({ applicantId: applicant.id, letterId: letter.id });
  const ties = () => ({ action: where, revision: markOf(letter), updateId: view.newId() });
  const [first, ...others] = answerForms(held, view.now);
  const { name } = applicant.facts.profile;
  return html`<section id="l-${letter.id}" aria-labelledby="h-${letter.id}">
<h2 id="h-${letter.id}">A letter for ${name}</h2>
${rotation ? html`<p class="quiet">${rotation.host.name}, ${datesOf(rotation)}</p>` : ''}
<p>${stateLine(held)}${held.role === 'writer' ? '' : html`<br><span class="quiet">${letter.writer.name} ${HANDED[held.role]}.</span>`}</p>
${held.role === 'offered' || !held.isAnswerable ? '' : dueWords(held, view)}
${first ? (first.fields.length === 0 && !problem ? formMarkup(first, ties()) : foldedForm(first, ties(), false, problem)) : ''}
${letter.seen && held.role !== 'offered' ? html`<p>What ${held.role === 'writer' ? 'you' : letter.writer.name} saw: ${letter.seen}</p>` : ''}
${held.role === 'offered' ? '' : details(held, view, where)}
${others.map((form) => foldedForm(form, ties(), false, problem))}
</section>`;
}

const HANDED = { offered: 'asks you to take it over', coordinator: 'handed it to you' } as const;

function details(held: HeldLetter, view: CardView, where: string): Html {
  return html`${held.isAnswerable ? howTo(held, view) : ''}
<p><a class="target" href="${where}">${held.applicant.facts.profile.name}: CV, statement, and cases</a></p>`;
}

function stateLine({ letter, rotation, applicant, isAnswerable, role }: HeldLetter): Html {
  switch (letter.status) {
    case 'uploaded':
    case 'assigned':
      return status('done', 'Uploaded. Nothing more is needed. Thank you.');
    case 'declined':
      return status('closed', 'You declined. If you can write it after all, choose a date.');
    case 'not-progressing':
      return status('late', 'The due date has passed. The letter may still help: choose a date.');
    default:
      if (!isAnswerable || rotation?.stage === 'closed') {
        return status('closed', 'No longer needed.');
      }
      if (role === 'offered') return status('to-do', 'Waiting for your answer');
      if (letter.coordinator) {
        const { name, accepted } = letter.coordinator;
        return status('waiting', accepted ? `With ${name}` : `Waiting for ${name} to accept`);
      }
      return status(
        'to-do',
        letter.promised
          ? `You will upload it by ${phraseDay(letter.promised.by)}`
          : `${applicant.facts.profile.name} says you agreed to write it. Is this day possible?`,
      );
  }
}

/** The due day of a letter that is no longer progressing is not kept. */
function dueWords({ letter, dueOn }: HeldLetter, { now }: CardView): Html | string {
  return letter.status === 'not-progressing'
    ? ''
    : html`<p class="when">Due ${phraseDay(dueOn)}, ${phraseDistance(dayIn(EASTERN, now), dueOn)}</p>`;
}

function howTo({ letter, season, applicant }: HeldLetter, { now }: CardView): Html {
  const today = dayIn(EASTERN, now);
  const { name } = applicant.facts.profile;
  if (letter.status === 'requested' || letter.erasLetterId) {
    return html`<p>${letter.erasLetterId ? html`ERAS Letter ID: <strong>${letter.erasLetterId}</strong>` : `The ERAS Letter ID is on the Letter Request Form that ${name} sent.`}</p>
<ol><li>Sign in to AAMC’s <a href="${LOR_PORTAL.url}" rel="noreferrer">${LOR_PORTAL.label} ↗</a></li><li>Enter the Letter ID:
it is good for one letter.</li><li>Upload the signed letter as a PDF, on letterhead.</li><li>Report the upload here.</li></ol>`;
  }
  const opens = season.dates['eras-opens'];
  const wait =
    opens && opens.day > today
      ? `ERAS opens on ${phraseDay(opens.day)}${opens.certainty === 'estimated' ? ' (estimated)' : ''}. After that, `
      : '';
  return html`<p>${wait}${name} will send the Letter Request Form with the Letter ID for the upload. You can prepare a draft now.</p>`;
}
