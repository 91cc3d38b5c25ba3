/** R1, no IR rotation in time; P1, a plan that cannot work. */

import { STEP_FACTS } from '#shared/agenda/back-plan/step-table.ts';
import { type Day, latest, plusDays } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { isCandidate, isConfirmed, isIrInUs } from '#shared/plan/rotation/kind.ts';
import { onPlan, openRotations } from '#shared/plan/rotation/on-plan.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import {
  type Finding,
  fairLevel,
  levelFrom,
  type RiskView,
  seasonIsOver,
  topicOfStep,
} from './finding.ts';

/** Red without a confirmed IR rotation that ends in time; amber without any application nine months before the start. */
export function rotationRisk(view: RiskView): Finding[] {
  const { row, season, thresholds, today } = view;
  const review = season.dates['programs-review-opens'];
  if (!review || seasonIsOver(view)) return [];
  const endsBy = plusDays(review.day, -thresholds.rotationEndsBeforeReviewDays);
  const inTime = onPlan(row).filter(
    (rotation) => isIrInUs(rotation) && (rotation.end === undefined || rotation.end <= endsBy),
  );
  if (inTime.some((rotation) => isConfirmed(rotation) && rotation.end !== undefined)) return [];
  const wanted = soonestWanted(row);
  const isApplied = onPlan(row).some(
    (rotation) => !isCandidate(rotation) && rotation.status !== 'preparing',
  );
  const found = levelFrom(today, {
    red: plusDays(review.day, -thresholds.rotationRedDays),
    amber:
      !isApplied && wanted
        ? latest(plusDays(wanted.start, -thresholds.appliedBeforeStartDays), wanted.since)
        : undefined,
  });
  if (!found) return [];
  return [
    {
      code: 'R1',
      topic: 'ir-rotation',
      ...found,
      owner: found.level === 'red' ? 'advisor' : 'applicant',
      words: () => ({
        reason:
          found.level === 'red'
            ? `No confirmed IR rotation ends by ${phraseDay(endsBy)}`
            : `No application sent, and the first planned start is ${phraseDistance(today, wanted?.start ?? today)}`,
        action:
          found.level === 'red'
            ? 'find a host with places left, and review the backup'
            : 'choose hosts and apply this week',
        data: [
          `programs review from ${phraseDay(review.day)} on: ${phraseSource(review)}`,
          inTime.length > 0
            ? `on the plan: ${inTime.map(({ host, status }) => `${host} (${status})`).join(', ')}`
            : 'on the plan: no IR rotation in the US that ends in time',
        ],
      }),
    },
  ];
}

function soonestWanted(row: Summary): { start: Day; since: Day } | undefined {
  return onPlan(row)
    .flatMap(({ start, since }) => (start ? [{ start, since }] : []))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))[0];
}

/** Red for overlapping dates and for dates that cannot be met; amber for a host's date not checked recently. */
export function planRisk(view: RiskView): Finding[] {
  return [...overlaps(view), ...impossible(view), ...unchecked(view)];
}

function overlaps({ row }: RiskView): Finding[] {
  const dated = openRotations(row).filter(({ start, end }) => start && end);
  return dated.flatMap((rotation, index): Finding[] => {
    const other = dated
      .slice(index + 1)
      .find((each) => overlap(rotation, each) && [rotation, each].some(isBinding));
    if (!other) return [];
    const since = latest(rotation.since, other.since);
    return [
      {
        code: 'P1',
        topic: 'overlap',
        level: 'red',
        since,
        rotationId: rotation.id,
        owner: 'applicant',
        words: () => ({
          reason: `The rotations at ${rotation.host} and ${other.host} overlap`,
          action: 'change the dates of one of them, or withdraw it',
          data: [rotation, other].map(
            ({ host, start, end }) =>
              `${host}: ${start ? phraseDay(start) : ''} to ${end ? phraseDay(end) : ''}, entered by the applicant`,
          ),
        }),
      },
    ];
  });
}

/** Applications may overlap; offered and confirmed places may not. */
function isBinding({ stage, status }: SummaryRotation): boolean {
  return isCommitted(stage) || status === 'offered';
}

function overlap(a: SummaryRotation, b: SummaryRotation): boolean {
  return (a.start ?? '') <= (b.end ?? '') && (b.start ?? '') <= (a.end ?? '');
}

function impossible(view: RiskView): Finding[] {
  const { row } = view;
  return openRotations(row).flatMap((rotation): Finding[] => {
    const last = rotation.outlook?.last;
    const found = last && fairLevel(view, rotation, { red: plusDays(last.day, 1) });
    if (!last || !found) return [];
    const { title, durationSource } = STEP_FACTS[last.step];
    return [
      {
        code: 'P1',
        topic: topicOfStep(last.step),
        ...found,
        rotationId: rotation.id,
        owner: 'applicant',
        words: () => ({
          reason: `The rotation at ${rotation.host} can no longer be done as planned: “${title}” had to start by ${phraseDay(last.day)}`,
          action: 'ask the host for a later start, or choose another host',
          data: [
            `first day ${rotation.start ? phraseDay(rotation.start) : 'not entered'}`,
            `how long “${title}” takes: ${durationSource}`,
          ],
        }),
      },
    ];
  });
}

/** Future dates from a host's page that were not checked recently. One finding per person: the earliest date. */
function unchecked({ row, thresholds, today }: RiskView): Finding[] {
  const [first] = (row.outlook?.due ?? []).flatMap((due) => {
    const { checkedOn, day, certainty } = due;
    if (!checkedOn || !due.rotationId || day < today || certainty === 'entered') return [];
    const found = levelFrom(today, { amber: plusDays(checkedOn, thresholds.uncheckedDays) });
    return found ? [{ due, checkedOn, found }] : [];
  });
  if (!first) return [];
  const { due, checkedOn, found } = first;
  return [
    {
      code: 'P1',
      topic: 'unchecked',
      ...found,
      ...(due.rotationId && { rotationId: due.rotationId }),
      owner: 'advisor',
      words: () => ({
        reason: `The date for “${due.title}” was last checked on ${phraseDay(checkedOn)}`,
        action: 'check the host’s page, and correct the date if it changed',
        data: [`due ${phraseDay(due.day)}: ${phraseSource(due)}`],
      }),
    },
  ];
}
