/** The matters of an agenda that an advisor is shown: what is late, lost, or with someone else, gravest first. */
import { beforePlanOf } from '#shared/agenda/added.ts';
import { type AgendaAt, isLostWithNeed, isOverFor, standingOf } from '#shared/agenda/agenda-at.ts';
import { dayShown, type Matter, type View } from '#shared/agenda/matter.ts';
import type { Standing } from '#shared/agenda/standings.ts';
import { advisorAsksFrom, LOSS_SAID_DAYS } from '#shared/agenda/urgency.ts';
import { type Day, earliest, latest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { isLost } from '#shared/plan/facts/letter.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { togetherTitle } from '#shared/words/together.ts';
import { RISK_LEVELS, type RiskLevel } from '../casework/codes.ts';
import {
  OUTLOOK_FINDING_CHARACTERS_MAX,
  OUTLOOK_FINDINGS_MAX,
  type Outlook,
  type OutlookFinding,
  SOURCE_CHARACTERS_MAX,
  shortened,
} from '../person/outlook.ts';

interface Found {
  readonly matter: Matter;
  readonly standing: Standing;
  readonly color: RiskLevel;
}

/** @param before what the person's list held at the last visit, so that each keeps the day it came */
export function findingsOf(
  at: AgendaAt,
  unreached: readonly OutlookFinding[],
  before: Outlook | undefined,
  now: Instant,
): OutlookFinding[] {
  const today = dayIn(EASTERN, now);
  const here = dayIn(at.view.facts.profile.zone, now);
  // Also for someone whom no email reaches.
  if (isOverFor(at.view, here)) return [];
  const found = at.matters.flatMap((matter): Found[] => {
    const standing = standingOf(at, matter);
    const color = levelOf(matter, standing);
    // What waits for something lost is mentioned with the loss.
    const waitsInVain = standing.need && at.standings.get(standing.need)?.name === 'lost';
    const isSaid = isLostWithNeed(matter, at) || waitsInVain;
    return color && !isSaid ? [{ matter, standing, color }] : [];
  });
  const unanswered = at.matters.flatMap((matter) => unansweredOf(matter, at, now));
  return [
    ...asOne(found).map((group) => findingOf(group, at, latest(here, today))),
    ...unanswered,
    ...unreached,
  ]
    .toSorted(byGravity)
    .slice(0, OUTLOOK_FINDINGS_MAX)
    .map((finding) => {
      const came = colorSince(finding, before, today);
      return { ...finding, ...(came !== finding.since && { colorSince: came }) };
    });
}

/** Late by the dates is one thing; a person may join, accept, or move a date long after, and only then is it news. So the day is kept. */
function colorSince(
  { key, rule, rotationId, color }: OutlookFinding,
  before: Outlook | undefined,
  today: Day,
): Day {
  const known = before?.findings?.find(
    (each) =>
      each.rule === rule &&
      each.rotationId === rotationId &&
      each.color === color &&
      (each.key ?? key) === key,
  );
  return known ? (known.colorSince ?? known.since) : today;
}

/** Since when the gravest color is what it is, however its reasons changed meanwhile. */
export function levelSince(
  findings: readonly OutlookFinding[],
  before: Outlook | undefined,
  now: Instant,
): Day | undefined {
  const [gravest] = findings;
  const [known] = before?.findings ?? [];
  if (!gravest) return undefined;
  if (known?.color !== gravest.color) return dayIn(EASTERN, now);
  return before?.levelSince ?? known.since;
}

/** A question is never late, but after a month someone has to ask in person. */
function unansweredOf(matter: Matter, at: AgendaAt, now: Instant): OutlookFinding[] {
  const from = advisorAsksFrom(matter);
  const today = dayIn(at.view.facts.profile.zone, now);
  if (!from || from > today || standingOf(at, matter).name !== 'open') return [];
  const { rule, about, opens = from } = matter;
  return [
    {
      rule,
      ...(about.rotationId && { rotationId: about.rotationId }),
      title: shortened(wordsOf(matter, at.view).title, OUTLOOK_FINDING_CHARACTERS_MAX),
      standing: 'open',
      color: 'gray',
      since: opens,
      party: 'advisor',
      day: opens,
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

/** What one party holds of a rotation is one thing, and so are its papers of one day and all that its host rules out. */
function asOne(found: readonly Found[]): [Found, ...Found[]][] {
  const groups = Map.groupBy(found, ({ matter, standing, color }) => {
    const { rotationId = '' } = matter.about;
    if (standing.name === 'blocked') return [color, standing.party, rotationId].join('|');
    if (matter.rule === 'gate') return [color, matter.rule, rotationId].join('|');
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
  const key = matter.kind === 'paper' ? day : (about.letterId ?? about.otherId ?? about.gate);
  return {
    ...(key && { key }),
    rule,
    ...(rotation && { rotationId: rotation.id }),
    title: shortened(
      isPapers
        ? togetherTitle(
            [matter, ...others.map((each) => each.matter)].map((each) => {
              const { title, short = title } = wordsOf(each, view);
              return { title: short, isPaper: true };
            }),
            rotation,
          )
        : wordsOf(matter, view).title,
      OUTLOOK_FINDING_CHARACTERS_MAX,
    ),
    standing: standing.name,
    color,
    since: earliest(sinceOf(matter, standing, view) ?? today, today),
    party: standing.party ?? whose,
    ...(day && { day }),
    ...(day && day === safeBy && !begun && { isStart: true as const }),
    ...beforePlanOf(matter, view.facts),
    ...(lastDay && { lastDay }),
    ...(matter.lastDay?.certainty === 'estimated' && { isLastEstimated: true as const }),
    ...(due && { certainty: due.certainty, source: shortened(due.source, SOURCE_CHARACTERS_MAX) }),
    ...(due?.checkedOn && { checkedOn: due.checkedOn }),
  };
}

/** The day of the cause: what was missed, refused, or handed over, and never before it was on the plan. */
function sinceOf(matter: Matter, { name, since }: Standing, view: View): Day | undefined {
  const { opens, lastDay } = matter;
  const reported = reportedOn(matter, view);
  const shown = dayShown(matter);
  if (name === 'lost') return matter.impossible ? (opens ?? reported) : (lastDay?.day ?? opens);
  if (name === 'late' && shown) return latest(plusDays(shown, 1), ...(reported ? [reported] : []));
  return since ?? reported ?? opens ?? shown;
}

/** The report that brought it to the plan: for a letter, its own or a writer’s no; for a place, the acceptance; otherwise its entry. */
function reportedOn({ about, kind }: Matter, { facts }: View): Day | undefined {
  const rotation = facts.rotations.find(({ id }) => id === about.rotationId);
  const letters = [...(facts.letters ?? []), ...(rotation?.letters ?? [])];
  const letter =
    letters.find(({ id }) => id === about.letterId) ??
    (kind === 'letter' ? rotation?.letters.findLast(isLost) : undefined);
  if (letter) return dayIn(EASTERN, letter.since);
  if (!rotation || kind === 'letter') return undefined;
  const { acceptedOn, appliedOn, addedOn } = rotation;
  return acceptedOn ?? appliedOn ?? addedOn ?? dayIn(EASTERN, rotation.since);
}

/** Within a color, what is lost first; then the day that is shown. */
function byGravity(a: OutlookFinding, b: OutlookFinding): number {
  return (
    RISK_LEVELS.indexOf(a.color) - RISK_LEVELS.indexOf(b.color) ||
    (a.lastDay ?? '9').localeCompare(b.lastDay ?? '9') ||
    (a.day ?? '9').localeCompare(b.day ?? '9')
  );
}
