/** What `npm run ops` prints. It names people by id only: who they are is on the advisors' pages. */
import type { EnteredByAdvisor } from '#functions/operate/corrections.ts';
import type { DryEmail } from '#functions/operate/dry-run.ts';
import type { Replay } from '#functions/operate/replay.ts';
import type { Status } from '#functions/operate/status.ts';
import { counted } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseSource } from '#shared/world/provenance.ts';

const SENDING_WORDS: Readonly<Record<Status['sending'], string>> = {
  on: 'on',
  critical: 'critical only (npm run ops -- resume sends everything)',
  stopped: 'stopped (npm run ops -- resume sends email again)',
};

export function statusText(status: Status): string {
  const { at, sending, changed, complaints, people, due, failing, lost, held } = status;
  const { sent, complained, firstContacts } = complaints;
  const by = changed?.by === 'complaints' ? 'after too many complaints' : 'by an operator';
  return [
    `at           ${at}`,
    `sending      ${SENDING_WORDS[sending]}${changed ? `, set ${by} at ${changed.at}` : ''}`,
    ...(sending === 'on' ? [] : [`held         up to ${counted(held, 'email')}`]),
    `complaints   ${complained} of ${sent} emails in thirty days, from ${complaints.people} people`,
    `  first      ${firstContacts.complained} of ${firstContacts.sent} first emails and confirmations, counted separately`,
    `people       ${people}; ${due} due, ${failing} failing, ${lost} claims lost`,
    `unreachable  ${status.unreachable.length}`,
    ...status.unreachable.map(({ kind, personId, reach }) => `  ${kind} ${personId}: ${reach}`),
  ].join('\n');
}

export function dryRunText(day: Day, emails: readonly DryEmail[]): string {
  const lines = emails.flatMap(({ at, kind, personId, stream, keys }) => [
    `${at}  ${kind} ${personId}  ${stream}`,
    ...keys.map((key) => `  ${key}`),
  ]);
  return [`${counted(emails.length, 'email')} on ${day}, if nobody acts until then`, ...lines].join(
    '\n',
  );
}

export function correctionsText(entered: readonly EnteredByAdvisor[]): string {
  if (entered.length === 0) return 'No correction needs confirmation.';
  return entered
    .flatMap(({ id, what, value, by, cohortIds, reach, ...from }) => [
      `${id}  ${what}: ${value}`,
      `  ${phraseSource(from)}`,
      `  entered by ${by} for ${cohortIds.join(', ') || 'no cohort'}`,
      `  confirmed, ${reachText(reach)}`,
    ])
    .join('\n');
}

function reachText(reach: EnteredByAdvisor['reach']): string {
  if (!reach) return 'it is refused: something else changed since';
  const { count, isComplete, isDrastic } = reach;
  const plans = `${isComplete ? '' : 'at least '}${counted(count, 'plan')}`;
  const near = isDrastic ? '; a deadline comes nearer by more than 30 days, or into the past' : '';
  return `it changes ${plans}${near}`;
}

export function replayText({ day, people, emails, duplicates, madeDue }: Replay): string {
  return [
    `${day}: ${counted(emails, 'email')} sent, ${counted(duplicates, 'reminder')} sent twice.`,
    `The next sweep visits ${madeDue} of ${people} people again; nothing is sent a second time.`,
  ].join('\n');
}

export function restoredText(erased: readonly string[]): string {
  return `The backup is the data now. ${erasedText(erased)}`;
}

export function erasedText(erased: readonly string[]): string {
  return erased.length === 0
    ? 'Nobody had to be erased again.'
    : `Erased again: ${erased.join(', ')}.`;
}
