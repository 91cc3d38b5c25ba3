/** The pages of a writer or coordinator, without an account: each letter with its dates, steps, and answers, and what is kept. */
import { type Html, html } from '#shared/base/html.ts';
import type { LetterPaths } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { placeOf } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import type { HeldLetter } from '#shared/people/writer/held.ts';
import { caseList } from '#shared/plan/facts/cases.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { ENTERED_ITEMS, PACKET_TITLES, type PacketText } from '#shared/plan/facts/packet.ts';
import type { PlacedLetter } from '#shared/plan/letters/placed.ts';
import { banner, button, fold, link, select } from '../../components.ts';
import { problemSummary } from '../../forms/form.ts';
import { message, page } from '../layout.ts';
import { datesOf } from '../rotation-words.ts';
import { status } from '../status.ts';
import { answerForms } from './answer-forms.ts';
import { letterCard } from './letter-card.ts';

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
${cases.length > 0 ? part(PACKET_TITLES['case-list'], html`<ul>${cases.map((line) => html`<li>${line}</li>`)}</ul>`) : ''}
${ENTERED_ITEMS.map((item) => {
  const entered = packet[item];
  return entered ? part(PACKET_TITLES[item], written(entered)) : '';
})}
${cases.length === 0 && Object.keys(packet).length === 0 ? html`<p>Nothing has been entered yet.</p>` : ''}`;
}

function part(title: string, body: Html): Html {
  return html`<section><h2>${title}</h2>${body}</section>`;
}

/** A web address is shown in full, so that it can be read on paper. */
function written({ text, url }: PacketText): Html {
  return html`${text ? html`<p class="as-written">${text}</p>` : ''}${url ? html`<p><a href="${url}" rel="noreferrer">${url}</a></p>` : ''}`;
}
