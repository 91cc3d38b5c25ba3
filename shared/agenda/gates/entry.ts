/** Visa classes that a host accepts, against how the person will enter the US. */
import { daysBetween } from '#shared/base/time/day.ts';
import type { VisaClass } from '#shared/world/hosts/offering.ts';
import { ask, type GateInput, type Judged, met, notMet, notStated } from './gate.ts';
import { isGraduateFor } from './who.ts';

/** Entry without a visa lasts 90 days at the most. */
const WAIVER_DAYS_MAX = 90;
const VISITOR: readonly VisaClass[] = ['B-1', 'B-2'];
const WITHOUT_VISA: readonly VisaClass[] = ['WB', 'WT', 'ESTA'];
const OF_STUDENTS: readonly VisaClass[] = ['F-1', 'J-1'];

/** Citizens and people already in the US are never sent to a consulate. */
export function judgeVisa(input: GateInput): Judged {
  const { person, stay, offering } = input;
  const { entry } = person;
  if (entry === 'citizen') return met({ code: 'visa-not-needed' });
  const { entryUntil } = person;
  if (entry === 'in-us' && entryUntil && stay.dates && entryUntil < stay.dates.end) {
    return ask({ code: 'status-ends', day: entryUntil });
  }
  const accepted = offering.read?.visaAccepted ?? [];
  const refused = offering.read?.visaRefused ?? [];
  if (entry === 'waiver' && stay.dates && daysOf(stay.dates) > WAIVER_DAYS_MAX) {
    return notMet({ code: 'waiver-too-long' });
  }
  const comesFromAbroad = entry === 'visa' || entry === 'waiver';
  if (offering.mode === 'hands-on' && comesFromAbroad && isGraduateFor(person, stay)) {
    return ask({ code: 'visa-clause-for-students' });
  }
  if (accepted.length === 0 && refused.length === 0) return notStated('visa');
  if (entry === undefined) return ask({ code: 'entry-unknown' });
  if (entry === 'in-us') return ask({ code: 'visa-not-listed', accepted });
  if (entry === 'waiver') return judgeWaiver(accepted, refused);
  const issued = offering.read?.visaIssued;
  return issued ? ask({ code: 'visa-issued', issued, accepted }) : judgeVisitor(accepted, refused);
}

function judgeWaiver(accepted: readonly VisaClass[], refused: readonly VisaClass[]): Judged {
  if (accepted.some((each) => WITHOUT_VISA.includes(each))) {
    return met({ code: 'visa-accepted', accepted });
  }
  if (refused.some((each) => WITHOUT_VISA.includes(each))) {
    return notMet({ code: 'visa-refused', refused, accepted });
  }
  return ask({ code: 'visa-not-listed', accepted });
}

function judgeVisitor(accepted: readonly VisaClass[], refused: readonly VisaClass[]): Judged {
  if (accepted.some((each) => VISITOR.includes(each)) || accepted.length === 0) {
    return met({ code: 'visa-accepted', accepted });
  }
  if (accepted.some((each) => OF_STUDENTS.includes(each))) {
    return ask({ code: 'visa-of-students', accepted });
  }
  return refused.some((each) => VISITOR.includes(each))
    ? notMet({ code: 'visa-refused', refused, accepted })
    : ask({ code: 'visa-not-listed', accepted });
}

function daysOf({ start, end }: NonNullable<GateInput['stay']['dates']>): number {
  return daysBetween(start, end) + 1;
}
