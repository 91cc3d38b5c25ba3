/** C1: a document that expires before its rotation ends, by how near the start is. */

import { type Day, latest, plusDays } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { wasDone } from '#shared/plan/rotation/kind.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import { type Finding, levelFrom, type RiskView } from './finding.ts';

/** Nothing is asked for before the host accepts; a document without a date is not known to expire. */
export function documentRisk({ row, thresholds, today }: RiskView): Finding[] {
  return openRotations(row).flatMap((rotation): Finding[] => {
    const { start, end, outlook } = rotation;
    const expires = outlook?.expires;
    if (!expires || !start || !end || wasDone(rotation)) return [];
    // Nobody can renew what is not yet available.
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
          reason: `${label} ${expires.on < today ? 'expired' : 'expires'} on ${phraseDay(expires.on)}, before the rotation at ${rotation.host} ends${others > 0 ? `, and so do ${others} more` : ''}; the rotation starts ${phraseDistance(today, start)}`,
          action: 'have it renewed now',
          data: [
            `rotation from ${phraseDay(start)} to ${phraseDay(end)}, entered by the applicant`,
            `validity: ${DOCUMENT_FACTS[expires.kind].validitySource}`,
          ],
        }),
      },
    ];
  });
}
