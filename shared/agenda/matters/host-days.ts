/** The host's own days for one rotation: to apply, to decide, for papers; estimated where its page states none. */
import { type Day, earliest, plusDays } from '#shared/base/time/day.ts';
import { instantAt } from '#shared/base/time/instant.ts';
import { workingDayBy } from '#shared/base/time/working-day.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import type { HostField } from '#shared/world/corrections/host-cells.ts';
import { type HostDay, hostDaysOf, lastDayOf } from '#shared/world/hosts/host-days.ts';
import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';
import { type Deadline, dayDeadline, entered, ours } from '../deadline.ts';
import type { Draft } from '../matter.ts';

/** Our default where the host states none: Yale, FIU, Penn, and UT Southwestern want four months. */
const APPLY_DAYS_BEFORE = 123;
/** Our default where the host states none: sampled hosts want documents 2 to 8 weeks before the start; four is the middle. */
const DOCUMENTS_DAYS_BEFORE = 28;
/** Our default where the host states no decision day: six weeks after applying, and eight weeks before the start at the latest. */
const DECISION_DAYS = { afterApplying: 42, beforeStart: 56 };

/** The days to apply: entered, else the host's own, else ours, marked as an estimate. */
export function applyDays(
  rotation: Rotation,
  host: Institution | undefined,
): Pick<Draft, 'opens' | 'due' | 'lastDay' | 'hard'> {
  const { dates, windowClosesOn } = rotation;
  const opens = openingDay(rotation, host)?.day;
  if (windowClosesOn) {
    const due = entered(windowClosesOn, 'the host’s last day, as entered');
    return { opens, due, lastDay: due, hard: true };
  }
  if (!dates) return {};
  const eve = plusDays(dates.start, -1);
  const lastDay = entered(eve, 'the day before the rotation, by its dates as entered');
  const { rule, advice } = statedDay(host, 'deadline', dates);
  // A day of another year, or of a page that we know secondhand, does not close the next year.
  const isLast = rule?.certainty === 'official';
  if (rule) return { opens, due: rule, lastDay: isLast ? rule : lastDay, hard: true };
  const due = isInUs(rotation)
    ? (advice ?? ourDayToApply(dates))
    : ours(eve, 'the day before the rotation, since no lead is known outside the US');
  return { opens, due, lastDay };
}

/** Whether the host's last day to apply is known for another year only, or not at all, so that it is asked for. */
export function isApplyDayUnknown(
  { windowClosesOn, dates }: Rotation,
  host: Institution | undefined,
): boolean {
  if (windowClosesOn || !dates) return false;
  const { rule } = statedDay(host, 'deadline', dates);
  return rule === undefined || rule.certainty === 'estimated';
}

/** When applications open, by the host's page: the opening before the day to apply by, which may be a year old. */
export function openingDay(
  { dates, windowClosesOn }: Pick<Rotation, 'dates' | 'windowClosesOn'>,
  host: Institution | undefined,
): Deadline | undefined {
  if (!dates) return undefined;
  const { rule, advice } = statedDay(host, 'deadline', dates);
  const closes = windowClosesOn ?? (rule ?? advice ?? ourDayToApply(dates)).day;
  const opens = daysAt(host, 'opens', dates, closes).filter(({ day }) => day <= closes);
  return deadlineOf(opens.at(-1), host, 'opens');
}

/** When an application that waits is to be followed up. */
export function decisionDay(
  { dates, appliedOn, hostDays }: Rotation,
  host: Institution | undefined,
): Deadline | undefined {
  if (hostDays?.decision) return entered(hostDays.decision, 'the host’s decision day, as entered');
  if (!appliedOn || !dates) return undefined;
  const stated = daysAt(host, 'decision', dates).filter(({ day }) => day > appliedOn);
  return (
    deadlineOf(stated[0], host, 'decision') ??
    ours(
      earliest(
        plusDays(appliedOn, DECISION_DAYS.afterApplying),
        plusDays(dates.start, -DECISION_DAYS.beforeStart),
      ),
      'six weeks after applying, or eight weeks before the start',
    )
  );
}

export function documentsDeadline(
  { hostDays }: Pick<Rotation, 'hostDays'>,
  dates: RotationDates,
  host: Institution | undefined,
): Deadline {
  const day = hostDays?.['documents-by'];
  if (day) {
    // A day entered for other dates may be after the first day; then the first day binds.
    const source = 'the host’s day for papers, as entered';
    return day < dates.start
      ? entered(day, source)
      : entered(
          plusDays(dates.start, -1),
          `the day before the rotation, since ${source}, is after its start`,
        );
  }
  return (
    statedDay(host, 'documents', dates).rule ??
    ours(
      workingDayBy(plusDays(dates.start, -DOCUMENTS_DAYS_BEFORE)),
      'hosts ask for documents 2 to 8 weeks before the start',
    )
  );
}

/** The end of an offer as entered, to the hour where it has one. */
export function offerEnd({ expiresOn, at }: NonNullable<Rotation['offer']>): Deadline {
  const deadline = entered(expiresOn, 'the offer, as entered');
  return at ? { ...deadline, at, hasClockTime: true } : deadline;
}

/** The day an offer or invoice lapses by the host's page, once the day from which it counts has come. */
export function termEnd(
  { offeredOn, acceptedOn }: Rotation,
  host: Institution | undefined,
  cell: 'offerTerm' | 'paymentTerm',
): Deadline | undefined {
  const term = host?.offering.read?.[cell];
  const from = term?.from === 'offer' ? offeredOn : acceptedOn;
  return host && term && from && dayDeadline(lastDayOf(term, from), provenanceOf(host, cell));
}

type Cell = 'opens' | 'deadline' | 'decision' | 'documents' | 'payment' | 'affiliation';

/** The earliest day that binds everybody, and the earliest that the page only advises. */
export function statedDay(
  host: Institution | undefined,
  cell: Cell,
  dates: RotationDates,
): { readonly rule: Deadline | undefined; readonly advice: Deadline | undefined } {
  const days = daysAt(host, cell, dates);
  const first = (isAdvice: boolean) => days.find(({ advised = false }) => advised === isAdvice);
  return {
    rule: deadlineOf(first(false), host, cell),
    advice: deadlineOf(first(true), host, cell),
  };
}

/** Soonest first, without what is for some departments or papers only: its words are shown instead. */
function daysAt(
  host: Institution | undefined,
  cell: Cell,
  dates: RotationDates,
  notAfter?: Day,
): HostDay[] {
  const reading = cell === 'opens' ? 'opens' : 'closes';
  return hostDaysOf(host?.offering.read?.[cell] ?? [], dates, reading, notAfter)
    .filter(({ only }) => only === undefined)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function deadlineOf(
  of: HostDay | undefined,
  host: Institution | undefined,
  cell: Cell,
): Deadline | undefined {
  if (!of || !host) return undefined;
  const { day, certainty, at } = of;
  const stated = provenanceOf(host, CORRECTED_AS[cell] ?? cell);
  const from =
    certainty === 'estimated'
      ? { ...stated, certainty, source: `the host’s day of another year, ${stated.source}` }
      : stated;
  const deadline = dayDeadline(day, from);
  return at ? { ...deadline, at: instantAt(day, at.time, at.zone), hasClockTime: true } : deadline;
}

/** The name under which it is corrected, where that differs. */
const CORRECTED_AS: Readonly<Partial<Record<Cell, HostField>>> = {
  deadline: 'leadDays',
  documents: 'documentsLeadDays',
};

function ourDayToApply({ start }: RotationDates): Deadline {
  return ours(
    workingDayBy(plusDays(start, -APPLY_DAYS_BEFORE)),
    'four months ahead, as several hosts ask; ask this one',
  );
}
