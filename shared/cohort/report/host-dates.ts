/** Hosts to check: where a date was read long ago, or nothing says whether the host takes the applicant. Once each, not per person. */
import { type Day, earliest, plusDays } from '#shared/base/time/day.ts';
import type { ReportRow } from './row.ts';

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

/** Most applicants first. What an applicant entered is not ours to check, and neither is a date that has passed. */
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
