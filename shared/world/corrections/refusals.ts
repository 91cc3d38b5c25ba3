/** Every reason to refuse a change of the world, as the sentence people read. Nothing was changed. */
import { SEASONS_REPLACED_MAX } from '#shared/base/limits.ts';
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
  notOfficial: (domains: readonly string[]): Refusal => ({
    reason: 'not-official',
    says: notOfficial(domains),
    field: 'certainty',
  }),
  noCohort: (): Refusal => ({
    reason: 'no-cohort',
    says: 'You advise no cohort that this date could hold for. Ask the operator of this service to enter it for everyone.',
  }),
  notYours: (): Refusal => ({
    reason: 'not-yours',
    says: 'This date holds for others besides your own cohorts, so you cannot take it back. Enter the right date for your cohorts, or ask the operator of this service.',
  }),
  nothingToConfirm: (): Refusal => ({
    reason: 'nothing-to-confirm',
    says: 'There is no unconfirmed correction with this id: it was confirmed, replaced, or taken back.',
  }),
  tooMany: (): Refusal => ({
    reason: 'too-many',
    says: 'There are too many corrections already. Take back one that is no longer needed, or ask the operator of this service to put the season as a file.',
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

/** The same for dates and facts: who may call a page official. */
export function notOfficial(domains: readonly string[]): string {
  if (domains.length === 0) {
    return 'The certainty cannot be official: the directory has no page of this program’s own to compare with. Choose the secondary source.';
  }
  const where = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(domains);
  return `The certainty is official only for a page on ${where}. Enter the address of that page alone as the source, or choose the secondary source.`;
}
