/** The message for every refused correction. */
import { SEASONS_REPLACED_MAX } from '#shared/base/limits.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { WorldRefusal } from '#shared/world/corrections/refusals.ts';
import { explainer } from './explainer.ts';

export const explainCorrection = explainer<WorldRefusal>({
  'unknown-subject': ({ isProgram }) =>
    isProgram
      ? 'The directory has no program with this ACGME code. Copy the code from the program’s page.'
      : 'The directory has no such host. Choose one from the list.',
  past: ({ day }) =>
    `${phraseDay(day)} is in the past. Past dates cannot be corrected, since no plan depends on them.`,
  'checked-later': () => 'The day you read the source is in the future. Enter the day you read it.',
  unsound: ({ problem }) => `With this date, the season is inconsistent: ${problem}.`,
  'unknown-source': () =>
    'Enter the address of the page you read it on, such as https://www.nrmp.org/match-calendars/.',
  same: () => 'This is the current value, from the same source. There is nothing to correct.',
  'not-official': ({ domains }) => notOfficial(domains),
  'no-cohort': () =>
    'You advise no cohort that this could apply to. Ask the operator of this service to enter it for everyone.',
  'not-yours': () =>
    'This applies to others besides your own cohorts, so you cannot withdraw it. Enter what is right for your cohorts, or ask the operator of this service.',
  'known-host': () => 'The directory has this host already. Correct its cells instead.',
  own: () =>
    'You entered this yourself. Someone who shares no cohort with you has to read the source and confirm it.',
  colleague: () =>
    'You share a cohort with the advisor who entered this, or did so before. Someone else has to confirm it, or an operator of this service.',
  'nothing-to-confirm': () =>
    'There is no unconfirmed correction with this ID: it was confirmed, replaced, or withdrawn, or its value can no longer be entered.',
  'too-many': () =>
    'One of your cohorts has as many unconfirmed corrections as a cohort can have. Withdraw one that is no longer needed, or ask the operator of this service to confirm some.',
  'too-many-seasons': () =>
    `${SEASONS_REPLACED_MAX} seasons are already replaced. Withdraw one that is over.`,
  'not-the-latest': () =>
    'This has changed since, or was already withdrawn. Reload the list and withdraw the latest change.',
  'no-such-season': ({ matchYear }) =>
    `No file replaces the ${matchYear} season: it is the one shipped with this release.`,
  busy: () => 'Someone else is entering corrections right now. Nothing was changed; try again.',
});

/** Which pages count as official. */
function notOfficial(domains: readonly string[]): string {
  if (domains.length === 0) {
    return 'The certainty cannot be official: no domain of this host or program is confirmed to compare the page with. Choose the secondary source.';
  }
  const where = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(domains);
  return `The certainty is official only for a page on ${where}. Enter only the address of that page as the source, or choose the secondary source.`;
}
