/** The six steps of a rotation, and the five of a letter, as dots on a line. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { type TrackStep, trackOf } from '#shared/plan/rotation/track.ts';
import { SHAPES, type Shape } from './status.ts';

const PLACES: Readonly<
  Record<TrackStep['place'], { readonly shape: string; readonly words: string }>
> = {
  past: { shape: '●', words: 'done' },
  now: { shape: '', words: 'now' },
  ahead: { shape: '·', words: 'ahead' },
  skipped: { shape: '○', words: 'skipped' },
};

/** @param turn how the present step is: whose turn, or late */
export function track(rotation: Rotation, turn: Shape, isNamed: boolean = false): Html {
  const steps = trackOf(rotation).map((step) => ({ ...step, title: STAGES[step.stage].title }));
  return dots(steps, turn, isNamed);
}

/** Empty for one that will not arrive. */
export function letterTrack({ status, askedOn }: Letter): Html | '' {
  const at = LETTER_STEPS.findIndex(([name]) => name === status);
  if (at === -1) return '';
  const isDone = at === LETTER_STEPS.length - 1;
  const steps = LETTER_STEPS.map(
    ([name, title], index) =>
      ({
        title,
        place: index < at || isDone ? 'past' : index === at ? 'now' : 'ahead',
        ...(name === 'asked' && { day: askedOn }),
      }) as const,
  );
  return dots(steps, 'to-do', true);
}

const LETTER_STEPS = [
  ['asked', 'Asked'],
  ['agreed', 'Agreed'],
  ['requested', 'Requested'],
  ['uploaded', 'Uploaded'],
  ['assigned', 'Assigned'],
] as const;

interface Dot extends Pick<TrackStep, 'place' | 'day'> {
  readonly title: string;
}

function dots(steps: readonly Dot[], turn: Shape, isNamed: boolean): Html {
  return html`<ol class="track">${steps.map((step) => {
    const { shape, words } = PLACES[step.place];
    const isNow = step.place === 'now';
    const { title } = step;
    return html`<li class="${step.place}${isNow && turn === 'late' ? ' late' : ''}"${isNow ? html` aria-current="step"` : ''}><i aria-hidden="true">${isNow && turn !== 'to-do' ? SHAPES[turn] : shape}</i>${
      isNamed
        ? html`<span>${title}${step.day ? html`<br>${phraseShortDay(step.day)}` : ''}<span class="unseen">, ${words}</span></span>`
        : html`<span class="unseen">${title}, ${words}</span>`
    }</li>`;
  })}</ol>`;
}
