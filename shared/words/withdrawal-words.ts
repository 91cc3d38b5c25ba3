/** Giving up a place: its button, its reason, and an email that frees the place for someone else. */
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Rotation, WithdrawnWhy } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { isClinical, kindWord, nameOf } from '#shared/plan/rotation/kind.ts';

/** Undefined before an offer: there is nothing to decline. */
export function withdrawalTitle({
  stage,
  status,
}: Pick<Rotation, 'stage' | 'status'>): string | undefined {
  if (isCommitted(stage)) return 'I am withdrawing';
  return status === 'offered' ? 'I decline the offer' : undefined;
}

/** As a choice, and as the host reads it. */
export const WITHDRAWN_FOR: Readonly<Record<WithdrawnWhy, { choice: string; toHost: string }>> = {
  'another-place': { choice: 'another place', toHost: 'I have decided on another rotation.' },
  dates: { choice: 'dates that do not fit', toHost: 'The dates do not fit my schedule.' },
  visa: { choice: 'no visa in time', toHost: 'I cannot get a visa in time.' },
  cost: { choice: 'the cost', toHost: 'I cannot cover the cost.' },
};

/** An email to the host of a rotation that its applicant gave up; undefined where the host knows of nothing. */
export function withdrawalEmail(
  rotation: Rotation,
  name: string,
): { readonly subject: string; readonly body: string } | undefined {
  const { host, dates, appliedOn, offeredOn, acceptedOn, closed } = rotation;
  if (closed?.reason !== 'withdrawn' || !appliedOn) return undefined;
  const days = dates ? ` from ${phraseDay(dates.start)} to ${phraseDay(dates.end)}` : '';
  const what = `${kindWord(rotation)}${days}`;
  const [head, act] = acceptedOn
    ? ['I withdraw', `I accepted a place for a ${what}, and I am sorry that I must withdraw.`]
    : offeredOn
      ? ['I decline', `Thank you for offering me a ${what}. I must decline the offer.`]
      : ['I withdraw', `I applied for a ${what}. I withdraw my application.`];
  const reason = closed.why ? ` ${WITHDRAWN_FOR[closed.why].toHost}` : '';
  const body = [
    `To the ${isClinical(rotation) ? 'visiting student office' : 'department'} at ${host.name}:`,
    '',
    `${act}${reason} Please give the place to another applicant.`,
    '',
    'Thank you for your time.',
    name,
  ].join('\n');
  return { subject: `${nameOf(rotation)}: ${head}`, body };
}
