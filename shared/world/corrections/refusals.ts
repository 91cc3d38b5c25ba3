/** Every reason to refuse a change of the world, as the sentence people read. Nothing was changed. */
import { CORRECTIONS_MAX, SEASONS_REPLACED_MAX } from '#shared/base/limits.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';

export const worldRefusals = {
  unknownHost: (): Refusal => ({
    reason: 'unknown-host',
    says: 'There is no such host in the directory. Choose one from the list.',
    field: 'institutionId',
  }),
  past: (day: Day): Refusal => ({
    reason: 'past',
    says: `${phraseDay(day)} is past. A date that is over is not corrected: nobody's plan hangs on it any more.`,
    field: 'day',
  }),
  checkedLater: (): Refusal => ({
    reason: 'checked-later',
    says: 'The day on which you read the source lies in the future. Enter the day on which you read it.',
    field: 'checkedOn',
  }),
  unsound: (problem: string): Refusal => ({
    reason: 'unsound',
    says: `With this date the season does not fit together: ${problem}.`,
    field: 'day',
  }),
  unknownSource: (): Refusal => ({
    reason: 'unknown-source',
    says: 'Name the page you read it on by its address, such as https://www.nrmp.org/match-calendars/.',
    field: 'source',
  }),
  same: (): Refusal => ({
    reason: 'same',
    says: 'This is what the plan has already, from the same source. There is nothing to correct.',
    field: 'day',
  }),
  tooMany: (): Refusal => ({
    reason: 'too-many',
    says: `${CORRECTIONS_MAX} corrections stand already. Put the season as a file, or take back one that is no longer needed.`,
  }),
  tooManySeasons: (): Refusal => ({
    reason: 'too-many-seasons',
    says: `${SEASONS_REPLACED_MAX} seasons are replaced already. Withdraw one that is over.`,
  }),
  notTheLatest: (): Refusal => ({
    reason: 'not-the-latest',
    says: 'This date was changed again since, or taken back already. Open the list again and take back the latest change.',
  }),
  noSuchSeason: (matchYear: number): Refusal => ({
    reason: 'no-such-season',
    says: `No file was put for the ${matchYear} season: it is the release's own already.`,
  }),
  busy: (): Refusal => ({
    reason: 'busy',
    says: 'Somebody else is changing dates at this moment. Nothing was changed; try again.',
  }),
} as const;
