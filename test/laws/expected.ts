/** What must be on an agenda, written by hand from the guide and the world: no rule of the product is used. */
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { SEASON_EVENT_NAMES } from '#shared/world/season/events.ts';
import type { World } from '#shared/world/world.ts';

const AHEAD = [
  'shortlisted',
  'preparing',
  'submitted',
  'waitlisted',
  'offered',
  'collecting',
  'upcoming',
];
const ACCEPTED = ['collecting', 'upcoming', 'underway'];
const OVER = ['waiting', 'not-progressing', 'to-assign'];
const US = ['US', 'PR', 'GU', 'VI', 'MP'];

export function expectedIds({ profile, rotations, letters = [] }: Facts, world: World): string[] {
  const { dates } = world.season(profile.matchYear);
  const season = SEASON_EVENT_NAMES.filter((event) => dates[event]).map(
    (event) => `${event}|season`,
  );
  const counts = [
    'G7|plan/targets',
    'G8|plan/early-rotation',
    'G17|plan/ir-letter',
    'G17b|plan/other-letter',
    'G11|plan/application',
  ];
  const ofRotations = rotations.some(({ mode }) => mode !== 'research')
    ? ['G1|plan/ir-away', 'G3|plan/other-us', 'G4|plan/us', 'G22|plan/hands-on']
    : [];
  const isSeen = rotations.some(
    ({ status, dates, host, mode }) =>
      dates &&
      (status === 'underway' || OVER.includes(status)) &&
      world.host(host.institutionId, mode)?.grantsLetters !== false,
  );
  return [
    ...season,
    ...counts,
    ...(isSeen ? ['G10|plan/final-letters'] : []),
    ...ofRotations,
    ...rotations.flatMap((rotation) =>
      ofRotation(rotation, profile, world).filter(
        (id) => !isOfVisa(id) || !rotations.some((each) => servesToo(each, rotation)),
      ),
    ),
    ...letters.flatMap((letter) => ofLetter('plan', letter)),
  ];
}

function isOfVisa(id: string): boolean {
  return id.startsWith('G13|') || id.startsWith('visa|');
}

/** One visitor's visa serves several accepted rotations in the US, and is asked for with the earliest of them. */
function servesToo(one: Rotation, other: Rotation): boolean {
  const areAccepted = [one, other].every(
    ({ status, mode, country }) =>
      status === 'collecting' && mode !== 'research' && US.includes(country),
  );
  return areAccepted && one.dates !== undefined && one.dates.start < (other.dates?.start ?? '');
}

function ofRotation(rotation: Rotation, { entry }: Facts['profile'], world: World): string[] {
  const { id, status, stage, dates, country, host, mode, checklist, offer, letters } = rotation;
  const isUs = US.includes(country);
  const isAhead = AHEAD.includes(status);
  const grants = world.host(host.institutionId, mode)?.grantsLetters !== false;
  const isResearch = mode === 'research';
  const path = [
    ...(isResearch ? [] : ['G6']),
    'apply',
    'host-answer',
    'accept',
    ...(isUs && !isResearch ? ['G14b', 'housing', 'flight'] : []),
  ];
  const { visaAccepted = [], visaRefused = [] } =
    world.host(host.institutionId, mode)?.offering.read ?? {};
  const waiver = ['WB', 'WT', 'ESTA'];
  const refusesWaiver =
    visaRefused.some((each) => waiver.includes(each)) &&
    !visaAccepted.some((each) => waiver.includes(each));
  const needsVisa = entry === 'visa' || (entry === 'waiver' && refusesWaiver);
  const visa = isUs && needsVisa ? ['G13', 'visa'] : [];
  const esta = isUs && entry === 'waiver' && !refusesWaiver ? ['esta'] : [];
  const isAccepted = ACCEPTED.includes(status) && dates !== undefined;
  const days = isAccepted ? ['started', ...(isResearch ? [] : ['G15b'])] : [];
  const rules = [
    ...(isAhead ? [...path, ...visa, ...esta] : []),
    ...(isAhead && !dates ? ['dates'] : []),
    ...(status === 'offered' && !offer ? ['offer-end'] : []),
    ...days,
    ...(OVER.includes(status) && dates ? ['ended'] : []),
  ].map((rule) => `${rule}|${id}`);
  return [
    ...rules,
    ...(isAccepted && !isResearch ? [`G18|${id}/mentor`] : []),
    ...(dates && grants && (isAccepted || OVER.includes(status)) ? [`G15|${id}/letter`] : []),
    ...(dates && (status === 'collecting' || status === 'upcoming')
      ? checklist
          .filter(({ kind }) => kind !== 'visa' && kind !== 'esta')
          .map(({ kind }) => `G14|${id}/${kind}`)
      : []),
    ...(stage === 'closed' ? [] : letters.flatMap((letter) => ofLetter(id, letter))),
  ];
}

function ofLetter(place: string, { id, status }: Rotation['letters'][number]): string[] {
  if (status === 'declined' || status === 'not-progressing') return [];
  return ['letter-agreed', 'G16b', 'letter-uploaded', 'assign-letter'].map(
    (rule) => `${rule}|${place}/${id}`,
  );
}
