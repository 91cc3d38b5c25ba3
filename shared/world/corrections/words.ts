/** A cell of the world in words, for the audit, pages, and emails: its name and its value. */
import type { Day } from '#shared/base/time/day.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import { phraseDay, phraseInstant } from '#shared/base/time/phrase.ts';
import { certaintyWords, type Provenance } from '../provenance.ts';
import { SEASON_EVENT_NAMES, SEASON_EVENTS } from '../season/events.ts';
import { instantOfSeasonDate } from '../season/season.ts';
import type { World } from '../world.ts';
import { cellWords } from './cell-words.ts';
import { readCell } from './cells.ts';
import {
  type Correction,
  cellOf,
  type HostCorrection,
  type NewHost,
  type ProgramCorrection,
  targetOf,
} from './correction.ts';
import { HOST_CELLS, HOST_FIELDS } from './host-cells.ts';
import { inForce } from './in-force.ts';
import { PROGRAM_CELLS, PROGRAM_FIELDS } from './program-cells.ts';
import { HOST_SHEET, PROGRAM_SHEET, type SheetOf, type Subject } from './sheets.ts';
import { unconfirmedWords } from './unconfirmed.ts';

/** What was entered, as its own source says it: `150 days before the start (official)`. */
export function enteredWords(correction: Correction): string {
  return sure(
    correction.of === 'season'
      ? dayWords(correction)
      : correction.of === 'new-host'
        ? placeWords(correction)
        : correction.of === 'host-check'
          ? `read on ${phraseDay(correction.checkedOn)}, no change`
          : cellWords(cellOf(correction), correction.value),
    correction,
  );
}

/** A cell's value for a cohort, or everyone: `Wed, Sep 22, 2027 (estimated)`, `not known`. */
export function valueWords(
  of: Correction,
  corrections: readonly Correction[],
  world: World,
  cohortId?: string,
): string {
  const target = targetOf(of);
  const isOfCell = (each: Correction) => targetOf(each) === target;
  const existing = inForce(corrections, cohortId);
  if (existing.disputed.some(isOfCell)) return 'not known: two unconfirmed values disagree';
  if (of.of === 'season') {
    const date = world.season(of.season).dates[of.event];
    return date ? sure(dayWords(date), date) : 'not known';
  }
  if (of.of === 'new-host') {
    const host = world.host(of.institutionId);
    return host ? sure(placeWords({ ...of, name: host.name }), host) : 'not in the directory';
  }
  const corrected = existing.corrections.find(isOfCell);
  if (corrected) return enteredWords(corrected);
  return of.of === 'host-check'
    ? checkedWords(world.host(of.institutionId)?.checkedOn)
    : publishedWords(of, world);
}

function checkedWords(day: Day | undefined): string {
  return day ? `read on ${phraseDay(day)}` : 'day not recorded';
}

/** A release's own value. */
function publishedWords(of: HostCorrection | ProgramCorrection, world: World): string {
  const subject = of.of === 'host' ? world.host(of.institutionId) : world.program(of.code);
  const sheet = of.of === 'host' ? HOST_SHEET : PROGRAM_SHEET;
  const words = subject && heldWords(sheet, subject, of.field);
  return subject && words ? sure(words, subject) : 'not known';
}

/** What a cell holds now; undefined where nothing is known. */
export function heldWords(sheet: SheetOf, subject: Subject, field: string): string | undefined {
  const text = sheet.text(subject, field);
  const cell = sheet.cells[field];
  const value = cell && readCell(cell, text);
  return cell && value !== undefined ? cellWords(cell, value) : text || undefined;
}

/** The name of a target of the audit: `2028 season: Match Day`, `Yale School of Medicine: last day to apply`. */
export function targetWords(target: string, world: World): string {
  const [of, id = '', part] = target.split('/');
  if (of === 'host') {
    const field = HOST_FIELDS.find((name) => name === part);
    return `${world.host(id)?.name ?? id}: ${field ? HOST_CELLS[field].label : part}`;
  }
  if (of === 'host-check') return `${world.host(id)?.name ?? id}: read again`;
  if (of === 'new-host') return `New host: ${world.host(id)?.name ?? id}`;
  if (of === 'program') {
    const field = PROGRAM_FIELDS.find((name) => name === part);
    return `${world.program(id)?.name ?? id}: ${field ? PROGRAM_CELLS[field].label : part}`;
  }
  const event = SEASON_EVENT_NAMES.find((name) => name === part);
  return event ? `${id} season: ${SEASON_EVENTS[event].label}` : `${id} season`;
}

function placeWords({ name, city, state, mode }: NewHost): string {
  return `${name}, ${city ? `${city}, ` : ''}${state}, ${mode}`;
}

function dayWords(date: Parameters<typeof instantOfSeasonDate>[0]): string {
  return date.timeEt ? phraseInstant(instantOfSeasonDate(date), EASTERN) : phraseDay(date.day);
}

function sure(value: string, of: Pick<Provenance, 'source' | 'certainty'>): string {
  return `${value} (${unconfirmedWords(of) ?? certaintyWords(of.certainty, 'advisor')})`;
}
