/** The shortlist opened from a plan: its answers come from the plan, and places can be added to it. */
import type { Html } from '#shared/base/html.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation, RotationPlan } from '#shared/plan/facts/rotation.ts';
import { isInUs, wasDone } from '#shared/plan/rotation/kind.ts';
import type { ShortlistProfile } from '#shared/shortlist/profile.ts';
import { type FormTies, formMarkup } from '../../forms/form.ts';

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

/** By offering: what the applicant set for a place on the plan. */
export function tiersOfPlan({ rotations }: Facts): NonNullable<ShortlistProfile['tiers']> {
  return Object.fromEntries(
    rotations.flatMap(({ host: { institutionId }, tier }) =>
      institutionId && tier ? [[institutionId, tier]] : [],
    ),
  );
}

function yesNo(name: string, value: boolean | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value ? 'yes' : 'no' };
}

export function keepForm(rotation: Rotation, ties: FormTies): Html {
  const { host, specialty, mode, route, country, dates, id } = rotation;
  return formMarkup(
    {
      key: `keep.${ties.updateId}.${id}`,
      type: 'rotation-added',
      title: 'Add to my plan',
      text: 'This adds it to your list with these dates. You can decide later whether to apply.',
      fields: [],
      hidden: {
        'rotation.host.name': host.name,
        ...(host.institutionId && { 'rotation.host.institutionId': host.institutionId }),
        ...(host.programCode && { 'rotation.host.programCode': host.programCode }),
        'rotation.specialty': specialty,
        'rotation.mode': mode,
        'rotation.route': route,
        'rotation.country': country,
        ...(dates && { 'rotation.dates.start': dates.start, 'rotation.dates.end': dates.end }),
      },
      values: {},
      button: 'Add to my plan',
    },
    ties,
  );
}
