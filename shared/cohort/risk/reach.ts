/** U1: somebody whom no email reaches, or who has fallen silent with something open. */
import { counted } from '#shared/base/counted.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { dueWords } from './deadlines.ts';
import { type Finding, levelFrom, type RiskView } from './finding.ts';
import { standingDues } from './standing-dues.ts';

/**
 * Red where mail bounced or was marked as spam and something is due within a month; amber after a month of silence. Who
 * has unsubscribed chose so and is shown as not reached; their silence still counts.
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
            reason: `${row.reach === 'bounced' ? 'Mail does not arrive' : 'Our mail was marked as spam'}; due ${phraseDistance(today, next.day)}: ${next.title}`,
            action: 'call, and enter an address that works',
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
        reason: `Nothing heard since ${phraseDay(heardOn)}, and ${counted(open.length, 'step is', 'steps are')} open`,
        action: 'write or call in person',
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
