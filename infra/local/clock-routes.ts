/** The demo's clock page, and what its buttons do. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { formBody } from '#functions/routes/forms.ts';
import { sendingOf, setSending } from '#functions/store/switches.ts';
import { FORM_BYTES_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { isDay, plusMonths } from '#shared/base/time/day.ts';
import {
  type ClockTime,
  DAY_MS,
  dayIn,
  EASTERN,
  type Instant,
  instantAt,
  minuteOfDayIn,
  plusMs,
} from '#shared/base/time/instant.ts';
import type { Switches } from '#shared/people/mailing/switches-item.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import type { DemoDeps } from './demo-deps.ts';
import { clockPage } from './pages/clock-page.ts';
import { CLOCK_PATH } from './pages/paths.ts';

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
