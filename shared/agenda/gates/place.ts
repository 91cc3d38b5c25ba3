/** The place itself: department, months, length, time to apply, status, route, contact. */
import { type Day, daysBetween, earliest } from '#shared/base/time/day.ts';
import { hostDaysOf, openState } from '#shared/world/hosts/host-days.ts';
import { ask, type GateInput, type Judged, met, notMet, notStated, quoted } from './gate.ts';
import { isGraduateFor } from './who.ts';

/** IR is proposed only where it is known to be open; elsewhere it is a question. */
export function judgeDepartment({ stay, offering }: GateInput): Judged | undefined {
  const { specialty } = stay;
  if (specialty === 'other') return undefined;
  const open = specialty === 'ir' ? offering.interventional : offering.radiology;
  if (open === undefined) return ask({ code: 'department-unknown', specialty });
  return open === 'yes'
    ? met({ code: 'department-open', specialty })
    : notMet({ code: 'department-closed', specialty });
}

export function judgeMonths(input: GateInput): Judged {
  const { stay, offering } = input;
  const text = quoted(input, 'months');
  if (text === undefined) return notStated('months');
  const openings = offering.read?.opening;
  const isOurs = (only: string) => stay.specialty !== 'other' && /radiology/i.test(only);
  const state = stay.dates && openings ? openState(openings, stay.dates, isOurs) : 'unknown';
  if (state === 'open') return met({ code: 'months-open', text });
  if (state === 'closed') return notMet({ code: 'months-closed', text });
  return { state: 'not-stated', reason: { code: 'months-asked', text } };
}

/** Half a week of grace: four weeks from Monday to Friday are 26 days. */
export function judgeLength(input: GateInput): Judged | undefined {
  const { stay, offering } = input;
  const text = quoted(input, 'length');
  if (text === undefined || !stay.dates) return undefined;
  const { weeksEach, weeksInAllMax, electivesMax } = offering.read ?? {};
  if (!weeksEach && weeksInAllMax === undefined) {
    return electivesMax === undefined
      ? { state: 'not-stated', reason: { code: 'length-asked', text } }
      : undefined;
  }
  const weeks = (daysBetween(stay.dates.start, stay.dates.end) + 1) / 7;
  const { min = 0, max = weeksEach ? Number.POSITIVE_INFINITY : 0 } = weeksEach ?? {};
  if (weeks > Math.max(max, weeksInAllMax ?? 0) + 0.5) {
    return notMet({ code: 'length-too-long', text });
  }
  return weeks < min - 0.5
    ? notMet({ code: 'length-too-short', text })
    : met({ code: 'length-fits', text });
}

/** The last day to apply: the earliest that is a rule for everybody. It is given, and never compared with today. */
export function judgeTime({ stay, offering }: GateInput): Judged {
  const stated = offering.read?.deadline;
  if (!stated || !stay.dates) return notStated('time');
  const days = hostDaysOf(stated, stay.dates, 'closes').filter(({ only }) => only === undefined);
  const binding = days.filter(({ advised }) => !advised);
  const [first, ...others] = binding.length > 0 ? binding : days;
  if (!first) return notStated('time');
  const day = earliest(first.day, ...others.map((each) => each.day));
  const isEstimated = [first, ...others].some(
    (each) => each.day === day && each.certainty === 'estimated',
  );
  const advisedDay: Day | undefined = days.find(({ advised }) => advised)?.day;
  return {
    state: 'met',
    reason: { code: 'apply-by', day, isEstimated, ...(advisedDay && { advisedDay }) },
    lastDay: day,
  };
}

export function judgeStatus({ offering }: GateInput): Judged {
  if (offering.status === undefined) return notStated('status');
  switch (offering.status) {
    case 'open':
      return met({ code: 'taking-applications' });
    case 'paused':
      return notMet({ code: 'paused' });
    case 'closed':
      // With a date in `opens` it is only between two windows.
      return offering.opens ? met({ code: 'between-windows' }) : notMet({ code: 'closed' });
  }
}

/** Through VSLO where the host takes no other way, or the plan has chosen it: then the school must be in it. */
export function judgeRoute({ person, stay, offering }: GateInput): Judged {
  const { routes = [], read } = offering;
  const isVsloOnly =
    read?.vslo === 'members' || (routes.length > 0 && routes.every((route) => route === 'vslo'));
  if (!isVsloOnly && stay.route !== 'vslo') {
    return routes.length === 0 ? notStated('route') : met({ code: 'own-route' });
  }
  const isStudent = !isGraduateFor(person, stay);
  if (isStudent && read?.vslo === 'others-may-register') {
    return met({ code: 'vslo-open-to-others' });
  }
  if (isStudent && person.schoolInVslo) return met({ code: 'vslo-member' });
  if (isStudent && person.schoolInVslo === undefined) {
    return ask({ code: isVsloOnly ? 'vslo-unknown' : 'vslo-chosen-unknown' });
  }
  return notMet({ code: isVsloOnly ? 'vslo-needed' : 'vslo-chosen' });
}

export function judgeContact({ offering }: GateInput): Judged | undefined {
  return offering.contactRule && CONTACTS[offering.contactRule];
}

const CONTACTS = {
  'sponsor-first': ask({ code: 'sponsor-first' }),
  'no-contact': ask({ code: 'host-starts' }),
  'office-only': met({ code: 'office-only' }),
  'department-first': met({ code: 'department-first' }),
};
