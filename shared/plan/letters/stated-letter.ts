/** A letter in a sheet: `Prof. Wren | ir | uploaded 2027-09-12 | asked 2027-07-19 | ERAS ID A1B2`. No address: an import emails no writer. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN, type Instant, readMoment } from '#shared/base/time/instant.ts';
import type { Season } from '#shared/world/season/season.ts';
import {
  type Letter,
  letterSchema,
  type StatedLetter,
  statedLetterSchema,
} from '../facts/letter.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';

export const LETTER_LINE =
  'one letter per line: Prof. Wren | ir | uploaded 2027-09-12 | asked 2027-07-19';

export function writeLetter({
  writer,
  status,
  since,
  askedOn,
  promised,
  erasLetterId,
}: StatedLetter): string {
  return [
    writer.name,
    writer.specialty,
    since ? `${status} ${since}` : status,
    ...(askedOn ? [`asked ${askedOn}`] : []),
    ...(promised ? [`promised ${promised.by} on ${promised.on}`] : []),
    ...(erasLetterId ? [`ERAS ID ${erasLetterId}`] : []),
  ].join(' | ');
}

const SPECIALTIES: readonly string[] = letterSchema.shape.writer.shape.specialty.options;

/** @returns undefined for a malformed line. A name may contain the separator. */
export function readLetter(line: string): StatedLetter | undefined {
  const parts = line.split('|').map((part) => part.trim());
  const at = parts.findLastIndex((part) => SPECIALTIES.includes(part.toLowerCase()));
  if (at < 1) return undefined;
  const [state = '', ...others] = parts.slice(at + 1);
  const [status = '', ...moment] = state.split(' ');
  const said: Record<string, unknown> = {
    writer: { name: parts.slice(0, at).join(' | '), specialty: parts[at]?.toLowerCase() },
    status: status.toLowerCase(),
    ...(moment.length > 0 && { since: readMoment(moment.join(' ')) }),
  };
  for (const part of others) {
    const [, asked] = /^asked (\S+)$/i.exec(part) ?? [];
    const [, by, on] = /^promised (\S+) on (\S+)$/i.exec(part) ?? [];
    const [, erasId] = /^ERAS ID (\S+)$/i.exec(part) ?? [];
    if (asked) said.askedOn = asked;
    else if (by) said.promised = { by, on };
    else if (erasId) said.erasLetterId = erasId;
    else return undefined;
  }
  const read = statedLetterSchema.safeParse(said);
  return read.success ? read.data : undefined;
}

/** The letters of one rotation as a sheet states them, or why they cannot be so today. */
export function lettersStated(
  stated: readonly StatedLetter[],
  placeId: string,
  season: Season,
  now: Instant,
): Result<Letter[], PlanRefusal> {
  const today = dayIn(EASTERN, now);
  const opens = season.dates['eras-opens'];
  const letters: Letter[] = [];
  for (const [
    index,
    { since = now, askedOn = dayIn(EASTERN, since), ...said },
  ] of stated.entries()) {
    if (since > now) return failure(refusals.notYetThere(dayIn(EASTERN, since)));
    if (askedOn > dayIn(EASTERN, since)) return failure(refusals.askedAfterward(askedOn));
    // An estimated opening day may be wrong, so only a published one refuses anything.
    const isTooEarly = opens && opens.certainty !== 'estimated' && today < opens.day;
    if (isTooEarly && NEEDS_ERAS.has(said.status)) {
      return failure(refusals.erasNotOpen(opens.day));
    }
    letters.push({ id: `${placeId.slice(0, 56)}-l${index + 1}`, askedOn, since, ...said });
  }
  return success(letters);
}

const NEEDS_ERAS: ReadonlySet<Letter['status']> = new Set(['requested', 'uploaded', 'assigned']);
