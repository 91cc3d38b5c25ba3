/** What was committed of each person of a season, as it was at any time, and what was told of their case. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { Case } from '#shared/people/casework/casework.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';

export interface Version extends Pick<Applicant, 'facts' | 'reach' | 'cohortId'> {
  readonly at: Instant;
  /** Their last report, else the day on which they joined. */
  readonly heardAt: Instant;
  /** As the events of the case leave it, while it is open. */
  readonly open?: OpenCase;
}

type OpenCase = Pick<Case, 'owner' | 'ownerId' | 'followUpOn'>;

export interface SeasonRecord {
  wrote(item: Applicant, at: Instant): void;
  /** By person, oldest first. */
  readonly people: ReadonlyMap<string, readonly Version[]>;
}

export function recordOf(): SeasonRecord {
  const people = new Map<string, Version[]>();
  const read = new Map<string, Set<string>>();

  function wrote({ id, facts, reach, cohortId, history, createdAt }: Applicant, at: Instant) {
    const versions = people.get(id) ?? [];
    const known = read.get(id) ?? new Set();
    const last = versions.at(-1);
    const news = history.filter((each) => !known.has(each.id));
    for (const each of news) known.add(each.id);
    people.set(id, versions);
    read.set(id, known);
    const heardAt = news.findLast(({ by }) => by === 'applicant')?.at ?? last?.heardAt ?? createdAt;
    const open = news.reduce(afterEvent, last?.open);
    const isSame = last?.facts === facts && last.reach === reach && news.length === 0;
    if (!isSame) versions.push({ at, facts, reach, cohortId, heardAt, ...(open && { open }) });
  }

  return { wrote, people };
}

export function versionAt(versions: readonly Version[], at: Instant): Version | undefined {
  return versions.findLast((each) => each.at <= at);
}

function afterEvent(
  open: OpenCase | undefined,
  { event }: Applicant['history'][number],
): OpenCase | undefined {
  switch (event.type) {
    case 'case-opened':
    case 'case-updated': {
      const { owner, ownerId, followUpOn } = event;
      return {
        ...(owner && { owner }),
        ...(ownerId && { ownerId }),
        ...(followUpOn && { followUpOn }),
      };
    }
    case 'case-closed':
      return undefined;
    default:
      return open;
  }
}
