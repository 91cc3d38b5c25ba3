/** The columns that exports write and imports read. Columns that exports compute are not here, and imports ignore them. */

import { DOCUMENT_LINE, PAPER_LINE } from '#shared/plan/documents/stated-document.ts';
import { STATUS_NAMES } from '#shared/plan/facts/stage-names.ts';
import { LETTER_LINE } from '#shared/plan/letters/stated-letter.ts';
import type { CellType } from './column.ts';

interface ColumnWords {
  /** As exports write it. */
  readonly header: string;
  /** What a cell may contain, after "This column takes". */
  readonly takes: string;
  /** In the template. */
  readonly example: string;
  /** Other headers for it, in lower case, letters and digits only. */
  readonly alsoCalled: readonly string[];
  readonly type: CellType;
}

type Words = readonly [example?: string, alsoCalled?: string];

const of =
  (type: CellType) =>
  (header: string, takes: string, ...[example = '', also]: Words): ColumnWords => {
    return { header, takes, example, alsoCalled: also?.split(' ') ?? [], type };
  };
const [text, count, moment] = [of('text'), of('number'), of('moment')];
const DAY = 'a date such as 2027-09-03';
const day = (header: string, ...words: Words) => of('day')(header, DAY, ...words);
const yesNo = (header: string, ...words: Words) => of('yes-no')(header, 'yes or no', ...words);

const PROFILE = {
  name: text(
    'Name',
    'a name',
    'Alice Mathew',
    'fullname applicant student applicantname studentname lastfirst lastnamefirstname surnamefirstname familynamegivenname firstlast firstnamelastname',
  ),
  address: text(
    'Email',
    'an email address',
    'alice@example.org',
    'mail emailaddress mailaddress address applicantemail studentemail personalemail',
  ),
  phone: text(
    'Phone',
    'a phone number with its country code',
    '+91 98765 43210',
    'phonenumber telephone tel mobile mobilephone cell cellphone whatsapp',
  ),
  zone: text(
    'Time zone',
    'a city and its country, such as “Kolkata, India”, or a time zone, such as Asia/Kolkata',
    'Asia/Kolkata',
    'zone tz timezone',
  ),
  matchYear: count(
    'Match year',
    'the year of the Match, such as 2028',
    '2028',
    'match season matchcycle cycle',
  ),
  enrollment: text(
    'Enrollment',
    'enrolled or graduate',
    'enrolled',
    'enrolment enrolled imgtype type',
  ),
  graduationOn: day(
    'Graduation',
    '2027-12-15',
    'graduationdate graddate graduates graduatedon graduationon',
  ),
  pathway: text(
    'Pathway',
    'integrated-ir, ir-dr-backup, dr-esir, or independent',
    'integrated-ir',
    'track specialtypathway',
  ),
  entry: text(
    'Entry to the US',
    'citizen (or permanent resident), in-us, visa, or waiver',
    'visa',
    'usentry needsvisa doyouneedavisa dotheyneedavisa visa visaneed visaneeded visarequired',
  ),
  entryUntil: day('Status in the US ends', '2028-06-30', 'statusends visaexpires'),
  visaWaitDays: count('Visa wait (days)', 'a number of days', '60', 'visawait visawaitdays'),
  visaWaitReadOn: day('Visa wait read on', '2026-11-20', 'visawaitreadon'),
  school: text(
    'School',
    'a name',
    'Kerala Medical College',
    'medicalschool university homeschool homeinstitution',
  ),
  schoolInVslo: yesNo('School in VSLO', 'no', 'vslo schoolinvslo vsloschool'),
  ecfmgCertified: yesNo('ECFMG certified', 'no', 'ecfmg ecfmgcertificate'),
};

/** Read only when a plan is created; later, the applicant reports them. */
const BEGINNING = {
  erasSubmittedOn: day('ERAS submitted', '', 'erassubmitted erassubmittedon'),
  papers: text('Papers', PAPER_LINE),
  ownLetters: text('Own letters', LETTER_LINE),
};

const ROTATION = {
  rotationId: text('Rotation ID', 'the ID that an export wrote', '', 'rotation'),
  host: text(
    'Host',
    'a name',
    'Brown University',
    'hospital institution site hostname rotationhost hostinstitution hosthospital rotationsite',
  ),
  institutionId: text('Host ID', 'an ID from our directory of hosts', '', 'institutionid hostid'),
  programCode: text(
    'Program code',
    'an ACGME code of ten digits',
    '',
    'programmecode acgmecode acgme acgmeid',
  ),
  specialty: text(
    'Specialty',
    'ir, dr, surgery, medicine, icu, or other',
    'ir',
    'speciality service',
  ),
  mode: text('Mode', 'hands-on, observer, or research', 'hands-on', 'handson handsonorobserver'),
  route: text(
    'Route',
    'vslo, institution, paid, or observership',
    'vslo',
    'via applicationroute portal',
  ),
  country: text('Country', 'a two-letter country code; empty means US', 'US', 'hostcountry'),
  start: day('First day', '2027-07-05', 'start startdate from begins rotationstart'),
  end: day('Last day', '2027-07-30', 'end enddate to until ends rotationend'),
  windowClosesOn: day(
    'Window closes',
    '2027-01-15',
    'deadline applicationdeadline windowcloses applyby',
  ),
  status: text(
    'Status',
    `${STATUS_NAMES.join(', ')}; empty means shortlisted`,
    'shortlisted',
    'rotationstatus applicationstatus appstatus stage',
  ),
  offerExpiresOn: day('Offer expires', '', 'offerexpiry offerdeadline holdexpires'),
  closedReason: text('Closed because', 'a reason as exports write it', '', 'closedreason'),
  since: moment(
    'Status since',
    'a date, or a date and time as exports write it; empty means the day of the import',
    '',
    'standingsince',
  ),
  addedOn: {
    ...day('Added on', '', 'dateadded'),
    takes: `${DAY}; empty means the day of the import`,
  },
  documents: text('Checklist', DOCUMENT_LINE),
  letters: text('Letters', LETTER_LINE),
};

export const PROFILE_FIELDS = namesIn(PROFILE);
export const APPLICANT_FIELDS = [...PROFILE_FIELDS, ...namesIn(BEGINNING)];
export type ApplicantField = (typeof APPLICANT_FIELDS)[number];
export const ROTATION_FIELDS = namesIn(ROTATION);

export type Field = ApplicantField | keyof typeof ROTATION;
export const FIELDS: readonly Field[] = [...APPLICANT_FIELDS, ...ROTATION_FIELDS];
export const COLUMNS: Readonly<Record<Field, ColumnWords>> = {
  ...PROFILE,
  ...BEGINNING,
  ...ROTATION,
};

/** Required for a new applicant. */
export const NEEDED_FIELDS: readonly ApplicantField[] = [
  'name',
  'address',
  'zone',
  'matchYear',
  'enrollment',
  'pathway',
];

function namesIn<Name extends string>(columns: Readonly<Record<Name, ColumnWords>>): Name[] {
  return Object.keys(columns) as Name[];
}
