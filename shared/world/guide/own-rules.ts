/** Rules that are not the guide's: what hosts, offers and ERAS state, in the words of the guide's catalog. */

export interface OwnRule {
  readonly id: string;
  readonly says: string;
  readonly computedFrom: string;
  readonly source: string;
}

export const OWN_RULES: readonly OwnRule[] = [
  {
    id: 'host-window',
    says: 'Apply by the host’s own last day; planning (G6) and applying are two dates.',
    computedFrom:
      'the closing day that you entered, or the rotation’s start and the lead that the host states',
    source: 'the host’s visiting-student page, or you',
  },
  {
    id: 'offer-expiry',
    says: 'Answer an offer before it expires.',
    computedFrom: 'the offer’s last day that you entered',
    source: 'the offer',
  },
  {
    id: 'letter-form-last-call',
    says: 'The Letter Request Form must be with the writer before programs begin to review, however late it is.',
    computedFrom: 'promised letters and the season’s first day of review',
    source: 'AAMC, Letters of Recommendation',
  },
  {
    id: 'assign-letter',
    says: 'Assign an uploaded letter to programs before they begin to review; later, within a week (ours).',
    computedFrom: 'the letter’s standing and the season’s first day of review',
    source: 'AAMC, Letters of Recommendation',
  },
  {
    id: 'letter-declined',
    says: 'When a writer declines, ask the next one: the mentor on your plan, or another attending who saw your work.',
    computedFrom: 'the writer’s answer, and letters at the same place',
    source: 'the writer’s page',
  },
  {
    id: 'call-writer',
    says: 'A writer who wants no emails, or whose address takes none, is called by you; line up a back-up.',
    computedFrom: 'the writer’s stop, or a bounce of their address',
    source: 'the writer’s page, or their mail system',
  },
  {
    id: 'promised-too-late',
    says: 'A date that a writer names at or after the first day of review is too late for the first reading.',
    computedFrom: 'the date the writer named and the season’s first day of review',
    source: 'AAMC, ERAS timeline',
  },
  {
    id: 'host-international',
    says: 'A host that takes no students of foreign schools is no host for you; partner schools and unknown ones are asked.',
    computedFrom: 'the host’s page',
    source: 'the host’s visiting-student page',
  },
  {
    id: 'graduate-vslo',
    says: 'A host reached through VSLO only needs a school behind you, also once you have graduated.',
    computedFrom: 'the ways in that the host names, and your graduation',
    source: 'AAMC, VSLO: the home school enrolls its students; the host’s page',
  },
  {
    id: 'host-months',
    says: 'Some hosts take international students only in some months. March to June is offered instead where it is open.',
    computedFrom: 'the months of your rotation and those that the host names',
    source: 'the host’s visiting-student page',
  },
  {
    id: 'host-visa',
    says: 'Each host takes certain visa classes and no others; what enrolled students may use, graduates may not.',
    computedFrom:
      'enrollment on the first day, how you will enter the US, and the classes that the host names',
    source: 'the host’s visiting-student page; 9 FAM 402.2-5(E)(3)(b) as universities quote it',
  },
  {
    id: 'host-letters',
    says: 'A host that grants no letters never counts for one.',
    computedFrom: 'the host’s page',
    source: 'the host’s visiting-student page',
  },
  {
    id: 'letter-in-time',
    says: 'A letter that can only come after programs begin to review counts less; it can still be added.',
    computedFrom:
      'the rotation’s last day, the time a writer is given, and the first day of review',
    source: 'AAMC, ERAS timeline; three weeks for the writer are our own default',
  },
  {
    id: 'overlap',
    says: 'Two places cannot share a day; two applications may, as long as one of them may fail.',
    computedFrom: 'the dates that you entered, and which places are confirmed',
    source: 'the dates that you entered',
  },
  {
    id: 'travel-gap',
    says: 'Two free days lie between two hosts.',
    computedFrom: 'the last day of one rotation and the first day of the next',
    source: 'our own default',
  },
  {
    id: 'esta',
    says: 'A traveler with a visa waiver needs an approved ESTA before the flight, and no consulate.',
    computedFrom: 'how you will enter the US, and the rotation’s first day',
    source: 'CBP: 72 hours before the flight; two weeks before the first day are our own default',
  },
  {
    id: 'visa-free-stay',
    says: 'One entry without a visa lasts 90 days at most.',
    computedFrom: 'rotations with less than two weeks between them, for anybody with a visa waiver',
    source: 'UT Health San Antonio, B-1 and WB for visiting students',
  },
  {
    id: 'back-plan',
    says: 'Every step before the first day has a latest safe day; a plan that cannot be done says where and by how many days.',
    computedFrom:
      'the rotation’s start, the host’s lead, and the consulate’s wait that you entered',
    source:
      'hosts’ pages where they state a lead; durations that nobody states are our own and say so',
  },
];
