/** The columns that exports write and imports read. Columns that exports compute are not here, and imports ignore them. */
import { DOCUMENT_LINE, PAPER_LINE } from '#shared/plan/documents/stated-document.ts';
import { LETTER_LINE } from '#shared/plan/letters/stated-letter.ts';

export const PROFILE_FIELDS = [
  'name',
  'address',
  'phone',
  'zone',
  'matchYear',
  'enrollment',
  'graduationOn',
  'pathway',
  'entry',
  'entryUntil',
  'visaWaitDays',
  'visaWaitReadOn',
  'school',
  'schoolInVslo',
  'ecfmgCertified',
] as const;

/** Read only when a plan is created; later, the applicant reports them. */
const BEGINNING_FIELDS = ['erasSubmittedOn', 'papers', 'ownLetters'] as const;

export const APPLICANT_FIELDS = [...PROFILE_FIELDS, ...BEGINNING_FIELDS] as const;
export type ApplicantField = (typeof APPLICANT_FIELDS)[number];

export const ROTATION_FIELDS = [
  'rotationId',
  'host',
  'institutionId',
  'programCode',
  'specialty',
  'mode',
  'route',
  'country',
  'start',
  'end',
  'windowClosesOn',
  'status',
  'offerExpiresOn',
  'closedReason',
  'since',
  'documents',
  'letters',
] as const;
type RotationField = (typeof ROTATION_FIELDS)[number];

export type Field = ApplicantField | RotationField;
export const FIELDS: readonly Field[] = [...APPLICANT_FIELDS, ...ROTATION_FIELDS];

/** Required for a new applicant. */
export const NEEDED_FIELDS: readonly ApplicantField[] = [
  'name',
  'address',
  'zone',
  'matchYear',
  'enrollment',
  'pathway',
];

interface ColumnWords {
  /** As exports write it. */
  readonly header: string;
  /** Other headers for it, in lower case, letters and digits only. */
  readonly alsoCalled: readonly string[];
  /** What a cell may contain, after "This column takes". */
  readonly takes: string;
  /** In the template. */
  readonly example: string;
}

const DAY = 'a date such as 2027-09-03';
const YES_NO = 'yes or no';

export const COLUMNS: Readonly<Record<Field, ColumnWords>> = {
  name: {
    header: 'Name',
    alsoCalled: ['fullname', 'applicant', 'student', 'applicantname', 'studentname'],
    takes: 'a name',
    example: 'Alice Mathew',
  },
  address: {
    header: 'Email',
    alsoCalled: ['mail', 'emailaddress', 'mailaddress', 'address', 'applicantemail'],
    takes: 'an email address',
    example: 'alice@example.org',
  },
  phone: {
    header: 'Phone',
    alsoCalled: [
      'phonenumber',
      'telephone',
      'tel',
      'mobile',
      'mobilephone',
      'cell',
      'cellphone',
      'whatsapp',
    ],
    takes: 'a phone number with its country code',
    example: '+91 98765 43210',
  },
  zone: {
    header: 'Time zone',
    alsoCalled: ['zone', 'tz', 'timezone'],
    takes: 'an IANA time zone such as Asia/Kolkata',
    example: 'Asia/Kolkata',
  },
  matchYear: {
    header: 'Match year',
    alsoCalled: ['match', 'year', 'season', 'matchcycle', 'cycle'],
    takes: 'the year of the Match, such as 2028',
    example: '2028',
  },
  enrollment: {
    header: 'Enrollment',
    alsoCalled: ['enrolment', 'enrolled', 'imgtype', 'type'],
    takes: 'enrolled or graduate',
    example: 'enrolled',
  },
  graduationOn: {
    header: 'Graduation',
    alsoCalled: ['graduationdate', 'graduates', 'graduatedon', 'graduationon'],
    takes: DAY,
    example: '2027-12-15',
  },
  pathway: {
    header: 'Pathway',
    alsoCalled: ['track', 'specialtypathway'],
    takes: 'integrated-ir, ir-dr-backup, dr-esir, or independent',
    example: 'integrated-ir',
  },
  entry: {
    header: 'Entry to the US',
    alsoCalled: [
      'usentry',
      'needsvisa',
      'doyouneedavisa',
      'dotheyneedavisa',
      'visa',
      'visaneed',
      'visaneeded',
      'visarequired',
    ],
    takes: 'citizen (or permanent resident), in-us, visa, or waiver',
    example: 'visa',
  },
  entryUntil: {
    header: 'Status in the US ends',
    alsoCalled: ['statusends', 'visaexpires'],
    takes: DAY,
    example: '2028-06-30',
  },
  visaWaitDays: {
    header: 'Visa wait (days)',
    alsoCalled: ['visawait', 'visawaitdays'],
    takes: 'a number of days',
    example: '60',
  },
  visaWaitReadOn: {
    header: 'Visa wait read on',
    alsoCalled: ['visawaitreadon'],
    takes: DAY,
    example: '2026-11-20',
  },
  school: {
    header: 'School',
    alsoCalled: ['medicalschool', 'university', 'homeschool'],
    takes: 'a name',
    example: 'Kerala Medical College',
  },
  schoolInVslo: {
    header: 'School in VSLO',
    alsoCalled: ['vslo', 'schoolinvslo', 'vsloschool'],
    takes: YES_NO,
    example: 'no',
  },
  ecfmgCertified: {
    header: 'ECFMG certified',
    alsoCalled: ['ecfmg', 'ecfmgcertificate'],
    takes: YES_NO,
    example: 'no',
  },
  erasSubmittedOn: {
    header: 'ERAS submitted',
    alsoCalled: ['erassubmitted', 'erassubmittedon'],
    takes: DAY,
    example: '',
  },
  papers: { header: 'Papers', alsoCalled: [], takes: PAPER_LINE, example: '' },
  ownLetters: { header: 'Own letters', alsoCalled: [], takes: LETTER_LINE, example: '' },
  rotationId: {
    header: 'Rotation ID',
    alsoCalled: ['rotation'],
    takes: 'the ID that an export wrote',
    example: '',
  },
  host: {
    header: 'Host',
    alsoCalled: ['hospital', 'institution', 'site', 'hostname', 'rotationhost'],
    takes: 'a name',
    example: 'Brown University',
  },
  institutionId: {
    header: 'Host ID',
    alsoCalled: ['institutionid', 'hostid'],
    takes: 'an ID from our directory of hosts',
    example: '',
  },
  programCode: {
    header: 'Program code',
    alsoCalled: ['programmecode', 'acgmecode', 'acgme', 'acgmeid'],
    takes: 'an ACGME code of ten digits',
    example: '',
  },
  specialty: {
    header: 'Specialty',
    alsoCalled: ['speciality', 'service'],
    takes: 'ir, dr, surgery, medicine, icu, or other',
    example: 'ir',
  },
  mode: {
    header: 'Mode',
    alsoCalled: ['handson', 'handsonorobserver'],
    takes: 'hands-on or observer',
    example: 'hands-on',
  },
  route: {
    header: 'Route',
    alsoCalled: ['via', 'applicationroute', 'portal'],
    takes: 'vslo, institution, paid, or observership',
    example: 'vslo',
  },
  country: {
    header: 'Country',
    alsoCalled: ['hostcountry'],
    takes: 'a two-letter country code; empty means US',
    example: 'US',
  },
  start: {
    header: 'First day',
    alsoCalled: ['start', 'startdate', 'from', 'begins', 'rotationstart'],
    takes: DAY,
    example: '2027-07-05',
  },
  end: {
    header: 'Last day',
    alsoCalled: ['end', 'enddate', 'to', 'until', 'ends', 'rotationend'],
    takes: DAY,
    example: '2027-07-30',
  },
  windowClosesOn: {
    header: 'Window closes',
    alsoCalled: ['deadline', 'applicationdeadline', 'windowcloses', 'applyby'],
    takes: DAY,
    example: '2027-01-15',
  },
  status: {
    header: 'Status',
    alsoCalled: ['rotationstatus', 'stage'],
    takes: 'a status as exports write it; empty means shortlisted',
    example: 'shortlisted',
  },
  offerExpiresOn: {
    header: 'Offer expires',
    alsoCalled: ['offerexpiry', 'offerdeadline', 'holdexpires'],
    takes: DAY,
    example: '',
  },
  closedReason: {
    header: 'Closed because',
    alsoCalled: ['closedreason'],
    takes: 'a reason as exports write it',
    example: '',
  },
  since: {
    header: 'Status since',
    alsoCalled: ['standingsince'],
    takes: 'a date, or a date and time as exports write it; empty means the day of the import',
    example: '',
  },
  documents: { header: 'Checklist', alsoCalled: [], takes: DOCUMENT_LINE, example: '' },
  letters: { header: 'Letters', alsoCalled: [], takes: LETTER_LINE, example: '' },
};
