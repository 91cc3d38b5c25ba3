/**
 * `npm run ops -- pause|resume|status|dry-run|replay|corrections [--json]`: operates the data folder of this machine beside
 * its server, or the deployed table where AWAY_TABLE is set.
 */
import { newId } from '#functions/adapters/ids.ts';
import { settleEntered, unconfirmedIn } from '#functions/operate/corrections.ts';
import { dryRun } from '#functions/operate/dry-run.ts';
import { replay } from '#functions/operate/replay.ts';
import { statusOf } from '#functions/operate/status.ts';
import { setSending } from '#functions/store/switches.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import type { Sending } from '#shared/people/mailing/switches-item.ts';
import { type Ground, onGround } from './command-ground.ts';
import { type AskedOf, runCommand } from './commands/run.ts';
import { correctionsText, dryRunText, replayText, statusText } from './ops-text.ts';

await runCommand('ops', (asked) => onGround('refused', (ground) => act(ground, asked)));

async function act(ground: Ground, asked: AskedOf<'ops'>): Promise<Result<string, string>> {
  const { store } = ground;
  const now = ground.clock.now();
  const said = (value: unknown, text: string) =>
    success(asked.json ? JSON.stringify(value, null, 2) : text);
  switch (asked.form) {
    case 'pause':
    case 'resume': {
      const after = await setSending(ground, sendingOf(asked), 'operator', now);
      if (!after) return failure('The switch is being changed by somebody else. Try again.');
      const { sending, changedAt } = after;
      return said({ sending, changedAt }, `Sending: ${sending}, since ${changedAt}.`);
    }
    case 'status': {
      const status = await statusOf(store, now);
      return said(status, statusText(status));
    }
    case 'dry-run': {
      if (asked.day < dayIn('UTC', now)) {
        return failure(`${asked.day} is past. A dry run is of today or a later day.`);
      }
      const deps = { store, worldFor: await ground.worldFor(), pepper: await ground.pepper() };
      const mails = await dryRun(deps, asked.day, now);
      return said({ day: asked.day, mails }, dryRunText(asked.day, mails));
    }
    case 'corrections': {
      const entered = await unconfirmedIn(store);
      return said(entered, correctionsText(entered));
    }
    case 'confirm':
    case 'reject': {
      const done = await settleEntered(ground, asked.form, asked.id, newId());
      if (!done.ok) return done;
      const after = asked.form === 'confirm' ? 'Confirmed for everyone' : 'Rejected';
      return said({ [asked.form]: done.value }, `${after}: ${done.value}.`);
    }
    case 'replay': {
      const replayed = await replay(ground, asked.day);
      return said(replayed, replayText(replayed));
    }
  }
}

function sendingOf(asked: AskedOf<'ops', 'pause' | 'resume'>): Sending {
  if (asked.form === 'resume') return 'on';
  return asked['but-critical'] ? 'critical' : 'stopped';
}
