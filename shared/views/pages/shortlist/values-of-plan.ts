/** Answers the plan already has, as values of the shortlist's fields: nobody is asked twice. */
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { RotationPlan } from '#shared/plan/facts/rotation.ts';
import { isInUs, wasDone } from '#shared/plan/rotation/kind.ts';

export function valuesOfPlan({ profile, rotations }: Facts): Readonly<Record<string, string>> {
  const { matchYear, pathway, enrollment, graduationOn, entry, visaWaitDays } = profile;
  const monthsDone = (mode: RotationPlan['mode']) =>
    rotations.filter((each) => isInUs(each) && each.mode === mode && wasDone(each)).length;
  return {
    matchYear: String(matchYear),
    pathway,
    enrollment,
    ...(graduationOn && { graduationOn }),
    ...(entry && { entry }),
    ...(visaWaitDays !== undefined && { visaWaitDays: String(visaWaitDays) }),
    ...yesNo('schoolInVslo', profile.schoolInVslo),
    ...yesNo('ecfmgCertified', profile.ecfmgCertified),
    usHandsOnMonths: String(monthsDone('hands-on')),
    usObserverMonths: String(monthsDone('observer')),
  };
}

function yesNo(name: string, value: boolean | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value ? 'yes' : 'no' };
}
