/** The six steps of a rotation as dots on a line. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseShortDay } from '#shared/base/time/phrase.ts';
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
  return html`<ol class="track">${trackOf(rotation).map((step) => {
    const { shape, words } = PLACES[step.place];
    const isNow = step.place === 'now';
    const { title } = STAGES[step.stage];
    return html`<li class="${step.place}${isNow && turn === 'late' ? ' late' : ''}"${isNow ? html` aria-current="step"` : ''}><i aria-hidden="true">${isNow && turn !== 'to-do' ? SHAPES[turn] : shape}</i>${
      isNamed
        ? html`<span>${title}${step.day ? html`<br>${phraseShortDay(step.day)}` : ''}<span class="unseen">, ${words}</span></span>`
        : html`<span class="unseen">${title}, ${words}</span>`
    }</li>`;
  })}</ol>`;
}
