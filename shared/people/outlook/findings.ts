/** The matters of an agenda that an advisor is shown: what is late, lost, or with somebody else, gravest first. */
import { type AgendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { dayShown, type Matter } from '#shared/agenda/matter.ts';
import { NEAR_LOSS_DAYS, POSSIBLE_ASKED_DAYS, type Standing } from '#shared/agenda/standings.ts';
import { advisorAsksFrom, LOSS_SAID_DAYS } from '#shared/agenda/urgency.ts';
import { type Day, earliest, latest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { togetherTitle } from '#shared/words/together.ts';
import { RISK_LEVELS, type RiskLevel } from '../casework/codes.ts';
import {
  OUTLOOK_FINDING_CHARACTERS_MAX,
  OUTLOOK_FINDINGS_MAX,
  type OutlookFinding,
  shortened,
} from '../person/outlook.ts';

interface Found {
  readonly matter: Matter;
  readonly standing: Standing;
  readonly color: RiskLevel;
}

export function findingsOf(at: AgendaAt, now: Instant): OutlookFinding[] {
  // What is still open after a season is over is closed with it.
  if (at.state.name === 'over') return [];
  const today = dayIn(at.view.facts.profile.zone, now);
  const found = at.matters.flatMap((matter): Found[] => {
    const standing = standingOf(at, matter);
    const color = levelOf(matter, standing);
    return color ? [{ matter, standing, color }] : [];
  });
  const unanswered = at.matters.flatMap((matter) => unansweredOf(matter, at, today));
  return [...asOne(found).map((group) => findingOf(group, at, today)), ...unanswered]
    .toSorted(byGravity)
    .slice(0, OUTLOOK_FINDINGS_MAX);
}

/** A question is never late, but after a month somebody has to ask in person. */
function unansweredOf(matter: Matter, at: AgendaAt, today: Day): OutlookFinding[] {
  const since = advisorAsksFrom(matter);
  if (!since || since > today || standingOf(at, matter).name !== 'open') return [];
  const { rule, about, opens } = matter;
  return [
    {
      rule,
      ...(about.rotationId && { rotationId: about.rotationId }),
      title: shortened(wordsOf(matter, at.view).title, OUTLOOK_FINDING_CHARACTERS_MAX),
      standing: 'open',
      color: 'gray',
      since,
      party: 'advisor',
      ...(opens && { day: opens }),
    },
  ];
}

/** As the state judges: comfort aside, a loss for thirty days, and nobody is late for another. */
function levelOf({ stake, whose }: Matter, { name, color, byDays = 0 }: Standing) {
  if (stake === 'comfort') return undefined;
  if (color === 'cannot-be-saved' && byDays > LOSS_SAID_DAYS) return undefined;
  if (name === 'late' && whose !== 'applicant') return 'outside';
  return RISK_LEVELS.find((level) => level === color);
}

/** What one party holds of a rotation is one thing, and so are its papers of one day. */
function asOne(found: readonly Found[]): [Found, ...Found[]][] {
  const groups = Map.groupBy(found, ({ matter, standing, color }) => {
    const { rotationId = '' } = matter.about;
    if (standing.name === 'blocked') return [color, standing.party, rotationId].join('|');
    if (matter.kind === 'paper')
      return [color, standing.name, rotationId, dayShown(matter)].join('|');
    return matter.id;
  });
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others]] : []));
}

function findingOf(
  [{ matter, standing, color }, ...others]: [Found, ...Found[]],
  { view }: AgendaAt,
  today: Day,
): OutlookFinding {
  const { rule, about, due, safeBy, begun, whose } = matter;
  const rotation = view.facts.rotations.find(({ id }) => id === about.rotationId);
  const isPapers = matter.kind === 'paper' && others.length > 0 && rotation;
  const day = dayShown(matter);
  const lastDay = matter.lastDay?.day;
  return {
    rule,
    ...(rotation && { rotationId: rotation.id }),
    title: shortened(
      isPapers
        ? togetherTitle(
            [matter, ...others.map((each) => each.matter)].map((each) => ({
              title: wordsOf(each, view).title,
              isPaper: true,
            })),
            rotation,
          )
        : wordsOf(matter, view).title,
      OUTLOOK_FINDING_CHARACTERS_MAX,
    ),
    standing: standing.name,
    color,
    since:
      standing.name === 'unknown' && rotation
        ? unknownSince(matter, rotation, standing)
        : sinceOf(matter, standing, today),
    party: standing.party ?? whose,
    ...(day && { day }),
    ...(day && day === safeBy && !begun && { isStart: true as const }),
    ...(lastDay && { lastDay }),
    ...(due && { certainty: due.certainty, source: shortened(due.source) }),
    ...(due?.checkedOn && { checkedOn: due.checkedOn }),
  };
}

function sinceOf(matter: Matter, { name, color, since }: Standing, today: Day): Day {
  const { opens = today, due, lastDay } = matter;
  const shown = dayShown(matter);
  if (name === 'lost') return lastDay?.day ?? opens;
  if (name !== 'late' || !shown) return since ?? opens;
  if (color !== 'red') return plusDays(shown, 1);
  return earliest(
    plusDays(due?.day ?? shown, 1),
    ...(lastDay ? [plusDays(lastDay.day, -NEAR_LOSS_DAYS)] : []),
  );
}

/** From the day on which the rotation came to its stage; of a near one, from when it is asked about. */
function unknownSince({ safeBy }: Matter, { since }: Rotation, { color }: Standing): Day {
  const day = dayIn(EASTERN, since);
  return color !== 'gray' && safeBy ? latest(day, plusDays(safeBy, -POSSIBLE_ASKED_DAYS)) : day;
}

/** Of one color, what is lost first; then the day that is shown. */
function byGravity(a: OutlookFinding, b: OutlookFinding): number {
  return (
    RISK_LEVELS.indexOf(a.color) - RISK_LEVELS.indexOf(b.color) ||
    (a.lastDay ?? '9').localeCompare(b.lastDay ?? '9') ||
    (a.day ?? '9').localeCompare(b.day ?? '9')
  );
}
