/** Rules that are not the guide's: what hosts, offers and ERAS state, in the words of the guide's catalog. */

export interface OwnRule {
  readonly id: string;
  readonly text: string;
  readonly computedFrom: string;
  readonly source: string;
}

export const OWN_RULES: readonly OwnRule[] = [
  {
    id: 'apply',
    text: 'Apply by the host’s own last day; planning (G6) and applying are two dates.',
    computedFrom:
      'the closing day that you entered, or the rotation’s start and the lead that the host states',
    source: 'the host’s visiting-student page, or you',
  },
  {
    id: 'accept',
    text: 'Answer an offer before it expires.',
    computedFrom: 'the offer’s last day that you entered',
    source: 'the offer',
  },
  {
    id: 'assign-letter',
    text: 'Assign an uploaded letter to programs before they begin to review; later, within a week (ours).',
    computedFrom: 'the letter’s status and the season’s first day of review',
    source: 'AAMC, Letters of Recommendation',
  },
  {
    id: 'letter-declined',
    text: 'When a writer declines, ask the next one: the mentor on your plan, or another attending who saw your work.',
    computedFrom: 'the writer’s answer, and letters at the same place',
    source: 'the writer’s page',
  },
  {
    id: 'call-writer',
    text: 'A writer who wants no emails, or whose address takes none, must be called by you; arrange a backup letter.',
    computedFrom: 'the writer’s stop, or a bounce of their address',
    source: 'the writer’s page, or their email system',
  },
  {
    id: 'promised-too-late',
    text: 'A date that a writer names at or after the first day of review is too late for the first reading.',
    computedFrom: 'the date the writer named and the season’s first day of review',
    source: 'AAMC, ERAS timeline',
  },
  {
    id: 'host-international',
    text: 'A host may take no students of schools outside the US, only partner or named schools, only a final year, a recent degree, or some citizenships.',
    computedFrom:
      'the host’s page on who may come, and your enrollment, graduation, school, and entry to the US',
    source: 'the host’s page',
  },
  {
    id: 'host-department',
    text: 'An IR rotation is proposed only where IR is known to be open to visitors; elsewhere it is a question.',
    computedFrom: 'the departments that the host’s page names',
    source: 'the host’s page',
  },
  {
    id: 'host-contact',
    text: 'Some hosts ask for a sponsor first, or must invite you themselves.',
    computedFrom: 'the host’s page on whom to contact',
    source: 'the host’s page',
  },
  {
    id: 'host-months',
    text: 'Some hosts take visitors only in some months, on some days, or for some weeks.',
    computedFrom:
      'the dates of your rotation, and the months, blocks, and lengths that the host names',
    source: 'the host’s page',
  },
  {
    id: 'host-open',
    text: 'A paused or closed offering takes no applications; a deadline is a last day to apply.',
    computedFrom: 'the host’s page on its applications',
    source: 'the host’s page',
  },
  {
    id: 'host-exams',
    text: 'A host may ask for Step 1, Step 2, or an English score before you apply.',
    computedFrom: 'the exams that the host’s page names, and those you passed',
    source: 'the host’s page',
  },
  {
    id: 'host-visa',
    text: 'Each host takes certain visa classes and no others; what enrolled students may use, graduates may not.',
    computedFrom:
      'enrollment through the last day, how you will enter the US, and the classes that the host names',
    source: 'the host’s page; 9 FAM 402.2-5(E)(3)(b) as universities quote it',
  },
  {
    id: 'host-unstated',
    text: 'What a host’s page does not state is asked before applying, and blocks nothing.',
    computedFrom: 'every rule that the host’s page leaves open',
    source: 'the host’s page',
  },
  {
    id: 'host-letters',
    text: 'A host that grants no letters never counts for one.',
    computedFrom: 'the host’s page',
    source: 'the host’s visiting-student page',
  },
  {
    id: 'letter-in-time',
    text: 'A letter that can only come after programs begin to review counts less; it can still be added.',
    computedFrom:
      'the rotation’s last day, the time a writer is given, and the first day of review',
    source: 'AAMC, ERAS timeline; three weeks for the writer are our own default',
  },
  {
    id: 'overlap',
    text: 'Two places cannot share a day; two applications may, as long as one of them may fail.',
    computedFrom: 'the dates that you entered, and which places are confirmed',
    source: 'the dates that you entered',
  },
  {
    id: 'travel-gap',
    text: 'There are two free days between two hosts.',
    computedFrom: 'the last day of one rotation and the first day of the next',
    source: 'our own default',
  },
  {
    id: 'esta',
    text: 'A traveler with a visa waiver needs an approved ESTA before the flight, and no consulate.',
    computedFrom: 'how you will enter the US, and the rotation’s first day',
    source: 'CBP: 72 hours before the flight; two weeks before the first day are our own default',
  },
  {
    id: 'visa-free-stay',
    text: 'One entry without a visa lasts 90 days at most.',
    computedFrom: 'rotations with less than two weeks between them, for anybody with a visa waiver',
    source: 'UT Health San Antonio, B-1 and WB for visiting students',
  },
  {
    id: 'affiliation',
    text: 'Where a host takes students of partner schools only, the agreement comes before the application.',
    computedFrom: 'the host’s page, and the day to apply',
    source: 'University of Florida: a new agreement takes 8 to 10 weeks',
  },
  {
    id: 'host-answer',
    text: 'An application waits for its host; no one reminds you of what the host must do.',
    computedFrom: 'the day on which you applied',
    source: 'UCSF 2025: applications from February 10, offers about April 21',
  },
  {
    id: 'payment',
    text: 'Pay the host’s fee the day before its term ends; the term counts from the offer, the acceptance, or the first day.',
    computedFrom:
      'the host’s page, and the days on which you reported the offer and the acceptance',
    source: 'the host’s visiting-student page',
  },
  {
    id: 'follow-up',
    text: 'Ask the host on its decision day, else six weeks after applying and eight weeks before the start at the latest. Silence closes nothing.',
    computedFrom: 'the day on which you applied, and the first day of the rotation',
    source: 'our own default',
  },
  {
    id: 'visa',
    text: 'The visa is in the passport two days before the first day at the latest.',
    computedFrom: 'the first day of the rotation, and the appointment you entered',
    source: 'our own default',
  },
  {
    id: 'housing',
    text: 'Find a room two weeks before the start.',
    computedFrom: 'the first day of the rotation',
    source: 'our own default',
  },
  {
    id: 'flight',
    text: 'Arrive three days before the start.',
    computedFrom: 'the first day of the rotation',
    source: 'our own default',
  },
  {
    id: 'gate',
    text: 'What a host’s page rules out is shown at once; while it applies, nothing else of that rotation is asked for.',
    computedFrom: 'the host’s page, your profile, and your dates',
    source: 'the host’s visiting-student page',
  },
  {
    id: 'closed',
    text: 'What a host or a date closed is said once, and can be reopened.',
    computedFrom: 'the host’s answer, or the days that passed',
    source: 'what you or the host reported',
  },
  {
    id: 'started',
    text: 'On the first day we ask whether the rotation started. Until you answer, we assume that it did.',
    computedFrom: 'the dates that you entered',
    source: 'our own default',
  },
  {
    id: 'ended',
    text: 'After the last day we ask whether the rotation took place. Until you answer, we assume that it did.',
    computedFrom: 'the dates that you entered',
    source: 'our own default',
  },
  {
    id: 'letter-agreed',
    text: 'A writer who was asked says yes before anything else follows.',
    computedFrom: 'the day on which you asked',
    source: 'the writer’s answer',
  },
  {
    id: 'letter-uploaded',
    text: 'A requested letter is uploaded by its writer.',
    computedFrom: 'the rotation’s last day, the request, and the opening of ERAS',
    source: 'AAMC, Letters of Recommendation; three weeks are our own default',
  },
  {
    id: 'entry',
    text: 'How you enter the US decides which visa steps you have. We never ask your nationality.',
    computedFrom: 'your profile',
    source: 'your answer',
  },
  {
    id: 'entry-until',
    text: 'A rotation that ends after your US status ends is asked about; so is one that begins after an ESTA expires.',
    computedFrom: 'the day on which the status ends, as entered, and the rotation’s days',
    source: 'our own default',
  },
  {
    id: 'visa-wait',
    text: 'The consulate’s wait decides when to book.',
    computedFrom: 'your profile',
    source: 'the consulate’s page, as you read it',
  },
  {
    id: 'appointment-day',
    text: 'The day of the appointment shows whether the visa can be there in time.',
    computedFrom: 'the step you reported',
    source: 'your answer',
  },
  {
    id: 'apply-by',
    text: 'Where we do not know a host’s last day to apply, we ask for it and use an estimate.',
    computedFrom: 'the host’s page',
    source: 'your answer',
  },
  {
    id: 'possible',
    text: 'Where a host’s page leaves open whether it can take you, we ask before you apply, about three hosts at once.',
    computedFrom: 'the host’s page and your profile, two months before the application must begin',
    source: 'the host’s page; two months are our own default',
  },
  {
    id: 'offer-end',
    text: 'Where an offer has no last day, we ask for it.',
    computedFrom: 'the offer',
    source: 'your answer',
  },
  {
    id: 'dates',
    text: 'We ask for the dates of a rotation that has none.',
    computedFrom: 'the rotation',
    source: 'your answer',
  },
];
