/** An applicant’s letters: in lines, as the letter plan, and as the cards of a rotation. */
import { type Html, html } from '#shared/base/html.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { firstEmailOn } from '#shared/people/writer/writer-ladder.ts';
import { isOpen, type Letter, OWN_LETTERS, PACKET_ITEMS } from '#shared/plan/facts/letter.ts';
import { ENTERED_ITEMS } from '#shared/plan/facts/packet.ts';
import {
  ASSIGNED_MAX,
  type LateLetter,
  LETTERS_WANTED,
  letterPlan,
} from '#shared/plan/letters/letter-plan.ts';
import type { PlacedLetter } from '#shared/plan/letters/placed.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { grantsLetters } from '#shared/plan/rotation/site.ts';
import { certaintyWords } from '#shared/world/provenance.ts';
import { link, list, section } from '../../components.ts';
import type { PageView } from '../person-page.ts';
import type { RotationView } from '../rotation-sections.ts';
import { letterStatus, letterTrack, status } from '../status.ts';

export function lettersSection(view: RotationView): Html | string {
  const { rotation, others, linked } = view;
  const grantsNone = !grantsLetters(rotation, view.world);
  const card = (
    letter: Letter,
  ) => html`<strong>${letter.writer.name}</strong> ${letterStatus(letter)}${textOfWriter(letter, view.now)}
${letterTrack(letter)}
${letter.erasLetterId ? html`<p class="quiet">ERAS Letter ID ${letter.erasLetterId}</p>` : ''}
${letter.contact || !isOpen(letter) ? '' : beforeFirstEmail(view)}
<p class="line">${others.filter(({ hidden }) => hidden.letterId === letter.id).map(linked)}
${link(view.paths.packet(letter.id), `What ${letter.writer.name} receives`)}</p>`;
  if (!grantsNone && rotation.letters.length === 0) return '';
  return section(
    'letters',
    'Letters',
    grantsNone
      ? html`<p>${rotation.host.name} states that it provides no letters of recommendation.</p>`
      : list(rotation.letters.map(card)),
  );
}

/** The packet comes first: the writer opens it from the first email. */
function beforeFirstEmail({ applicant, paths, now, rotation }: RotationView): Html {
  const { packet = {} } = applicant.facts;
  const { cases = [] } = rotation;
  const ready = ENTERED_ITEMS.filter((item) => packet[item]).length + (cases.length > 0 ? 1 : 0);
  const first = phraseDay(firstEmailOn(dayIn(EASTERN, now)));
  return html`<p>Packet for your writer: ${ready} of ${PACKET_ITEMS.length} parts ready.
${link(`${paths.rotation(OWN_LETTERS)}#packet`, 'Fill in the packet first')}<br>
<span class="quiet">If you press “Email the writer” today, the first email goes to the writer on ${first}:
thanks, your packet, and when the Letter ID comes.</span></p>`;
}

export function letterLine({ paths, now }: PageView, { letter, rotation }: PlacedLetter): Html {
  const where = rotation
    ? html`<a href="${paths.rotation(rotation.id)}">${nameOf(rotation)}</a>`
    : html`<a href="${paths.rotation(OWN_LETTERS)}">outside your rotations</a>`;
  return html`${letterStatus(letter)}: ${letter.writer.name}, ${where}${textOfWriter(letter, now)}`;
}

/** What the writer answered, and whether we email them. Empty unless the applicant said the writer agreed. */
function textOfWriter(letter: Letter, now: Instant): Html | string {
  const { contact, promised, coordinator } = letter;
  if (!contact || !isOpen(letter)) return '';
  const lines = [
    ...(promised ? [`will upload by ${phraseDay(promised.by)}`] : []),
    ...(coordinator
      ? [`${coordinator.accepted ? 'handed to' : 'to be handed to'} ${coordinator.name}`]
      : []),
    emailWords(contact, dayIn(EASTERN, now)),
  ];
  return html`<br><span class="quiet">${lines.join(' · ')}</span>`;
}

function emailWords({ state, since }: NonNullable<Letter['contact']>, today: Day): string {
  switch (state) {
    case 'emailed': {
      const first = firstEmailOn(since);
      return first < today
        ? `we have emailed the writer since ${phraseDay(first)}`
        : `our first email goes to the writer on ${phraseDay(first)}`;
    }
    case 'stopped':
      return 'wants no emails from us: call';
    case 'unreachable':
      return 'the address does not accept our emails: call';
  }
}

export function letterPlanWords({ applicant, world }: PageView): Html {
  const { covered, byMode, inEras, assigned, missing, late } = letterPlan(applicant.facts, world);
  const count = `${covered} of ${LETTERS_WANTED}${byMode ? ` (${byMode})` : ''}`;
  return html`<p>${
    missing.length > 0
      ? status('to-do', `${count}. Still needed: ${missing.join('; ')}`)
      : status('done', `${count}: agreed, requested, or in ERAS`)
  }</p>
<p class="quiet">${inEras} in ERAS, ${assigned} assigned to programs. The guide asks for two to three; a program takes at most ${ASSIGNED_MAX}.</p>
${late.map((each) => html`<p>${status('late', lateWords(each))}</p>`)}`;
}

function lateWords({ rotation, writerName, day, review }: LateLetter): string {
  const what = writerName
    ? `The letter from ${writerName} is due ${phraseDay(day)}`
    : `The ${rotation ? nameOf(rotation) : 'rotation'} ends late, so its letter can arrive by ${phraseDay(day)}`;
  const from = `${phraseDay(review.day)} (${certaintyWords(review.certainty, 'applicant')})`;
  return `${what}, but programs start to review on ${from}. It can be added later, but the first review will miss it.`;
}
