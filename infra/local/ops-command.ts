/** `npm run ops`: operates this machine's data folder beside its server, or a deployed table. */
import { systemClock } from '#functions/adapters/clock.ts';
import { readEnv } from '#functions/adapters/env.ts';
import { newId } from '#functions/adapters/ids.ts';
import { endLinksAt } from '#functions/end-links.ts';
import { settleEntered, unconfirmedIn } from '#functions/operate/corrections.ts';
import { dryRun } from '#functions/operate/dry-run.ts';
import { eraseAgain } from '#functions/operate/erase-again.ts';
import { replay } from '#functions/operate/replay.ts';
import { statusOf } from '#functions/operate/status.ts';
import { setSending } from '#functions/store/switches.ts';
import { LINK_DAYS } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { counted } from '#shared/base/sentence.ts';
import { DAY_MS, dayIn, plusMs } from '#shared/base/time/instant.ts';
import type { Sending } from '#shared/people/mailing/switches-item.ts';
import { backUp, restore } from './backups.ts';
import { type CommandData, onData } from './command-data.ts';
import { type CallOf, runCommand } from './commands/run.ts';
import { readErasures } from './erasures.ts';
import {
  correctionsText,
  dryRunText,
  erasedText,
  replayText,
  restoredText,
  statusText,
} from './ops-text.ts';

await runCommand('ops', async (call) => {
  if (call.form === 'backup' || call.form === 'restore') return copy(call);
  return onData('refuse', (data) => act(data, call));
});

/** Copies this machine's data only: a deployed table has its own point-in-time recovery. */
async function copy(call: CallOf<'ops', 'backup' | 'restore'>): Promise<Result<string, string>> {
  const env = readEnv();
  if (!env.ok) return env;
  const { dataFolder } = env.value;
  try {
    if (call.form === 'backup') {
      const made = backUp(dataFolder, call.folder, call.keep, systemClock.now());
      const deleted = counted(made.deleted.length, 'older backup');
      return answered(call, made, `The backup is ${made.file}. Deleted: ${deleted}.`);
    }
    const restored = await restore(dataFolder, call.file);
    if (!restored.ok) return restored;
    return answered(call, restored.value, restoredText(restored.value.erased));
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

function answered({ json }: { readonly json: boolean }, value: unknown, text: string) {
  return success(json ? JSON.stringify(value, null, 2) : text);
}

type DataCall = Exclude<CallOf<'ops'>, { readonly form: 'backup' | 'restore' }>;

async function act(data: CommandData, call: DataCall): Promise<Result<string, string>> {
  const { store } = data;
  const now = data.clock.now();
  const answer = (value: unknown, text: string) => answered(call, value, text);
  switch (call.form) {
    case 'pause':
    case 'resume': {
      const after = await setSending(data, sendingOf(call), 'operator', now);
      if (!after) return failure('Someone else is changing the switch. Try again.');
      const { sending, changedAt } = after;
      return answer({ sending, changedAt }, `Sending: ${sending}, since ${changedAt}.`);
    }
    case 'status': {
      const status = await statusOf(store, now);
      return answer(status, statusText(status));
    }
    case 'dry-run': {
      if (call.day < dayIn('UTC', now)) {
        return failure(`${call.day} is in the past. A dry run needs today or a later day.`);
      }
      const deps = { store, worldFor: await data.worldFor(), pepper: await data.pepper() };
      const emails = await dryRun(deps, call.day, now);
      return answer({ day: call.day, emails }, dryRunText(call.day, emails));
    }
    case 'corrections': {
      const entered = await unconfirmedIn(data);
      return answer(entered, correctionsText(entered));
    }
    case 'corrections confirm':
    case 'corrections reject': {
      const verdict = call.form === 'corrections confirm' ? 'confirm' : 'reject';
      const done = await settleEntered(data, verdict, call.id, newId());
      if (!done.ok) return done;
      const after = verdict === 'confirm' ? 'Confirmed for everyone' : 'Rejected';
      return answer({ [verdict]: done.value }, `${after}: ${done.value}.`);
    }
    case 'end-links': {
      // The running server's sweep emails the new links.
      const wake = async () => undefined;
      const deps = { ...data, pepper: await data.pepper(), newId, wake };
      const ended = await endLinksAt(deps, call.address);
      if (ended.length === 0) return failure('Nobody here has this address.');
      const names = ended.map(({ kind, id }) => `${kind} ${id}`);
      return answer({ ended }, `Links ended: ${names.join(', ')}.`);
    }
    case 'erase-again': {
      const hashes = readErasures(call.file);
      if (hashes.size === 0) return failure(`${call.file} holds no erasure.`);
      const erased = await eraseAgain({ ...data, pepper: await data.pepper() }, hashes);
      return answer({ erased }, erasedText(erased));
    }
    case 'rotate-keys': {
      const until = call.leaked ? now : plusMs(now, LINK_DAYS * DAY_MS);
      const key = await data.rotateLinkKey(until);
      const old = call.leaked ? 'end now' : `are accepted until ${dayIn('UTC', until)}`;
      return answer(
        { key, until },
        `Links are signed with key ${key}. Those of older keys ${old}.`,
      );
    }
    case 'replay': {
      const replayed = await replay(data, call.day);
      return answer(replayed, replayText(replayed));
    }
  }
}

function sendingOf(call: CallOf<'ops', 'pause' | 'resume'>): Sending {
  if (call.form === 'resume') return 'on';
  return call['but-critical'] ? 'critical' : 'stopped';
}
