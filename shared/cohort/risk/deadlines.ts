/** D1, a hard deadline; D2, the back plan's latest safe date. */
import { STEP_FACTS } from '#shared/agenda/back-plan/step-table.ts';
import { capital } from '#shared/base/capital.ts';
import { latest, plusDays } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { isPast, type OutlookDue } from '#shared/people/person/outlook.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import { certaintyWords, phraseSource } from '#shared/world/source-words.ts';
import { type Finding, fairLevel, type RiskView, topicOfRule, topicOfStep } from './finding.ts';

/** Red once a hard deadline has passed and its step is open; amber a week before. Recommended dates are neither. */
export function deadlineRisk(view: RiskView): Finding[] {
  const { row, thresholds, now, today } = view;
  return (row.outlook?.due ?? []).flatMap((due): Finding[] => {
    if (!due.hard) return [];
    const isOver = isPast(due, now, today);
    const near = plusDays(due.day, -thresholds.deadlineAmberDays);
    const rotation = row.rotations.find(({ id }) => id === due.rotationId);
    const found = fairLevel(view, rotation, {
      red: isOver ? (due.at ? due.day : plusDays(due.day, 1)) : undefined,
      amber: due.opens ? latest(near, due.opens) : near,
    });
    if (!found) return [];
    return [
      {
        code: 'D1',
        ...found,
        topic: topicOfRule(due.rule),
        ...(due.rotationId && { rotationId: due.rotationId }),
        owner: 'applicant',
        words: () => ({
          reason: isOver
            ? `${capital(due.title)} was due on ${phraseDay(due.day)} and is still open`
            : `${capital(due.title)} is due ${phraseDistance(today, due.day)} and not done yet`,
          action: isOver
            ? 'call to find out whether it was done, or what can still be saved'
            : 'ask what is holding it up',
          data: [dueWords(due)],
        }),
      },
    ];
  });
}

/** Red once the applicant's next step is past its latest safe date; amber with two weeks of slack. */
export function slackRisk(view: RiskView): Finding[] {
  const { row, thresholds, today } = view;
  return openRotations(row).flatMap((rotation): Finding[] => {
    const safe = rotation.outlook?.safe;
    if (!safe) return [];
    const isOver = today > safe.day;
    const found = fairLevel(view, rotation, {
      red: plusDays(safe.day, 1),
      amber: plusDays(safe.day, -thresholds.slackAmberDays),
    });
    if (!found) return [];
    const { title } = STEP_FACTS[safe.step];
    return [
      {
        code: 'D2',
        ...found,
        topic: topicOfStep(safe.step),
        rotationId: rotation.id,
        owner: 'applicant',
        words: () => ({
          reason: isOver
            ? `At ${rotation.host}, “${title}” should have been done by ${phraseDay(safe.day)}`
            : `At ${rotation.host}, “${title}” should be done by ${phraseDay(safe.day)}, ${phraseDistance(today, safe.day)}`,
          action: isOver ? 'start it today, or choose later dates' : 'agree on a day to do it',
          data: [
            `back plan for the rotation starting ${rotation.start ? phraseDay(rotation.start) : 'on its first day'}: ${title} by ${phraseDay(safe.day)}`,
            `how long it takes: ${STEP_FACTS[safe.step].durationSource}`,
          ],
        }),
      },
    ];
  });
}

/** `host page (official), checked Mon, Nov 23, 2026: due Fri, Sep 3, 2027` */
export function dueWords(due: OutlookDue): string {
  return `due ${phraseDay(due.day)}, ${certaintyWords(due.certainty, 'advisor')}: ${phraseSource(due)}`;
}
