/** What one other answer would change: one answer of the profile turned to "yes" at a time, everything else unchanged. */
import { counted } from '#shared/base/counted.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import type { CanApply } from './gates.ts';
import { possiblesAt } from './possible.ts';
import type { ShortlistProfile } from './profile.ts';
import { sites } from './site.ts';

const CHANGES = [
  ['schoolInVslo', 'With a school in VSLO or its Global Network'],
  ['step1Passed', 'With Step 1 passed'],
  ['step2CkPassed', 'With Step 2 CK passed'],
  ['ecfmgCertified', 'With ECFMG certification'],
] as const satisfies readonly (readonly [keyof ShortlistProfile, string])[];

export function profileMoves(profile: ShortlistProfile, world: World, now: Instant): string[] {
  const all = sites(world);
  const answers = (of: ShortlistProfile) =>
    all.map((site) => possiblesAt(site, of, now)[0]?.canApply ?? 'no');
  const before = answers(profile);
  return CHANGES.filter(([field]) => profile[field] !== true).flatMap(([field, what]) => {
    const after = answers({ ...profile, [field]: true });
    const more = (answer: CanApply) =>
      after.filter((each, at) => each === answer && before[at] !== answer).length;
    const [yes, ask] = [more('yes'), more('ask')];
    const gains = [
      ...(yes > 0 ? [`${counted(yes, 'more place')} to apply to`] : []),
      ...(ask > 0 ? [`${counted(ask, 'more place')} to ask`] : []),
    ];
    return gains.length > 0 ? [`${what}: ${gains.join(', ')}.`] : [];
  });
}
