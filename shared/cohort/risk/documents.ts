/** C1: a paper that expires before its rotation is over, by how near the start is. */

import { type Day, latest, plusDays } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { wasDone } from '#shared/plan/rotation/kind.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import { type Finding, levelFrom, type RiskView } from './finding.ts';

/** Before the host's yes nothing is asked for; a paper without a date is not known to expire. */
export function documentRisk({ row, thresholds, today }: RiskView): Finding[] {
  return openRotations(row).flatMap((rotation): Finding[] => {
    const { start, end, outlook } = rotation;
    const expires = outlook?.expires;
    if (!expires || !start || !end || wasDone(rotation)) return [];
    // Nobody can be told to renew what is not yet available.
    const from = (day: Day) => (expires.from ? latest(day, expires.from) : day);
    const found = levelFrom(today, {
      red: from(plusDays(start, -thresholds.documentRedDays)),
      amber: from(plusDays(start, -thresholds.documentAmberDays)),
    });
    if (!found) return [];
    const { label } = DOCUMENT_FACTS[expires.kind];
    const others = (outlook.documents?.expiring ?? 1) - 1;
    return [
      {
        code: 'C1',
        topic: 'expiry',
        ...found,
        rotationId: rotation.id,
        owner: 'applicant',
        words: () => ({
          reason: `${label} ${expires.on < today ? 'expired' : 'expires'} on ${phraseDay(expires.on)}, before the rotation at ${rotation.host} is over${others > 0 ? `, and ${others} more` : ''}; it starts ${phraseDistance(today, start)}`,
          action: 'have it renewed now',
          data: [
            `rotation ${phraseDay(start)} to ${phraseDay(end)}, entered by the applicant`,
            `how long it counts: ${DOCUMENT_FACTS[expires.kind].validitySource}`,
          ],
        }),
      },
    ];
  });
}
