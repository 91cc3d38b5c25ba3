/** What `npm run ops` says to an operator. Ids only: who they are is on the advisors' pages. */
import type { EnteredByAdvisor } from '#functions/operate/corrections.ts';
import type { DryMail } from '#functions/operate/dry-run.ts';
import type { Replay } from '#functions/operate/replay.ts';
import type { Status } from '#functions/operate/status.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseSource } from '#shared/world/source-words.ts';

const SENDING_WORDS: Readonly<Record<Status['sending'], string>> = {
  on: 'on',
  critical: 'only what cannot wait (npm run ops -- resume lets everything leave)',
  stopped: 'stopped (npm run ops -- resume lets mail leave)',
};

/** How sending stands, for a terminal. */
export function statusText(status: Status): string {
  const { at, sending, changed, complaints, people, due, failing, lost, held } = status;
  const { sent, complained, firstContacts } = complaints;
  const by = changed?.by === 'complaints' ? 'after too many complaints' : 'by an operator';
  return [
    `at           ${at}`,
    `sending      ${SENDING_WORDS[sending]}${changed ? `, set ${by} at ${changed.at}` : ''}`,
    ...(sending === 'on' ? [] : [`held         up to ${held} ${held === 1 ? 'email' : 'emails'}`]),
    `complaints   ${complained} of ${sent} emails in thirty days, from ${complaints.people} people`,
    `  apart      ${firstContacts.complained} of ${firstContacts.sent} first emails and confirmations`,
    `people       ${people}; ${due} due, ${failing} failing, ${lost} claims lost`,
    `unreachable  ${status.unreachable.length}`,
    ...status.unreachable.map(({ kind, personId, reach }) => `  ${kind} ${personId}: ${reach}`),
  ].join('\n');
}

/** What a day would mail, for a terminal. */
export function dryRunText(day: Day, mails: readonly DryMail[]): string {
  const lines = mails.flatMap(({ at, kind, personId, stream, keys }) => [
    `${at}  ${kind} ${personId}  ${stream}`,
    ...keys.map((key) => `  ${key}`),
  ]);
  return [`${mails.length} emails on ${day}, if nobody acts until then`, ...lines].join('\n');
}

/** What waits to be confirmed, for a terminal. */
export function correctionsText(entered: readonly EnteredByAdvisor[]): string {
  if (entered.length === 0) return 'Nothing waits to be confirmed.';
  return entered
    .flatMap(({ id, what, value, by, cohortIds, ...from }) => [
      `${id}  ${what}: ${value}`,
      `  ${phraseSource(from)}`,
      `  entered by ${by} for ${cohortIds.join(', ') || 'no cohort'}`,
    ])
    .join('\n');
}

/** What a replayed day found, for a terminal. */
export function replayText({ day, people, mails, duplicates, madeDue }: Replay): string {
  return [
    `${day}: ${mails} emails left, ${duplicates} nudges among them twice.`,
    `${madeDue} of ${people} people are looked at again by the next sweep; what left stays said.`,
  ].join('\n');
}
