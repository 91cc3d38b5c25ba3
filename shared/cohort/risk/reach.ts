/** U1: emails do not reach the applicant, or they have gone silent with steps open. */
import { counted } from '#shared/base/counted.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { dueWords } from './deadlines.ts';
import { type Finding, levelFrom, type RiskView, standingDues } from './finding.ts';

/**
 * Red if email bounced or was marked as spam and something is due within a month; amber after a month of silence.
 * Unsubscribing is a choice, so it is shown only as not reached; silence still counts.
 */
export function reachRisk({ row, thresholds, today }: RiskView): Finding[] {
  const open = standingDues(row, today).filter(({ opens }) => !opens || opens <= today);
  const [next] = open.filter(({ day }) => day >= today);
  const heardOn = row.activeOn ?? row.enrolledOn;
  if (next && (row.reach === 'bounced' || row.reach === 'complained')) {
    const found = levelFrom(today, { red: plusDays(next.day, -thresholds.unreachedDueDays) });
    if (found) {
      return [
        {
          code: 'U1',
          topic: 'reach',
          ...found,
          owner: 'advisor',
          words: () => ({
            reason: `${row.reach === 'bounced' ? 'Emails do not arrive' : 'Our email was marked as spam'}; due ${phraseDistance(today, next.day)}: ${next.title}`,
            action: 'call, and enter a working address',
            data: [dueWords(next)],
          }),
        },
      ];
    }
  }
  if (open.length === 0) return [];
  const found = levelFrom(today, { amber: plusDays(heardOn, thresholds.silentDays) });
  if (!found) return [];
  return [
    {
      code: 'U1',
      topic: 'reach',
      ...found,
      owner: 'advisor',
      words: () => ({
        reason: `No update since ${phraseDay(heardOn)}, and ${counted(open.length, 'step is', 'steps are')} open`,
        action: 'email or call in person',
        data: [
          row.activeOn
            ? `last update on ${phraseDay(heardOn)}`
            : `enrolled on ${phraseDay(heardOn)}, no update since`,
          ...(row.mailedOn ? [`last email on ${phraseDay(row.mailedOn)}`] : ['no email sent yet']),
        ],
      }),
    },
  ];
}
