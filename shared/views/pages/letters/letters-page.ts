/** The pages of a writer or coordinator, without an account: each letter with its dates, steps, and answers, and what is kept. */
import { type Html, html } from '#shared/base/html.ts';
import type { LetterPaths } from '#shared/base/links/urls.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance, placeOf } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import { type HeldLetter, markOf } from '#shared/people/writer/held.ts';
import { caseList } from '#shared/plan/facts/cases.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { ENTERED_ITEMS, PACKET_TITLES, type PacketText } from '#shared/plan/facts/packet.ts';
import type { PlacedLetter } from '#shared/plan/letters/placed.ts';
import { LOR_PORTAL } from '#shared/words/where.ts';
import { type Body, banner, bullets, button, fold, link, select } from '../../components.ts';
import { foldedForm, formMarkup, problemSummary } from '../../forms/form.ts';
import { message, page } from '../layout.ts';
import { datesOf } from '../rotation-words.ts';
import { status } from '../status.ts';
import { answerForms } from './answer-forms.ts';

export interface LettersView {
  readonly writer: WriterItem;
  readonly letters: readonly HeldLetter[];
  readonly now: Instant;
  readonly paths: LetterPaths;
  /** Where all emails can be stopped. */
  readonly unsubscribe: string;
  newId(): string;
  /** The accepted answer that this page confirms. */
  readonly done?: string;
}

export interface LetterProblem extends Problem {
  readonly letterId: string;
}

export function lettersPage(view: LettersView, problem?: LetterProblem): string {
  const letters = view.letters.toSorted(byNeed);
  const isAbout = (held: HeldLetter) => held.letter.id === problem?.letterId;
  const about = letters.find(isAbout);
  return page(
    problem ? 'Nothing was changed' : 'Letters requested from you',
    html`<h1>Letters requested from you</h1>
${problem ? problemSummary(problem, about ? answerForms(about, view.now) : []) : receipt(view)}
<p>Letters of recommendation (LoR) go only to ERAS. Never send us a letter: this page keeps only its status.</p>
${letters.length === 0 ? html`<p>${status('done', 'No letter is requested from you now.')}</p>` : ''}
${letters.map((held) => letterCard(view, held, isAbout(held) ? problem : undefined))}
${zoneSection(view.writer, view.paths)}
<p>${link(view.unsubscribe, 'Stop all emails to me')}<br>
${link(view.paths.kept, 'What you keep about me')}</p>
${button({ action: view.paths.endLinks, label: 'End all my links and email me a new one', isPlain: true })}
`,
  );
}

function receipt({ letters, done }: LettersView): Html | string {
  if (done === undefined) return '';
  if (done === 'zone') return recorded('your time zone.');
  const answered = letters.find(({ applicant }) =>
    applicant.accepted.some(({ id }) => id === done),
  );
  if (!answered) return '';
  return recorded(
    `your answer about the letter for ${answered.applicant.facts.profile.name}. Thank you.`,
  );
}

function recorded(what: string): Html {
  return banner('done', html`<p>${status('done', 'Recorded:')} ${what}</p>`);
}

function letterCard(view: LettersView, held: HeldLetter, problem?: Problem): Html {
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

function details(held: HeldLetter, view: LettersView, where: string): Html {
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
function dueWords({ letter, dueOn }: HeldLetter, { now }: LettersView): Html | string {
  return letter.status === 'not-progressing'
    ? ''
    : html`<p class="when">Due ${phraseDay(dueOn)}, ${phraseDistance(dayIn(EASTERN, now), dueOn)}</p>`;
}

function howTo({ letter, season, applicant }: HeldLetter, { now }: LettersView): Html {
  const today = dayIn(EASTERN, now);
  const { name } = applicant.facts.profile;
  if (letter.status === 'requested' || letter.erasLetterId) {
    const known =
      letter.erasLetterId && html`ERAS Letter ID: <strong>${letter.erasLetterId}</strong>`;
    return html`<p>${known || `The ERAS Letter ID is on the Letter Request Form that ${name} sent.`}</p>
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

/** Letters that can still be answered first, then by due day. */
function byNeed(a: HeldLetter, b: HeldLetter): number {
  return Number(b.isAnswerable) - Number(a.isAnswerable) || (a.dueOn < b.dueOn ? -1 : 1);
}

/** The zones of the US hosts, which is close enough for writers elsewhere. */
export const WRITER_ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
] as const;

function zoneSection(writer: WriterItem, paths: LetterPaths): Html {
  return fold(
    `Emails come on weekdays from 9 a.m. to 4 p.m. in ${placeOf(writer.zone)}`,
    html`<form method="post" action="${paths.page}">
${select(
  { id: 'zone', name: 'zone', label: 'Your time zone', chosen: writer.zone },
  WRITER_ZONES.map((zone) => [zone, placeOf(zone)]),
)}
<button class="plain">Save the time zone</button>
</form>`,
  );
}

export function keptAboutWriterPage(
  { name, address, zone, emails }: WriterItem,
  letters: readonly HeldLetter[],
  paths: LetterPaths,
): string {
  const applicants = new Set(letters.map(({ applicant }) => applicant.facts.profile.name));
  return message(
    'What we keep about you',
    html`<dl>
<dt>Name, as an applicant entered it</dt><dd>${name}</dd>
<dt>Email address</dt><dd>${address}</dd>
<dt>Time zone of our emails</dt><dd>${zone}</dd>
<dt>Applicants who requested a letter from you</dt><dd>${[...applicants].join(', ') || 'none now'}</dd>
<dt>Emails we sent you: when, and about which letter</dt><dd>${emails.length}</dd>
</dl>
<p>If you delete this, we never email you again, this page and every link end, and your address leaves each applicant’s plan.
Your name stays on their plans, since it is part of their record. We ask applicants to call you instead.</p>
${button({ action: paths.kept, label: 'Delete what you keep about me', isPlain: true })}
<p>${link(paths.page, 'Back to my letters')}</p>`,
  );
}

/** @param back where the reader came from */
export function packetPage(facts: Facts, placed: PlacedLetter, back: string): string {
  return page(
    `For the letter from ${placed.letter.writer.name}`,
    html`<p class="screen"><a class="target" href="${back}">Back</a></p>
${packetSheet(facts, placed)}`,
  );
}

function packetSheet({ profile, packet = {} }: Facts, { letter, rotation }: PlacedLetter): Html {
  const cases = caseList(rotation?.cases ?? []);
  return html`<h1>${profile.name}: for the letter from ${letter.writer.name}</h1>
${rotation ? html`<p>${rotation.host.name}, ${datesOf(rotation)}</p>` : ''}
${letter.seen ? html`<p>What ${letter.writer.name} saw: ${letter.seen}</p>` : ''}
${cases.length > 0 ? part(PACKET_TITLES['case-list'], bullets(cases)) : ''}
${ENTERED_ITEMS.map((item) => {
  const entered = packet[item];
  return entered ? part(PACKET_TITLES[item], written(entered)) : '';
})}
${cases.length === 0 && Object.keys(packet).length === 0 ? html`<p>Nothing has been entered yet.</p>` : ''}`;
}

function part(title: string, body: Body): Html {
  return html`<section><h2>${title}</h2>${body}</section>`;
}

/** A web address is shown in full, so that it can be read on paper. */
function written({ text, url }: PacketText): Html {
  return html`${text ? html`<p class="as-written">${text}</p>` : ''}${url ? html`<p><a href="${url}" rel="noreferrer">${url}</a></p>` : ''}`;
}
