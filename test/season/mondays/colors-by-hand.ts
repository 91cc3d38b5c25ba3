/** One person's color, and what is lost to them, at a moment: from the design's table of standings, not from the report. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import type { Matter } from '#shared/agenda/matter.ts';
import type { Standing } from '#shared/agenda/standings.ts';
import { DAY_MS, dayIn, EASTERN, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import type { Version } from './record.ts';

/** Worst first. */
const COLORS = ['red', 'cannot be saved', 'amber', 'outside', 'gray'] as const;
const OTHERS = ['unreachable', 'over', 'empty', 'green'] as const;
export type ColorByHand = (typeof COLORS)[number] | (typeof OTHERS)[number];

export interface JudgedByHand {
  readonly color: ColorByHand;
  /** What cannot be saved, by matter. */
  readonly lost: readonly string[];
}

const SILENT_MS = 30 * DAY_MS;

export function judgedByHand(version: Version, world: World, now: Instant): JudgedByHand {
  const { facts, reach, heardAt } = version;
  const isHarmed = reach === 'bounced' || reach === 'complained';
  const { matters, standings, state } = agendaAt(facts, world, now, !isHarmed);
  if (state.name === 'over') return { color: 'over', lost: [] };
  const found = matters.flatMap((matter) => {
    const standing = standings.get(matter.id);
    const color = standing && colorOf(matter, standing, now);
    return color ? [{ id: matter.id, color }] : [];
  });
  const isSilent = dayIn(EASTERN, plusMs(now, -SILENT_MS)) >= dayIn(EASTERN, heardAt);
  const isOpen = matters.some(
    ({ id, whose, due }) =>
      whose === 'applicant' &&
      due &&
      ['open', 'late', 'unknown'].includes(standings.get(id)?.name ?? ''),
  );
  const all = [...found.map(({ color }) => color), ...(isSilent && isOpen ? ['amber'] : [])];
  const worst = COLORS.find((color) => all.includes(color));
  const lost = found.filter(({ color }) => color === 'cannot be saved').map(({ id }) => id);
  if (worst && worst !== 'outside' && worst !== 'gray') return { color: worst, lost };
  if (isHarmed) return { color: 'unreachable', lost };
  if (state.name === 'nothing-planned') return { color: 'empty', lost };
  return { color: worst ?? 'green', lost };
}

/** A comfort colors nobody, a loss does for thirty days, and nobody is late for another party. */
function colorOf(
  { stake, whose, kind, rule, opens }: Matter,
  { name, color, byDays = 0 }: Standing,
  now: Instant,
): (typeof COLORS)[number] | undefined {
  // A question is an advisor's after a month; the end of an offer after ten days.
  const asked = kind === 'question' && name === 'open' && opens;
  if (asked) {
    const days = rule === 'offer-end' ? 10 : 30;
    return dayIn(EASTERN, plusMs(now, -days * DAY_MS)) >= opens ? 'gray' : undefined;
  }
  if (stake === 'comfort') return undefined;
  if (color === 'cannot-be-saved') return byDays > 30 ? undefined : 'cannot be saved';
  if (name === 'late' && whose !== 'applicant') return 'outside';
  return COLORS.find((each) => each === color);
}
