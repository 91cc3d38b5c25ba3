/** What an advisor reads first: whom to call today, what is new, what is lost, and which hosts to check. The table follows. */
import { type Day, earliest, mondayOf, plusDays } from '#shared/base/time/day.ts';
import type { Filters } from './filters.ts';
import { matcher } from './matches.ts';
import type { Report } from './report.ts';
import type { ReportRow } from './row.ts';

export function firstScreenOf({ rows, today }: Pick<Report, 'rows' | 'today'>) {
  const monday = lastMonday(today);
  const are = (filters: Filters) => rows.filter(matcher(filters, today, rows));
  return {
    /** By the day something is lost, the soonest first. */
    callToday: rows
      .flatMap((row) => (row.call ? [{ row, call: row.call }] : []))
      .toSorted((a, b) => ((a.call.lostOn ?? '9') < (b.call.lostOn ?? '9') ? -1 : 1)),
    sinceMonday: {
      monday,
      newlyRed: are({ risk: 'red', since: monday }),
      newlyLost: are({ losses: monday }),
    },
    /** One line a person, whatever else is red: the first loss, and how many more there are. */
    cannotBeSaved: rows.flatMap((row) => {
      const [first, ...more] = row.findings.filter(({ level }) => level === 'cannot-be-saved');
      return first ? [{ row, first, more: more.length }] : [];
    }),
    hostsToCheck: hostsToCheck(rows, today),
    /** The one that waits longest first. */
    followUps: are({ case: 'follow-up' }).toSorted((a, b) =>
      followUpOf(a) < followUpOf(b) ? -1 : 1,
    ),
    unowned: are({ case: 'unowned' }),
  };
}

function followUpOf({ of }: ReportRow): string {
  return of.case?.followUpOn ?? '9';
}

/** On a Monday, the one a week ago. */
export function lastMonday(today: Day): Day {
  return mondayOf(plusDays(today, -1));
}

/** Our default: how long a date read from a host's page is trusted. */
const UNCHECKED_DAYS = 90;

export interface HostToCheck {
  readonly host: string;
  readonly applicants: number;
  /** The day the oldest of its dates was checked; absent where only an answer is unknown. */
  readonly checkedOn?: Day;
  /** For how many of them it is not known whether the host can take them. */
  readonly unknown: number;
}

/** Hosts where a date was read long ago, or nothing says whether the host takes the applicant. Once each, not per person; most applicants first. What an applicant entered is not ours to check, and neither is a date that has passed. */
export function hostsToCheck(rows: readonly ReportRow[], today: Day): HostToCheck[] {
  const checkedBefore = plusDays(today, -UNCHECKED_DAYS);
  const all = rows.flatMap(({ of }) => {
    const hostOf = (id: string | undefined) => of.rotations.find((each) => each.id === id)?.host;
    const old = (of.outlook?.due ?? []).flatMap(({ rotationId, checkedOn, day, certainty }) => {
      const host = hostOf(rotationId);
      const isOld = checkedOn && checkedOn <= checkedBefore && day >= today;
      return host && isOld && certainty !== 'entered' ? [{ id: of.id, host, checkedOn }] : [];
    });
    const unknown = (of.outlook?.findings ?? []).flatMap(({ rotationId, standing }) => {
      const host = hostOf(rotationId);
      return host && standing === 'unknown' ? [{ id: of.id, host, checkedOn: undefined }] : [];
    });
    return [...old, ...unknown];
  });
  return [...Map.groupBy(all, ({ host }) => host)]
    .map(([host, there]): HostToCheck => {
      const people = (those: typeof there) => new Set(those.map(({ id }) => id)).size;
      const [first, ...others] = there.flatMap(({ checkedOn }) => checkedOn ?? []);
      return {
        host,
        applicants: people(there),
        ...(first && { checkedOn: earliest(first, ...others) }),
        unknown: people(there.filter(({ checkedOn }) => !checkedOn)),
      };
    })
    .toSorted((a, b) => b.applicants - a.applicants || a.host.localeCompare(b.host));
}
