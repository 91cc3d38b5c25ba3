/** The demo's clock page: its time, the progress of a jump, and the switch that stops all email; and what its buttons do. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { formBody } from '#functions/routes/forms.ts';
import { sendingOf, setSending } from '#functions/store/switches.ts';
import { type Html, html } from '#shared/base/html.ts';
import { FORM_BYTES_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { counted } from '#shared/base/sentence.ts';
import { isDay, plusDays, plusMonths } from '#shared/base/time/day.ts';
import {
  type ClockTime,
  DAY_MS,
  dayIn,
  EASTERN,
  type Instant,
  instantAt,
  minuteOfDayIn,
  msBetween,
  plusMs,
} from '#shared/base/time/instant.ts';
import { phraseInstant } from '#shared/base/time/phrase.ts';
import type { Sending, Switches } from '#shared/people/mailing/switches-item.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import type { DemoDeps } from './demo-deps.ts';
import { JUMP_DAYS_MAX, type JumpProgress } from './jump.ts';
import { demoPage } from './pages/frame.ts';
import { CLOCK_PATH, OUTBOX_PATH } from './pages/paths.ts';

const RENEW_SECONDS = 1;

const actSchema = z.strictObject({
  act: z.enum([
    'plus-day',
    'plus-week',
    'plus-month',
    'to-day',
    'go-on',
    'stop-jump',
    'stop-email',
    'resume-mail',
  ]),
  day: z.string().max(40).optional(),
});
type Act = z.infer<typeof actSchema>;

export function clockRoutes(deps: DemoDeps): Hono {
  const { store, clock, jumper } = deps;
  const app = new Hono();
  app.use(
    CLOCK_PATH,
    bodyLimit({ maxSize: FORM_BYTES_MAX, onError: (c) => c.html(messagePage('too-large'), 413) }),
  );

  app.get(CLOCK_PATH, async (c) => {
    if (jumper.progress()?.state === 'running') c.header('Refresh', String(RENEW_SECONDS));
    return c.html(await present());
  });

  app.post(CLOCK_PATH, async (c) => {
    const act = actSchema.safeParse(Object.fromEntries((await formBody(c)) ?? []));
    if (!act.success) {
      return c.html(await present({ message: 'The clock has no such button.' }), 400);
    }
    const done = await perform(deps, act.data);
    if (!done.ok) return c.html(await present({ message: done.failure, day: act.data.day }), 422);
    return c.redirect(CLOCK_PATH, 303);
  });

  return app;

  async function present(problem?: { message: string; day?: string | undefined }): Promise<string> {
    return clockPage({
      now: clock.now(),
      jump: jumper.progress(),
      brokenOff: jumper.brokenOff(),
      sending: await sendingOf(store),
      problem,
    });
  }
}

async function perform(deps: DemoDeps, { act, day }: Act): Promise<Result<unknown, string>> {
  const { clock, jumper } = deps;
  switch (act) {
    case 'stop-jump':
      await jumper.stop();
      return success(undefined);
    case 'stop-email':
      return switched(await setSending(deps, 'stopped', 'operator', clock.now()));
    case 'resume-mail':
      return switched(await setSending(deps, 'on', 'operator', clock.now()));
    default: {
      const to = targetOf(act, day, clock.now(), jumper.brokenOff());
      return to.ok ? jumper.jumpTo(to.value) : to;
    }
  }
}

function switched(after: Switches | undefined): Result<unknown, string> {
  return after ? success(after) : failure('Someone else is changing the switch. Try again.');
}

function targetOf(
  act: 'plus-day' | 'plus-week' | 'plus-month' | 'to-day' | 'go-on',
  day: string | undefined,
  now: Instant,
  brokenOff: Instant | undefined,
): Result<Instant, string> {
  switch (act) {
    case 'plus-day':
      return success(plusMs(now, DAY_MS));
    case 'plus-week':
      return success(plusMs(now, 7 * DAY_MS));
    case 'plus-month':
      return success(instantAt(plusMonths(dayIn(EASTERN, now), 1), clockTimeOf(now), EASTERN));
    case 'to-day':
      if (!day || !isDay(day)) return failure('Choose a calendar day, such as 2027-03-01.');
      return success(instantAt(day, '12:00', EASTERN));
    case 'go-on':
      return brokenOff ? success(brokenOff) : failure('There is no unfinished jump.');
  }
}

function clockTimeOf(instant: Instant): ClockTime {
  const minuteOfDay = minuteOfDayIn(EASTERN, instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}` as ClockTime;
}

interface ClockView {
  readonly now: Instant;
  readonly jump?: Readonly<JumpProgress> | undefined;
  /** The target of an unfinished jump. */
  readonly brokenOff?: Instant | undefined;
  readonly sending: Sending;
  /** Why the last form was refused, with the day that was typed. */
  readonly problem?: { readonly message: string; readonly day?: string | undefined } | undefined;
}

function clockPage(view: ClockView): string {
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
    ? html`<section aria-label="Email"><h2>Email is on</h2>
<p>The operator’s stop switch holds every email. Due emails wait and are sent once email is on again.</p>
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
