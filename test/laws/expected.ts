/** What must be on an agenda, written by hand from the guide and the world: no rule of the product is used. */
import { daysBetween, plusDays } from '#shared/base/time/day.ts';
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

export function expectedIds(facts: Facts, world: World): string[] {
  const { profile, rotations, letters = [] } = facts;
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
  const askedBefore = new Set(
    servedByAnEarlier(facts, world).flatMap(({ id }) => [`G13|${id}`, `visa|${id}`]),
  );
  return [
    ...season,
    ...counts,
    ...(isSeen ? ['G10|plan/final-letters'] : []),
    ...ofRotations,
    ...rotations
      .flatMap((rotation) => ofRotation(rotation, profile, world))
      .filter((id) => !askedBefore.has(id)),
    ...letters.flatMap((letter) => ofLetter('plan', letter)),
  ];
}

/**
 * One visitor's visa serves several accepted rotations in the US, and is asked for with the earliest that it can still
 * reach. A rotation with a form of its host, in research, or with its visa in hand has its own steps, and holds up no other.
 */
function servedByAnEarlier({ profile, rotations }: Facts, world: World): Rotation[] {
  const waiting = rotations
    .flatMap((rotation) => {
      const { id, status, mode, host, checklist, dates } = rotation;
      const { visaAccepted, visaIssued } =
        world.host(host.institutionId, mode)?.offering.read ?? {};
      const hasForm = visaIssued || visaAccepted?.every((each) => ['F-1', 'J-1'].includes(each));
      const inHand = checklist.some((each) => each.kind === 'visa' && each.status === 'cleared');
      const isVisitors = status === 'collecting' && mode !== 'research' && !hasForm && !inHand;
      const isAsked = ofRotation(rotation, profile, world).includes(`visa|${id}`);
      return isVisitors && isAsked && dates ? [{ rotation, start: dates.start }] : [];
    })
    .toSorted((one, other) => daysBetween(other.start, one.start));
  const interview = waiting.find(({ rotation }) => rotation.visaAppointmentOn)?.rotation
    .visaAppointmentOn;
  return waiting
    .filter(({ start }) => !interview || interview <= plusDays(start, -2))
    .slice(1)
    .map(({ rotation }) => rotation);
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
