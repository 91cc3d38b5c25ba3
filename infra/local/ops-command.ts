/**
 * `npm run ops -- pause|resume|status|dry-run|replay|corrections [--json]`: operates the data folder of this machine beside
 * its server, or the deployed table where AWAY_TABLE is set.
 */
import { parseArgs } from 'node:util';
import { newId } from '#functions/adapters/ids.ts';
import { settleEntered, unconfirmedIn } from '#functions/operate/corrections.ts';
import { dryRun } from '#functions/operate/dry-run.ts';
import { replay } from '#functions/operate/replay.ts';
import { statusOf } from '#functions/operate/status.ts';
import { setSending } from '#functions/store/switches.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type Day, isDay } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import type { Sending } from '#shared/people/mailing/switches-item.ts';
import { type Ground, onGround } from './command-ground.ts';
import { correctionsText, dryRunText, replayText, statusText } from './ops-text.ts';
import { tell } from './tell.ts';

const USAGE = `Usage: npm run ops -- pause [--but-critical] | resume | status | dry-run --day YYYY-MM-DD | replay --day YYYY-MM-DD | corrections [confirm ID | reject ID]  [--json]
  pause      holds every email; with --but-critical, links, corrections and urgent emails still leave
  resume     lets mail leave again
  status     the switch, complaints, who cannot be reached, who waits
  dry-run    what would be emailed on a day if nobody acts; nothing is sent
  replay     has everybody looked at again; what left on the day does not leave twice
  corrections  what advisors entered and nobody confirmed; confirm makes it everyone's, reject takes it back`;

tell(await answer(process.argv.slice(2)));

async function answer(args: string[]): Promise<Result<string, string>> {
  const told = argumentsOf(args);
  if (!told.ok) return told;
  return onGround('refused', (ground) => act(ground, told.value));
}

type Told =
  | { readonly verb: 'switch'; readonly sending: Sending; readonly json: boolean }
  | { readonly verb: 'status' | 'corrections'; readonly json: boolean }
  | { readonly verb: 'confirm' | 'reject'; readonly id: string; readonly json: boolean }
  | { readonly verb: 'dry-run' | 'replay'; readonly day: Day; readonly json: boolean };

async function act(ground: Ground, told: Told): Promise<Result<string, string>> {
  const { store } = ground;
  const now = ground.clock.now();
  const said = (value: unknown, text: string) =>
    success(told.json ? JSON.stringify(value, null, 2) : text);
  switch (told.verb) {
    case 'switch': {
      const after = await setSending(ground, told.sending, 'operator', now);
      if (!after) return failure('The switch is being changed by somebody else. Try again.');
      const { sending, changedAt } = after;
      return said({ sending, changedAt }, `Sending: ${sending}, since ${changedAt}.`);
    }
    case 'status': {
      const status = await statusOf(store, now);
      return said(status, statusText(status));
    }
    case 'dry-run': {
      if (told.day < dayIn('UTC', now)) {
        return failure(`${told.day} is past. A dry run is of today or a later day.`);
      }
      const deps = { store, worldFor: await ground.worldFor(), pepper: await ground.pepper() };
      const mails = await dryRun(deps, told.day, now);
      return said({ day: told.day, mails }, dryRunText(told.day, mails));
    }
    case 'corrections': {
      const entered = await unconfirmedIn(store);
      return said(entered, correctionsText(entered));
    }
    case 'confirm':
    case 'reject': {
      const done = await settleEntered(ground, told.verb, told.id, newId());
      if (!done.ok) return done;
      const after = told.verb === 'confirm' ? 'Confirmed for everyone' : 'Rejected';
      return said({ [told.verb]: done.value }, `${after}: ${done.value}.`);
    }
    case 'replay': {
      const replayed = await replay(ground, told.day);
      return said(replayed, replayText(replayed));
    }
  }
}

function argumentsOf(args: string[]): Result<Told, string> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        day: { type: 'string' },
        json: { type: 'boolean', default: false },
        'but-critical': { type: 'boolean', default: false },
      },
    });
    const [verb, ...others] = positionals;
    const { day, json } = values;
    if (verb === 'corrections') return ofCorrections(others, json);
    if (others.length > 0) return failure(USAGE);
    switch (verb) {
      case 'pause': {
        const sending = values['but-critical'] ? 'critical' : 'stopped';
        return success({ verb: 'switch', sending, json });
      }
      case 'resume':
        return success({ verb: 'switch', sending: 'on', json });
      case 'status':
        return success({ verb, json });
      case 'dry-run':
      case 'replay':
        return day && isDay(day)
          ? success({ verb, day, json })
          : failure(`--day must be a day of the calendar, such as --day 2027-09-03. ${USAGE}`);
      default:
        return failure(USAGE);
    }
  } catch (error) {
    return failure(`${error instanceof Error ? error.message : error}. ${USAGE}`);
  }
}

function ofCorrections(
  [verdict, id, ...others]: readonly string[],
  json: boolean,
): Result<Told, string> {
  if (verdict === undefined) return success({ verb: 'corrections', json });
  const isVerdict = verdict === 'confirm' || verdict === 'reject';
  if (!isVerdict || others.length > 0) return failure(USAGE);
  return id === undefined
    ? failure(`Name the correction by its id: npm run ops -- corrections ${verdict} ID. ${USAGE}`)
    : success({ verb: verdict, id, json });
}
