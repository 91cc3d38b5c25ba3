/** A file that a command was given: its content within a limit, or why not. */
import { readFileSync, statSync } from 'node:fs';
import { systemClock } from '#functions/adapters/clock.ts';
import { readEnv } from '#functions/adapters/env.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type Instant, startOfDay } from '#shared/base/time/instant.ts';

/** A plan, a profile, a season, or a sender takes a few kilobytes, and three hundred programs thirty. */
const TEXT_BYTES_MAX = 1_000_000;

export function bytesOf(path: string, bytesMax: number): Result<Uint8Array, string> {
  try {
    return statSync(path).size > bytesMax
      ? failure(`${path} is larger than ${bytesMax / 1_000_000} MB.`)
      : success(readFileSync(path));
  } catch {
    return failure(`${path} cannot be read.`);
  }
}

export function textOf(path: string): Result<string, string> {
  const bytes = bytesOf(path, TEXT_BYTES_MAX);
  if (!bytes.ok) return bytes;
  try {
    // Without the byte order mark that some programs put first.
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return failure(`${path} is not UTF-8 text: save it in that encoding.`);
  }
}

export function jsonOf(path: string): Result<unknown, string> {
  const text = textOf(path);
  if (!text.ok) return text;
  try {
    return success(JSON.parse(text.value));
  } catch (error) {
    return failure(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** For a command that needs only the file and the time. */
export function onFile(
  path: string,
  /** @param nowIn that moment, or the start of the day that was set, in a zone */
  act: (text: string, now: Instant, nowIn: (zone: string) => Instant) => Result<string, string>,
): Result<string, string> {
  const env = readEnv();
  if (!env.ok) return env;
  const text = textOf(path);
  if (!text.ok) return text;
  const { startAt, startOn } = env.value;
  const now = startAt ?? systemClock.now();
  return act(text.value, now, (zone) => {
    const starts = startOn ? startOfDay(startOn, zone) : now;
    return starts > now ? starts : now;
  });
}
