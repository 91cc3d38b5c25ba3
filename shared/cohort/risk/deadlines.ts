/** D1, a hard date; D2, the back plan's latest safe day. */
import { STEP_FACTS } from '../../back-plan/step-table.ts';
import { CERTAINTY_WORDS, phraseSource } from '../../nudges/deadline-words.ts';
import { daysBetween, latest, plusDays } from '../../time/day.ts';
import { dayIn, EASTERN } from '../../time/instant.ts';
import { phraseDay, phraseDistance } from '../../time/phrase.ts';
import { type OutlookDue, overAt } from '../outlook.ts';
import { type Finding, levelFrom, type RiskView } from './finding.ts';
import { openRotations } from './rows.ts';

/** Red once a hard date has passed and its step is open; amber a week before it. What is only advised is neither. */
export function deadlineRisk({ row, thresholds, now, today }: RiskView): Finding[] {
  return (row.outlook?.due ?? []).flatMap((due): Finding[] => {
    if (!due.hard) return [];
    const near = plusDays(due.day, -thresholds.deadlineAmberDays);
    const over = overAt(due);
    const isOver = now >= over;
    const found = levelFrom(today, {
      red: isOver ? dayIn(EASTERN, over) : undefined,
      amber: due.opens ? latest(near, due.opens) : near,
    });
    if (!found) return [];
    return [
      {
        code: 'D1',
        ...found,
        ...(due.rotationId && { rotationId: due.rotationId }),
        reason: isOver
          ? `${capital(due.title)} was due on ${phraseDay(due.day)} and is open`
          : `${capital(due.title)} is due ${phraseDistance(today, due.day)} and not done`,
        owner: 'applicant',
        action: isOver
          ? 'call, and settle whether it was done or what can be saved'
          : 'ask what is in the way',
        data: [dueWords(due)],
      },
    ];
  });
}

/** Red once the applicant's next step is later than its latest safe day; amber with two weeks of slack. */
export function slackRisk({ row, thresholds, today }: RiskView): Finding[] {
  return openRotations(row).flatMap((rotation): Finding[] => {
    const safe = rotation.outlook?.safe;
    if (!safe) return [];
    const found = levelFrom(today, {
      red: plusDays(safe.day, 1),
      amber: plusDays(safe.day, -thresholds.slackAmberDays),
    });
    if (!found) return [];
    const { title } = STEP_FACTS[safe.step];
    return [
      {
        code: 'D2',
        ...found,
        rotationId: rotation.id,
        reason:
          found.level === 'red'
            ? `At ${rotation.host} the step “${title}” was safe until ${phraseDay(safe.day)} and is open`
            : `At ${rotation.host} the step “${title}” is safe for ${restWords(daysBetween(today, safe.day))}`,
        owner: 'applicant',
        action:
          found.level === 'red'
            ? 'begin it today, or ask the host for later dates'
            : 'agree on a day to do it',
        data: [
          `back plan of the rotation from ${rotation.start ? phraseDay(rotation.start) : 'its first day'}: ${title} by ${phraseDay(safe.day)}`,
          `how long it takes: ${STEP_FACTS[safe.step].durationSource}`,
        ],
      },
    ];
  });
}

/** `host page (official), checked Mon 23 Nov 2026: due Fri 3 Sep 2027` */
export function dueWords(due: OutlookDue): string {
  return `due ${phraseDay(due.day)}, ${CERTAINTY_WORDS[due.certainty].replace('you', 'the applicant')}: ${phraseSource(due)}`;
}

function restWords(days: number): string {
  return days === 0 ? 'today only' : days === 1 ? '1 day more' : `${days} days more`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
