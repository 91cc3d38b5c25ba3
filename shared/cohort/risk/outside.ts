/** X1: others take longer than usual. Blue: shown, never counted against the applicant. */

import { counted } from '#shared/base/counted.ts';
import { daysBetween, plusDays } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { SummaryRotation } from '#shared/people/outlook/summary.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import type { Finding, RiskOwner, RiskView } from './finding.ts';
import type { Thresholds } from './thresholds.ts';

type Holder = NonNullable<SummaryRotation['outlook']>['waitingOn'];

const OTHERS: Readonly<
  Partial<
    Record<Holder, { usual: keyof Thresholds; owner: RiskOwner; name: string; action: string }>
  >
> = {
  host: {
    usual: 'hostUsualDays',
    owner: 'host',
    name: 'the host',
    action: 'the applicant may ask the coordinator once',
  },
  'home-school': {
    usual: 'schoolUsualDays',
    owner: 'home school',
    name: 'the home school',
    action: 'ask the dean’s office',
  },
  visa: {
    usual: 'visaUsualDays',
    owner: 'visa office',
    name: 'the visa office',
    action: 'this cannot be sped up; keep a backup open',
  },
  external: {
    usual: 'outsideUsualDays',
    owner: 'outside office',
    name: 'an outside office such as Intealth',
    action: 'this cannot be sped up; check again in two weeks',
  },
};

export function outsideRisk({ row, thresholds, today }: RiskView): Finding[] {
  return openRotations(row).flatMap((rotation): Finding[] => {
    const holder = rotation.outlook && OTHERS[rotation.outlook.waitingOn];
    if (!rotation.outlook || !holder) return [];
    const heldFrom = rotation.outlook.waitingSince;
    const usualDays = thresholds[holder.usual];
    const since = plusDays(heldFrom, usualDays + 1);
    if (today < since) return [];
    return [
      {
        code: 'X1',
        topic: 'outside',
        level: 'blue',
        since,
        rotationId: rotation.id,
        owner: holder.owner,
        words: () => ({
          reason: `The rotation at ${rotation.host} has been waiting for ${holder.name} for ${counted(daysBetween(heldFrom, today), 'day')} (usually up to ${usualDays})`,
          action: holder.action,
          data: [`with ${holder.name} since ${phraseDay(heldFrom)}`],
        }),
      },
    ];
  });
}
