/** The shortlist opened from a plan: its answers come from the plan, and places can be added to it. */
import { type Html, html } from '#shared/base/html.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { isComing } from '#shared/plan/facts/letter.ts';
import type { Rotation, RotationPlan } from '#shared/plan/facts/rotation.ts';
import { lettersOf, modeOfLetter, type PlacedLetter } from '#shared/plan/letters/placed.ts';
import { isClinical, isInUs, wasDone } from '#shared/plan/rotation/kind.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import type { ShortlistProfile } from '#shared/shortlist/profile.ts';
import { isSameOffering } from '#shared/world/programs/directory.ts';
import { button } from '../../components.ts';
import type { FormTies } from '../../forms/form.ts';

export function valuesOfPlan(facts: Facts): Readonly<Record<string, string>> {
  const { profile, rotations } = facts;
  const { matchYear, pathway, enrollment, graduationOn, entry, visaWaitDays } = profile;
  const isOfMentor = ({ letter, rotation }: PlacedLetter) =>
    isComing(letter) && modeOfLetter(letter.writer.specialty, rotation) === 'research';
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
    ...(lettersOf(facts).some(isOfMentor) && { researchMentorLetter: 'yes' }),
  };
}

/** By offering: what the applicant set for a place on the plan; and when the plan is taken. */
export function knownOfPlan({
  rotations,
}: Facts): Required<Pick<ShortlistProfile, 'tiers' | 'planned'>> {
  return {
    tiers: Object.fromEntries(
      rotations.flatMap(({ host: { institutionId }, tier }) =>
        institutionId && tier ? [[institutionId, tier]] : [],
      ),
    ),
    planned: openRotations({ rotations })
      .filter(isClinical)
      .flatMap(({ host: { institutionId }, dates }) =>
        dates ? [{ ...(institutionId && { institutionId }), ...dates }] : [],
      ),
  };
}

function yesNo(name: string, value: boolean | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value ? 'yes' : 'no' };
}

/** @returns a button, or that the place is on the plan already */
export function keepButton(rotation: Rotation, { rotations }: Facts, ties: FormTies): Html {
  const { host, specialty, mode, route, country, dates } = rotation;
  const isThere = openRotations({ rotations }).some((each) =>
    isSameOffering(each.host.institutionId, host.institutionId),
  );
  if (isThere) return html`<span class="status done">On your plan</span>`;
  return button({
    action: ties.action,
    label: html`Add <span class="unseen">${host.name} </span>to my plan`,
    isPlain: true,
    hidden: {
      update: ties.updateId,
      revision: String(ties.revision),
      type: 'rotation-added',
      'rotation.host.name': host.name,
      ...(host.institutionId && { 'rotation.host.institutionId': host.institutionId }),
      ...(host.programCode && { 'rotation.host.programCode': host.programCode }),
      'rotation.specialty': specialty,
      'rotation.mode': mode,
      'rotation.route': route,
      'rotation.country': country,
      ...(dates && { 'rotation.dates.start': dates.start, 'rotation.dates.end': dates.end }),
    },
  });
}
