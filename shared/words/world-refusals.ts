/** Every reason to refuse a change of dates or facts, as the sentence people read. Nothing was changed. */
import { ENTERED_FACTS_MAX, SEASONS_REPLACED_MAX } from '#shared/base/limits.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { FactRefusal, WorldRefusal } from '#shared/world/corrections/refusals.ts';
import { saidBy } from './said.ts';

export const saidOfDates = saidBy<WorldRefusal>({
  'unknown-host': () => 'There is no such host in the directory. Choose one from the list.',
  past: ({ day }) =>
    `${phraseDay(day)} is past. A date that is over is not corrected: nobody's plan hangs on it any more.`,
  'checked-later': () =>
    'The day on which you read the source lies in the future. Enter the day on which you read it.',
  unsound: ({ problem }) => `With this date the season does not fit together: ${problem}.`,
  'unknown-source': () =>
    'Name the page you read it on by its address, such as https://www.nrmp.org/match-calendars/.',
  same: () =>
    'This is what the plan has already, from the same source. There is nothing to correct.',
  'not-official': ({ domains }) => notOfficial(domains),
  'no-cohort': () =>
    'You advise no cohort that this date could hold for. Ask the operator of this service to enter it for everyone.',
  'not-yours': () =>
    'This date holds for others besides your own cohorts, so you cannot take it back. Enter the right date for your cohorts, or ask the operator of this service.',
  'nothing-to-confirm': () =>
    'There is no unconfirmed correction with this id: it was confirmed, replaced, or taken back.',
  'too-many': () =>
    'There are too many corrections already. Take back one that is no longer needed, or ask the operator of this service to put the season as a file.',
  'too-many-seasons': () =>
    `${SEASONS_REPLACED_MAX} seasons are replaced already. Withdraw one that is over.`,
  'not-the-latest': () =>
    'This date was changed again since, or taken back already. Open the list again and take back the latest change.',
  'no-such-season': ({ matchYear }) =>
    `No file was put for the ${matchYear} season: it is the release's own already.`,
  busy: () => 'Somebody else is changing dates at this moment. Nothing was changed; try again.',
});

export const saidOfFacts = saidBy<FactRefusal>({
  'unknown-subject': ({ isProgram }) =>
    isProgram
      ? 'This is asked of a residency program, and there is none with this ACGME code. Take the code from its page in the directory.'
      : 'This is asked of a host of visiting students, and there is none with this id. Take the id from the address of its page in the directory.',
  'checked-later': () =>
    'The day on which you read it lies in the future. Enter the day on which you read it.',
  'not-official': ({ domains }) => notOfficial(domains),
  waiting: () =>
    'The same question has an answer that waits for review. Review that one, or have it taken back.',
  'too-many': () =>
    `${ENTERED_FACTS_MAX} facts are entered already. The next release of the list should take them in.`,
  gone: () => 'This proposal is gone: somebody reviewed it or took it back. Nothing was changed.',
  own: () => 'You proposed this yourself. Another advisor has to read the source and take it in.',
  busy: () => 'Somebody else is entering facts at this moment. Nothing was changed; try again.',
});

/** The same for dates and facts: who may call a page official. */
function notOfficial(domains: readonly string[]): string {
  if (domains.length === 0) {
    return 'The certainty cannot be official: the directory has no page of this program’s own to compare with. Choose the secondary source.';
  }
  const where = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(domains);
  return `The certainty is official only for a page on ${where}. Enter the address of that page alone as the source, or choose the secondary source.`;
}
