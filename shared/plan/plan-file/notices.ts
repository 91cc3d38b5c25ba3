/** What a plan file says that is not used as it is written: said beside the plan, since nothing is chosen in silence. */
import type { Day } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { StageName } from '#shared/plan/facts/stage-names.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import type { World } from '#shared/world/world.ts';
import type { FileRotation, PlanFile } from './plan-file.ts';

export function noticesOf(
  { profile, erasSubmittedOn }: PlanFile,
  today: Day,
  world: Pick<World, 'season'>,
): string[] {
  const { matchYear, enrollment, graduationOn } = profile;
  const opens = world.season(matchYear).dates['eras-submit-opens'];
  return [
    ...(enrollment === 'enrolled' && graduationOn && graduationOn < today
      ? [
          `profile.graduationOn ${graduationOn} is past, but profile.enrollment is enrolled: from that day on, rotations are judged as a graduate’s`,
        ]
      : []),
    ...(erasSubmittedOn && opens && erasSubmittedOn < opens.day
      ? [
          `erasSubmittedOn ${erasSubmittedOn} is before ${opens.day}${opens.certainty === 'estimated' ? ' (estimated)' : ''}, the first day anyone can apply for Match ${matchYear}`,
        ]
      : []),
  ];
}

export function noticesOfRotation(of: FileRotation, stage: StageName): string[] {
  const { country, status, closedReason, checklist } = of;
  const host: Rotation['host'] = of.host;
  const unused = isInUs(of) ? [] : (['institutionId', 'programCode'] as const);
  return [
    ...unused
      .filter((field) => host[field])
      .map(
        (field) =>
          `host.${field} ${host[field]} is not used, because it is in the US and country is ${country}: no rule of the directory applies`,
      ),
    ...(stage === 'closed' && !closedReason
      ? ['closedReason is missing: the rotation is read as withdrawn']
      : []),
    ...(checklist.length > 0 && !isCommitted(stage)
      ? [`checklist is not used, because status is ${status}`]
      : []),
  ];
}
