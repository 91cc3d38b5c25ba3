/** The message for every refused correction of a date or of a host fact. */
import { ENTERED_FACTS_MAX, SEASONS_REPLACED_MAX } from '#shared/base/limits.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { FactRefusal, WorldRefusal } from '#shared/world/corrections/refusals.ts';
import { saidBy } from './said.ts';

export const saidOfDates = saidBy<WorldRefusal>({
  'unknown-host': () => 'The directory has no such host. Choose one from the list.',
  past: ({ day }) =>
    `${phraseDay(day)} is in the past. Past dates cannot be corrected, since no plan depends on them.`,
  'checked-later': () => 'The day you read the source is in the future. Enter the day you read it.',
  unsound: ({ problem }) => `With this date, the season is inconsistent: ${problem}.`,
  'unknown-source': () =>
    'Enter the address of the page you read it on, such as https://www.nrmp.org/match-calendars/.',
  same: () => 'This is the current value, from the same source. There is nothing to correct.',
  'not-official': ({ domains }) => notOfficial(domains),
  'no-cohort': () =>
    'You advise no cohort that this date could apply to. Ask the operator of this service to enter it for everyone.',
  'not-yours': () =>
    'This date applies to others besides your own cohorts, so you cannot withdraw it. Enter the right date for your cohorts, or ask the operator of this service.',
  'nothing-to-confirm': () =>
    'There is no unconfirmed correction with this ID: it was confirmed, replaced, or withdrawn.',
  'too-many': () =>
    'There are too many corrections. Withdraw one that is no longer needed, or ask the operator of this service to load the season from a file.',
  'too-many-seasons': () =>
    `${SEASONS_REPLACED_MAX} seasons are already replaced. Withdraw one that is over.`,
  'not-the-latest': () =>
    'This date has changed since, or was already withdrawn. Reload the list and withdraw the latest change.',
  'no-such-season': ({ matchYear }) =>
    `No file replaces the ${matchYear} season: it is the one shipped with this release.`,
  busy: () => 'Someone else is changing dates right now. Nothing was changed; try again.',
});

export const saidOfFacts = saidBy<FactRefusal>({
  'unknown-subject': ({ isProgram }) =>
    isProgram
      ? 'This question is about a residency program, and none has this ACGME code. Copy the code from the program’s page in the directory.'
      : 'This question is about a host of visiting students, and none has this ID. Copy the ID from the address of the host’s page in the directory.',
  'checked-later': () => 'The day you read it is in the future. Enter the day you read it.',
  'not-official': ({ domains }) => notOfficial(domains),
  waiting: () =>
    'This question already has an answer that awaits review. Review that one, or ask for it to be withdrawn.',
  'too-many': () =>
    `${ENTERED_FACTS_MAX} corrections are already entered. The next release of the directory should include them.`,
  gone: () => 'This proposal is gone: someone reviewed or withdrew it. Nothing was changed.',
  own: () => 'You proposed this yourself. Another advisor has to read the source and accept it.',
  busy: () => 'Someone else is entering corrections right now. Nothing was changed; try again.',
});

/** Which pages count as official. */
function notOfficial(domains: readonly string[]): string {
  if (domains.length === 0) {
    return 'The certainty cannot be official: the directory has no official page for this program to compare with. Choose the secondary source.';
  }
  const where = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(domains);
  return `The certainty is official only for a page on ${where}. Enter only the address of that page as the source, or choose the secondary source.`;
}
