/** The stage table. The transition function, the forms, the state machine on AWS, and the diagram in the docs derive from it. */
import type { Reader } from '#shared/base/reader.ts';
import type { RotationEventType } from './events.ts';
import type { StageName, StatusName } from './stage-names.ts';

/** What the calendar does when nobody acts. */
export type TimeMove =
  | 'offer-expires'
  | 'rotation-starts'
  | 'rotation-ends'
  | 'ladder-is-spent'
  | 'undo-day-ends';

interface StatusRow {
  readonly words: string | Readonly<Record<Reader, string>>;
  readonly accepts: readonly RotationEventType[];
  readonly timeMoves: readonly TimeMove[];
}

interface StageRow {
  readonly title: string;
  readonly leadsTo: readonly StageName[];
  readonly statuses: Readonly<Partial<Record<StatusName, StatusRow>>>;
}

const LETTER_EVENTS = [
  'letter-asked',
  'letter-contact',
  'letter-promised',
  'letter-handed-over',
  'letter-taken-over',
  'letter-taken-back',
  'letter-email-stopped',
  'letter-agreed',
  'letter-requested',
  'letter-uploaded',
  'letter-assigned',
  'letter-declined',
] as const;

/** Notes about the days of a rotation, which may be corrected later. */
const DIARY_EVENTS = ['cases-counted', 'mentor-named', 'talk-held', 'task-done'] as const;

/** What is reported of the path to the first day, and the tier that the applicant gives the place. */
const PATH_EVENTS = ['step-reported', 'host-day-entered', 'tier-set'] as const;

const DOWNFALLS = ['withdrawn', 'canceled-by-host'] as const;

export const STAGES: Readonly<Record<StageName, StageRow>> = {
  identify: {
    title: 'Identify',
    leadsTo: ['apply', 'closed'],
    statuses: {
      shortlisted: {
        words: { applicant: 'on your list', advisor: 'on the list' },
        accepts: [
          'chosen',
          'applied',
          'host-confirmed',
          ...PATH_EVENTS,
          'dates-changed',
          'withdrawn',
        ],
        timeMoves: [],
      },
    },
  },
  apply: {
    title: 'Apply',
    leadsTo: ['documents', 'closed'],
    statuses: {
      preparing: {
        words: 'chosen, application not sent',
        accepts: [
          'applied',
          'chosen',
          'host-confirmed',
          'rejected',
          'document-updated',
          ...PATH_EVENTS,
          'dates-changed',
          ...DOWNFALLS,
        ],
        timeMoves: [],
      },
      submitted: {
        words: 'applied, waiting for the host',
        accepts: [
          'waitlisted',
          'offered',
          'rejected',
          'followed-up',
          'document-updated',
          ...PATH_EVENTS,
          'dates-changed',
          ...DOWNFALLS,
        ],
        timeMoves: [],
      },
      waitlisted: {
        words: 'on the waitlist',
        accepts: [
          'offered',
          'rejected',
          'followed-up',
          'document-updated',
          ...PATH_EVENTS,
          'dates-changed',
          ...DOWNFALLS,
        ],
        timeMoves: [],
      },
      offered: {
        words: {
          applicant: 'offered, waiting for your answer',
          advisor: 'offered, waiting for the applicant’s answer',
        },
        // A second offer updates the last day to answer.
        accepts: [
          'accepted',
          'offered',
          'rejected',
          'document-updated',
          ...PATH_EVENTS,
          'dates-changed',
          ...DOWNFALLS,
        ],
        timeMoves: ['offer-expires'],
      },
    },
  },
  documents: {
    title: 'Documents',
    leadsTo: ['rotate', 'closed'],
    statuses: {
      collecting: {
        words: 'accepted, documents not complete',
        accepts: ['document-updated', ...PATH_EVENTS, 'took-place', 'dates-changed', ...DOWNFALLS],
        timeMoves: ['rotation-starts'],
      },
    },
  },
  rotate: {
    title: 'Rotate',
    // Back to documents only when a document expires before the new dates end.
    leadsTo: ['request-letter', 'documents', 'closed'],
    statuses: {
      upcoming: {
        words: 'documents complete, not started',
        accepts: ['document-updated', ...PATH_EVENTS, 'took-place', 'dates-changed', ...DOWNFALLS],
        timeMoves: ['rotation-starts'],
      },
      underway: {
        words: 'rotating',
        accepts: [
          'document-updated',
          'took-place',
          'feedback-given',
          ...LETTER_EVENTS,
          'task-given',
          ...DIARY_EVENTS,
          'dates-changed',
          ...DOWNFALLS,
        ],
        timeMoves: ['rotation-ends'],
      },
    },
  },
  'request-letter': {
    title: 'Request letter',
    // Back to rotate only when the dates are corrected.
    leadsTo: ['letter-received', 'rotate', 'closed'],
    statuses: {
      waiting: {
        words: 'rotation finished, letter not in ERAS',
        accepts: [
          'took-place',
          'feedback-given',
          ...LETTER_EVENTS,
          ...DIARY_EVENTS,
          'host-described',
          'dates-changed',
          'finished-without-letter',
          'canceled-by-host',
        ],
        timeMoves: ['ladder-is-spent'],
      },
      'not-progressing': {
        words: 'the letter is not progressing',
        accepts: [
          'took-place',
          ...LETTER_EVENTS,
          ...DIARY_EVENTS,
          'host-described',
          'dates-changed',
          'finished-without-letter',
          'canceled-by-host',
        ],
        timeMoves: [],
      },
    },
  },
  'letter-received': {
    title: 'Letter received',
    leadsTo: ['closed'],
    statuses: {
      'to-assign': {
        words: 'letter in ERAS, not assigned to programs',
        accepts: [...LETTER_EVENTS, ...DIARY_EVENTS, 'host-described', 'finished-without-letter'],
        timeMoves: [],
      },
    },
  },
  closed: {
    title: 'Closed',
    leadsTo: ['identify', 'apply', 'documents', 'request-letter'],
    statuses: {
      closed: {
        words: 'closed',
        // An offer whose term is extended reopens it.
        accepts: ['reopened', 'offered'],
        timeMoves: ['undo-day-ends'],
      },
    },
  },
};

/** Empty for a pair that is not in the table. */
export function acceptedEvents(stage: StageName, status: StatusName): readonly RotationEventType[] {
  return STAGES[stage].statuses[status]?.accepts ?? [];
}

/** How a stage and status read in a sentence: "applied, waiting for the host". */
export function statusWords(stage: StageName, status: StatusName, reader: Reader): string {
  const words = STAGES[stage].statuses[status]?.words ?? STAGES[stage].title.toLowerCase();
  return typeof words === 'string' ? words : words[reader];
}

/** True once the host has accepted: the dates are binding. */
export function isCommitted(stage: StageName): boolean {
  return stage === 'documents' || stage === 'rotate';
}

export function isFinished(stage: StageName): boolean {
  return stage === 'request-letter' || stage === 'letter-received';
}
