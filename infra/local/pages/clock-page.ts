/** The demo's clock: its time, the progress of a jump, and the switch that stops all email. */

import { type Html, html } from '#shared/base/html.ts';
import { counted } from '#shared/base/sentence.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { DAY_MS, dayIn, EASTERN, type Instant, msBetween } from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { Sending } from '#shared/people/mailing/switches-item.ts';
import { JUMP_DAYS_MAX, type JumpProgress } from '../jump.ts';
import { demoPage } from './frame.ts';
import { CLOCK_PATH, OUTBOX_PATH } from './paths.ts';

interface ClockView {
  readonly now: Instant;
  readonly jump?: Readonly<JumpProgress> | undefined;
  /** The target of an unfinished jump. */
  readonly brokenOff?: Instant | undefined;
  readonly sending: Sending;
  /** Why the last form was refused, with the day that was typed. */
  readonly problem?: { readonly message: string; readonly day?: string | undefined } | undefined;
}

export function clockPage(view: ClockView): string {
  const { now, jump, problem } = view;
  return demoPage(
    'Clock',
    CLOCK_PATH,
    now,
    html`<h1>Clock</h1>
${problem ? html`<div class="problem" role="alert"><p>${problem.message} Nothing was changed.</p></div>` : ''}
<section aria-label="The time"><p class="clock">${phraseInstant(now, EASTERN)}</p>
<p>The clock runs by itself. You can move it forward, never back. Every hourly sweep in between runs at its own hour, so each email is sent on the
right day.</p></section>
${jump?.state === 'running' ? running(jump) : html`${jump ? arrived(jump) : ''}${moves(view)}`}
${emailSwitch(view.sending)}`,
  );
}

function running(jump: Readonly<JumpProgress>): Html {
  const days = daysOf(jump.from, jump.to);
  const done = daysOf(jump.from, jump.at);
  return html`<section class="next" aria-label="The jump"><h2>Moving to ${phraseInstant(jump.to, EASTERN)}</h2>
<p role="status">Day ${done} of ${days}, ${emailCount(jump)}.</p>
<progress max="${days}" value="${done}" aria-label="Days passed"></progress>
<p>This page updates itself. You can leave it; the jump continues.</p>
${button('stop-jump', 'Stop here', 'plain')}</section>`;
}

function arrived(jump: Readonly<JumpProgress>): Html {
  const words = { running: '', arrived: 'Arrived', stopped: 'Stopped', failed: 'Failed' };
  return html`<div class="done" role="status"><p>${words[jump.state]} after ${daysOf(jump.from, jump.at)} days with ${emailCount(jump)}.
<a href="${OUTBOX_PATH}">Open the outbox</a></p></div>`;
}

function moves({ now, brokenOff, problem }: ClockView): Html {
  const today = dayIn(EASTERN, now);
  return html`<section aria-label="Move the clock"><h2>Move the clock</h2>
${
  brokenOff
    ? html`<p>An earlier jump to ${phraseInstant(brokenOff, EASTERN)} did not arrive.</p>${button('go-on', 'Continue that jump')}
`
    : ''
}<div class="row">
${button('plus-day', 'Forward one day')}
${button('plus-week', 'Forward one week')}
${button('plus-month', 'Forward one month')}
</div>
<form method="post" action="${CLOCK_PATH}"><input type="hidden" name="act" value="to-day">
<div class="row"><div class="field"><label for="day">To noon Eastern time on this day</label>
<input id="day" name="day" type="date" required min="${today}" max="${plusDays(today, JUMP_DAYS_MAX)}" value="${problem?.day ?? ''}"></div>
<button>Move to this day</button></div></form></section>`;
}

function emailSwitch(sending: Sending): Html {
  return sending === 'on'
    ? html`<section aria-label="Email"><h2>Email is on</h2><p>The operator’s stop switch holds every email. Due emails wait and are sent once email is on again.</p>
${button('stop-email', 'Stop all email', 'plain')}</section>`
    : html`<section aria-label="Email"><h2>All email is stopped</h2><p>Due emails wait. Nothing is lost.</p>
${button('resume-mail', 'Resume email')}</section>`;
}

function button(act: string, label: string, look = ''): Html {
  return html`<form method="post" action="${CLOCK_PATH}"><input type="hidden" name="act" value="${act}"><button class="${look}">${label}</button></form>`;
}

function daysOf(from: Instant, to: Instant): number {
  return Math.round(msBetween(from, to) / DAY_MS);
}

function emailCount({ emails }: Readonly<JumpProgress>): string {
  return counted(emails, 'email');
}
