/** The days that bind a step from outside: a host's window, an offer's end, the first day. */

import { type Day, plusDays, plusMonths } from '#shared/base/time/day.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import {
  APPLY_DAYS_BEFORE,
  ARRIVE_DAYS_BEFORE,
  ARRIVE_LEAST_DAYS_BEFORE,
  CHOOSE_MONTHS_BEFORE,
  DOCUMENTS_DAYS_BEFORE,
  HOUSING_DAYS_BEFORE,
  type StepId,
} from './step-table.ts';

export interface Limit {
  /** Done by then, all is well. */
  readonly safe?: Day;
  /** After this it cannot be done; only what a host, an offer or the calendar says can forbid. */
  readonly hard?: Day;
  readonly source: string;
  readonly certainty: Certainty;
}

const ENTERED = { source: 'as entered', certainty: 'entered' } as const;

/** What binds a step itself, apart from the steps that wait for it. */
export function limitOf(
  step: StepId,
  rotation: Rotation,
  { start }: RotationDates,
  host: Institution | undefined,
): Limit | undefined {
  switch (step) {
    case 'choose':
      if (!isInUs(rotation)) return undefined;
      return {
        safe: plusMonths(start, -CHOOSE_MONTHS_BEFORE),
        source: 'guide: plan away rotations 9 to 12 months ahead',
        certainty: 'secondary',
      };
    case 'apply':
      return applyLimit(rotation, start, host);
    case 'answer':
      return (
        rotation.offer && {
          safe: rotation.offer.expiresOn,
          hard: rotation.offer.expiresOn,
          ...ENTERED,
        }
      );
    case 'documents':
      return documentsLimit(start, host);
    case 'visa':
    case 'esta':
      return {
        hard: plusDays(start, -ARRIVE_LEAST_DAYS_BEFORE - 1),
        ...ours('in hand the day before you fly at the latest'),
      };
    case 'housing':
      return {
        safe: plusDays(start, -HOUSING_DAYS_BEFORE),
        hard: start,
        ...ours('found two weeks before the start'),
      };
    case 'flight':
      return {
        safe: plusDays(start, -ARRIVE_DAYS_BEFORE),
        hard: plusDays(start, -ARRIVE_LEAST_DAYS_BEFORE),
        ...ours('arrived three days before the start'),
      };
    case 'affiliation':
    case 'visa-appointment':
      return undefined;
  }
}

function applyLimit(rotation: Rotation, start: Day, host: Institution | undefined): Limit {
  if (rotation.windowClosesOn) {
    return { safe: rotation.windowClosesOn, hard: rotation.windowClosesOn, ...ENTERED };
  }
  const stated = statedLimit(start, host, 'leadDays');
  if (stated) return stated;
  if (!isInUs(rotation)) return { hard: start, ...ours('before the first day; ask the host') };
  return {
    safe: plusDays(start, -APPLY_DAYS_BEFORE),
    hard: start,
    ...ours('four months ahead, as several hosts ask; ask this one'),
  };
}

function documentsLimit(start: Day, host: Institution | undefined): Limit {
  return (
    statedLimit(start, host, 'documentsLeadDays') ?? {
      safe: plusDays(start, -DOCUMENTS_DAYS_BEFORE),
      hard: start,
      ...ours('hosts ask for documents 2 to 8 weeks before the start'),
    }
  );
}

/** A host's own lead: it forbids where an official page states it, and advises where a weaker one does. */
function statedLimit(
  start: Day,
  host: Institution | undefined,
  field: 'leadDays' | 'documentsLeadDays',
): Limit | undefined {
  const days = host?.[field];
  if (!host || days === undefined) return undefined;
  const provenance = provenanceOf(host, field);
  const day = plusDays(start, -days);
  return {
    safe: day,
    hard: provenance.certainty === 'official' ? day : start,
    source: phraseSource(provenance),
    certainty: provenance.certainty,
  };
}

/** Where no source gives a day: said as such wherever it is shown. */
function ours(why: string): Pick<Limit, 'source' | 'certainty'> {
  return { source: `our own default: ${why}`, certainty: 'estimated' };
}
