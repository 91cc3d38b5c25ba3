/** What to copy into MyERAS: at most ten experiences in the guide's order, each with the applicant's role. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { phraseMonth } from '#shared/base/time/phrase.ts';
import { guideRule } from '#shared/world/guide/rules.ts';
import { caseList, casesIn } from '../facts/cases.ts';
import type { Facts } from '../facts/facts.ts';
import type { Rotation, RotationDates, RotationPlan, Specialty } from '../facts/rotation.ts';
import { isClinical, listingRank, wasDone } from '../rotation/kind.ts';

export interface ErasExperience {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly country: string;
  readonly dates: RotationDates;
  /** `Hands-on`, `Observer`, or `Research`, never unclear or mixed up (G21b). */
  readonly role: string;
  /** Case numbers; empty while none are logged. */
  readonly description: string;
}

interface ErasList {
  readonly listed: readonly ErasExperience[];
  /** Beyond ERAS's ten, in the same order. */
  readonly leftOut: readonly ErasExperience[];
}

/** The list, or a message for each experience whose role is missing or contradicts the case log. */
export function erasExport(facts: Facts): Result<ErasList, string[]> {
  const rotations = facts.rotations.filter(isListed);
  const unclear = [
    ...rotations
      .filter(contradictsItself)
      .map(
        ({ host, mode }) =>
          `${host.name}: you are listed as ${mode === 'observer' ? 'an observer, but the case log has hands-on cases' : 'doing research, but there is a case log'}. Correct one of them first.`,
      ),
    ...(facts.experiences ?? [])
      .filter(({ mode }) => mode === undefined)
      .map(
        ({ title, place }) =>
          `${title}, ${place}: your role (hands-on, observer, or research) is missing. Remove it and add it again with your role.`,
      ),
  ];
  if (unclear.length > 0) return failure(unclear);
  const all = [
    ...rotations.flatMap((rotation) => {
      const { dates } = rotation;
      return dates ? [{ of: rotation, as: ofRotation(rotation, dates) }] : [];
    }),
    ...(facts.experiences ?? []).flatMap((experience) => {
      const { id, title, place, country, dates, mode } = experience;
      if (!mode) return [];
      const role = roleWords(mode);
      return [{ of: experience, as: { id, title, place, country, dates, role, description: '' } }];
    }),
  ]
    .toSorted(
      (a, b) =>
        listingRank(a.of) - listingRank(b.of) || (a.as.dates.start < b.as.dates.start ? 1 : -1),
    )
    .map(({ as }) => as);
  const most = guideRule('G21')?.countMax ?? 10;
  return success({ listed: all.slice(0, most), leftOut: all.slice(most) });
}

/** One line for the CV, as the guide recommends: institution, dates, role. */
export function cvLine({ title, place, dates, role, description }: ErasExperience): string {
  const [from, to] = [phraseMonth(dates.start.slice(0, 7)), phraseMonth(dates.end.slice(0, 7))];
  const when = from === to ? from : `${from} to ${to}`;
  return `${title}, ${place}, ${when}. ${role}.${description ? ` ${description}` : ''}`;
}

/** Finished or in progress. */
function isListed(rotation: Rotation): boolean {
  return wasDone(rotation) || rotation.status === 'underway';
}

function contradictsItself({ mode, cases = [] }: Rotation): boolean {
  if (mode === 'research') return cases.length > 0;
  return mode === 'observer' && casesIn(cases, 'hands-on').length > 0;
}

function ofRotation(rotation: Rotation, dates: RotationDates): ErasExperience {
  const lines = caseList(rotation.cases ?? []);
  return {
    id: rotation.id,
    title: `${isClinical(rotation) ? 'Visiting rotation' : 'Research'}${FIELDS[rotation.specialty]}`,
    place: rotation.host.name,
    country: rotation.country,
    dates,
    role: roleWords(rotation.mode),
    description: lines.length > 0 ? `${lines.join('. ')}.` : '',
  };
}

const FIELDS: Readonly<Record<Specialty, string>> = {
  ir: ', interventional radiology',
  dr: ', diagnostic radiology',
  surgery: ', surgery',
  medicine: ', medicine',
  icu: ', intensive care',
  other: '',
};

/** The role as it reads in ERAS and the CV. */
export function roleWords(mode: RotationPlan['mode']): string {
  return { 'hands-on': 'Hands-on', observer: 'Observer', research: 'Research' }[mode];
}
