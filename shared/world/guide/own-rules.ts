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
    says: 'A host may take no students of schools outside the US, only partner or named schools, only a final year, a recent degree, or some citizenships.',
    computedFrom:
      'what the host’s page says of who may come, and your enrollment, graduation, school, and entry to the US',
    source: 'the host’s page',
  },
  {
    id: 'host-department',
    says: 'An IR rotation is proposed only where IR is known to be open to visitors; elsewhere it is a question.',
    computedFrom: 'the departments that the host’s page names',
    source: 'the host’s page',
  },
  {
    id: 'host-contact',
    says: 'Some hosts ask for a sponsor first, or must invite you themselves.',
    computedFrom: 'what the host’s page says of whom to write to',
    source: 'the host’s page',
  },
  {
    id: 'host-months',
    says: 'Some hosts take visitors only in some months, on some days, or for some weeks.',
    computedFrom:
      'the dates of your rotation, and the months, blocks, and lengths that the host names',
    source: 'the host’s page',
  },
  {
    id: 'host-open',
    says: 'A paused or closed offering takes no applications; a deadline is a last day to apply.',
    computedFrom: 'what the host’s page says of its applications',
    source: 'the host’s page',
  },
  {
    id: 'host-exams',
    says: 'A host may ask for Step 1, Step 2, or an English score before you apply.',
    computedFrom: 'the exams that the host’s page names, and those you passed',
    source: 'the host’s page',
  },
  {
    id: 'host-visa',
    says: 'Each host takes certain visa classes and no others; what enrolled students may use, graduates may not.',
    computedFrom:
      'enrollment through the last day, how you will enter the US, and the classes that the host names',
    source: 'the host’s page; 9 FAM 402.2-5(E)(3)(b) as universities quote it',
  },
  {
    id: 'host-unstated',
    says: 'What a host’s page does not say is asked before applying, and stands in nobody’s way.',
    computedFrom: 'every rule that the host’s page leaves open',
    source: 'the host’s page',
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
