/** People in the situations that the oracle's tables tell apart, each for as long as it takes to be seen. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { EASTERN, type Instant, instantAt } from '#shared/base/time/instant.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { Facts, Profile } from '#shared/plan/facts/facts.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';

export interface Role {
  readonly from: Day;
  readonly until: Day;
  applicant(at: Instant): Applicant;
  /** What they tell, at ten in the morning. */
  readonly tells?: readonly (readonly [on: Day, event: Event])[];
  /** Theirs is the second cohort of an advisor who reads a brief on Mondays; the first is empty. */
  readonly isAdvised?: true;
}

type Told = Partial<Omit<Rotation, 'host'>> & { readonly host?: Rotation['host'] };

const OWN = { name: 'Lakeside Hospital' };
const YALE = { name: 'Yale School of Medicine', institutionId: 'yale' };
const STANFORD = { name: 'Stanford University', institutionId: 'stanford' };
const BAYLOR = { name: 'Baylor College of Medicine', institutionId: 'baylor' };

function role(
  from: Day,
  until: Day,
  profile: Partial<Profile>,
  rotations: readonly Told[],
  of: Pick<Role, 'tells' | 'isAdvised'> & {
    readonly cohortId?: string;
    readonly facts?: Partial<Facts>;
  } = {},
): Role {
  return {
    from,
    until,
    applicant: (at) =>
      newApplicant(
        {
          id: 'reader',
          cohortId: of.cohortId ?? 'season',
          facts: {
            profile: {
              name: 'Reader',
              address: 'reader@example.org',
              zone: 'Asia/Kolkata',
              matchYear: 2028,
              enrollment: 'enrolled',
              pathway: 'integrated-ir',
              entry: 'visa',
              ...profile,
            },
            rotations: rotations.map((each, index) => rotation(`r${index + 1}`, from, each)),
            documents: [],
            ...of.facts,
          },
        },
        at,
      ),
    ...(of.tells && { tells: of.tells }),
    ...(of.isAdvised && { isAdvised: of.isAdvised }),
  };
}

function rotation(id: string, from: Day, told: Told): Rotation {
  return {
    id,
    host: OWN,
    specialty: 'ir',
    mode: 'hands-on',
    route: 'institution',
    country: 'US',
    stage: 'documents',
    status: 'collecting',
    since: instantAt(plusDays(from, -1), '12:00', EASTERN),
    addedOn: plusDays(from, -30),
    checklist: [],
    letters: [],
    ...told,
  };
}

const toDo = (...kinds: Rotation['checklist'][number]['kind'][]) =>
  kinds.map(
    (kind) => ({ kind, status: 'to-do', heldBy: 'applicant', askedBy: 'default' }) as const,
  );

const done = (...kinds: Rotation['checklist'][number]['kind'][]) =>
  toDo(...kinds).map((line) => ({ ...line, status: 'cleared' }) as const);

const letterOf = (status: Letter['status'], on: Day): Letter => ({
  id: 'l1',
  writer: { name: 'Dr. Amsel', specialty: 'ir' },
  status,
  askedOn: plusDays(on, -10),
  since: instantAt(on, '12:00', EASTERN),
});

/** Asked for by email to the writer on a Friday, with the Letter ID eleven days later, and uploaded in time. */
const OF_R1 = { rotationId: 'r1', letterId: 'l1' } as const;
const emailed: Role['tells'] = [
  [
    '2027-08-06',
    {
      type: 'letter-contact',
      ...OF_R1,
      agreedInPerson: 'yes',
      address: 'amsel@example.org',
      seen: 'Forty cases in four weeks.',
    },
  ],
  ['2027-08-17', { type: 'letter-requested', ...OF_R1, erasLetterId: 'ABCD1234' }],
  ['2027-09-21', { type: 'letter-uploaded', ...OF_R1 }],
];

const MENTOR = { writer: { name: 'Dr. Amsel', specialty: 'research' } } as const;

const MARCH = { start: '2027-03-01', end: '2027-03-26' } as const;
const MAY = { start: '2027-05-03', end: '2027-05-28' } as const;
const OCTOBER = { start: '2027-10-04', end: '2027-10-29' } as const;
const JULY = { start: '2027-07-05', end: '2027-07-30' } as const;

export const CAST = {
  /** An offer that ends on February 20, and is never answered. */
  offered: role('2027-02-01', '2027-03-01', {}, [
    { stage: 'apply', status: 'offered', offer: { expiresOn: '2027-02-20' }, dates: JULY },
  ]),
  /** An offer of a host in California, which ends at five in the afternoon there. */
  offeredUntilFive: role(
    '2027-02-01',
    '2027-02-22',
    { entry: 'citizen' },
    [{ host: STANFORD, stage: 'apply', status: 'submitted', dates: JULY }],
    {
      tells: [
        [
          '2027-02-03',
          { type: 'offered', rotationId: 'r1', expiresOn: '2027-02-20', expiresTime: '17:00' },
        ],
      ],
    },
  ),
  /** An offer that came on June 21, after the day by which the visa needed its answer. */
  offeredLate: role('2027-06-22', '2027-07-01', { visaWaitDays: 30 }, [
    {
      stage: 'apply',
      status: 'offered',
      offeredOn: '2027-06-21',
      offer: { expiresOn: '2027-06-30' },
      dates: JULY,
    },
  ]),
  /** Applies at a hospital that nobody wrote about, until March 10. */
  applying: role('2027-01-20', '2027-03-20', {}, [
    { stage: 'apply', status: 'preparing', windowClosesOn: '2027-03-10', dates: JULY },
  ]),
  /** The same, with no day known. */
  applyingUnknown: role('2027-01-05', '2027-03-20', {}, [
    { stage: 'apply', status: 'preparing', dates: JULY },
  ]),
  /** A German student's month of DR at home. */
  atHome: role(
    '2027-01-25',
    '2027-04-25',
    { zone: 'Europe/Berlin', entry: 'waiver', school: 'Charité' },
    [
      {
        host: { name: 'Charité' },
        country: 'DE',
        specialty: 'dr',
        dates: MARCH,
        checklist: toDo('mmr'),
      },
    ],
  ),
  /** A US citizen at a foreign school. */
  citizen: role('2027-03-10', '2027-06-20', { entry: 'citizen', zone: 'America/Chicago' }, [
    { dates: MAY, checklist: [...toDo('mmr', 'tb'), ...done('background-check')] },
  ]),
  /** Needs a visa and has done nothing about it. */
  visa: role('2027-03-01', '2027-07-10', { visaWaitDays: 60 }, [
    { dates: JULY, checklist: [...toDo('visa', 'tb', 'mmr'), ...done('english')] },
  ]),
  /** A Japanese student, who needs an ESTA. */
  esta: role('2027-02-25', '2027-05-10', { entry: 'waiver', zone: 'Asia/Tokyo' }, [
    { dates: MAY, checklist: [...toDo('esta', 'tb'), ...done('mmr')] },
  ]),
  /** Four weeks in March, and nobody tells anything. */
  onRotation: role('2027-02-15', '2027-05-05', {}, [
    { dates: MARCH, checklist: done('mmr', 'tb', 'visa') },
  ]),
  /** The same at Stanford, which grants no letter. */
  atStanford: role('2027-02-15', '2027-05-05', {}, [
    { host: STANFORD, dates: MARCH, checklist: done('mmr', 'tb', 'visa') },
  ]),
  /** A rotation in November, for which this autumn's flu shot is to come. */
  autumn: role('2027-04-01', '2027-11-05', {}, [
    {
      dates: { start: '2027-11-01', end: '2027-11-26' },
      checklist: [...toDo('influenza', 'tb'), ...done('mmr', 'visa')],
    },
  ]),
  /** Dr. Amsel agreed to write. */
  agreed: role('2027-05-10', '2027-10-10', {}, [
    {
      stage: 'request-letter',
      status: 'waiting',
      dates: { start: '2027-04-05', end: '2027-04-30' },
      letters: [letterOf('agreed', '2027-05-05')],
    },
  ]),
  /** Dr. Amsel agreed to write, and says in June that it is not possible. */
  declined: role(
    '2027-05-10',
    '2027-06-20',
    {},
    [
      {
        stage: 'request-letter',
        status: 'waiting',
        dates: { start: '2027-04-05', end: '2027-04-30' },
        letters: [letterOf('agreed', '2027-05-05')],
      },
    ],
    { tells: [['2027-06-02', { type: 'letter-declined', ...OF_R1 }]] },
  ),
  /** Dr. Amsel is emailed about the letter of July. */
  writerEmailed: role(
    '2027-08-02',
    '2027-10-05',
    { name: 'Asha Rao' },
    [
      {
        stage: 'request-letter',
        status: 'waiting',
        dates: JULY,
        letters: [letterOf('agreed', '2027-07-30')],
      },
    ],
    { tells: emailed },
  ),
  /** Dr. Amsel, a research mentor, agreed in May to write; no rotation gave the letter. */
  mentorAgreed: role('2027-05-10', '2027-10-20', {}, [], {
    facts: { letters: [{ ...letterOf('agreed', '2027-05-05'), ...MENTOR }] },
  }),
  /** An offer ends on Friday, June 18, and is never answered; an advisor reads of it. */
  advised: role(
    '2027-05-31',
    '2027-07-06',
    {},
    [{ stage: 'apply', status: 'offered', offer: { expiresOn: '2027-06-18' }, dates: OCTOBER }],
    { isAdvised: true },
  ),
  /** Dr. Amsel's letter is in ERAS since September 3. */
  uploaded: role('2027-09-04', '2027-11-10', {}, [
    {
      stage: 'letter-received',
      status: 'to-assign',
      dates: JULY,
      letters: [letterOf('uploaded', '2027-09-03')],
    },
  ]),
  /** Nothing on the plan, from the beginning until the guide's last day for targets. */
  empty: role('2026-11-23', '2027-04-01', {}, []),
  /** Baylor in September, where visitors come from January to June. */
  closedMonths: role('2026-11-25', '2027-03-01', { entry: 'citizen' }, [
    {
      host: BAYLOR,
      stage: 'identify',
      status: 'shortlisted',
      dates: { start: '2027-09-06', end: '2027-10-01' },
    },
  ]),
  /** A graduate who would be hands-on at Yale. */
  graduate: role(
    '2026-12-01',
    '2027-03-01',
    { enrollment: 'graduate', graduationOn: '2026-07-01' },
    [{ host: YALE, stage: 'identify', status: 'shortlisted', dates: JULY }],
  ),
  /** Two places were accepted for the same weeks. */
  atOnce: role('2027-03-01', '2027-05-05', { entry: 'citizen' }, [
    { dates: MAY, checklist: done('mmr') },
    {
      host: { name: 'Hillside Hospital' },
      specialty: 'dr',
      dates: { start: '2027-05-17', end: '2027-06-11' },
      checklist: done('mmr'),
    },
  ]),
  /** The Match of 2027 is over. */
  afterTheSeason: role(
    '2027-03-25',
    '2027-06-15',
    { matchYear: 2027, entry: 'citizen' },
    [{ dates: MAY, checklist: toDo('mmr', 'tb') }],
    { facts: { erasSubmittedOn: '2026-09-10' } },
  ),
  /** Signed up without a school, and is late. */
  alone: role(
    '2027-04-15',
    '2027-06-10',
    { entry: 'citizen' },
    [{ dates: MAY, checklist: toDo('mmr', 'tb') }],
    { cohortId: 'self' },
  ),
  /** Withdrew from one rotation while another goes on. */
  withdrawn: role(
    '2027-02-01',
    '2027-04-15',
    { entry: 'citizen' },
    [
      { dates: MARCH, checklist: toDo('mmr', 'tb') },
      { host: { name: 'Hillside Hospital' }, dates: MAY, checklist: toDo('tb') },
    ],
    { tells: [['2027-02-10', { type: 'withdrawn', rotationId: 'r1' }]] },
  ),
  /** Nobody's letter yet, and the application is due in September. */
  applyingToEras: role('2027-07-20', '2027-10-10', { entry: 'citizen' }, [
    { stage: 'request-letter', status: 'waiting', dates: MAY },
  ]),
  /** Sent the TB test that expires ten days before the rotation ends. */
  expiring: role(
    '2027-03-10',
    '2027-05-20',
    { entry: 'citizen' },
    [
      {
        dates: MAY,
        checklist: [
          { kind: 'tb', status: 'submitted', heldBy: 'host', askedBy: 'default' },
          ...done('mmr'),
        ],
      },
    ],
    { facts: { documents: [{ kind: 'tb', issuedOn: '2026-05-18' }] } },
  ),
  /** Answered an email, and none came for two months, although the application is late. */
  silent: role(
    '2027-01-20',
    '2027-05-20',
    { matchYear: 2029, entry: 'citizen' },
    [
      {
        stage: 'apply',
        status: 'preparing',
        dates: JULY,
        hostDays: { 'documents-by': '2027-06-28' },
      },
    ],
    { tells: [['2027-03-08', { type: 'zone-changed', zone: 'Asia/Colombo' }]] },
  ),
} as const satisfies Record<string, Role>;

export type RoleName = keyof typeof CAST;
