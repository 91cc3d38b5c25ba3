/** The stage table. The transition function, the forms, the state machine on AWS, and the diagram in the docs derive from it. */
import type { Reader } from '#shared/base/sentence.ts';
import type { RotationEventType } from './events.ts';
import { LETTER_EVENTS, WRITER_EVENTS } from './letter-events.ts';
import type { Rotation } from './rotation.ts';
import { STAGE_NAMES, type StageName, type StatusName } from './stage-names.ts';

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

const OF_LETTERS = [...LETTER_EVENTS, ...WRITER_EVENTS].map(({ shape }) => shape.type.value);

/** Notes about the days of a rotation, which may be corrected later. */
const DIARY_EVENTS = ['cases-counted', 'mentor-named', 'talk-held', 'task-done'] as const;

/** What is reported about the path to the first day, and the tier that the applicant gives the place. */
const PATH_EVENTS = ['step-reported', 'host-day-entered', 'tier-set'] as const;

/** Accepted at any step of an open rotation: corrections, and what applicants keep for themselves. */
const ANY_TIME = ['step-corrected', 'own-task-set', 'own-task-done', 'note-kept'] as const;

const DOWNFALLS = ['withdrawn', 'canceled-by-host'] as const;

const BEFORE_THE_FIRST_DAY = [
  'document-updated',
  ...PATH_EVENTS,
  'dates-changed',
  ...DOWNFALLS,
  ...ANY_TIME,
] as const;

const ACCEPTED_AND_AHEAD = [
  'document-updated',
  ...PATH_EVENTS,
  'took-place',
  'dates-changed',
  ...DOWNFALLS,
  ...ANY_TIME,
] as const;

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
          ...ANY_TIME,
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
        accepts: ['applied', 'chosen', 'host-confirmed', 'rejected', ...BEFORE_THE_FIRST_DAY],
        timeMoves: [],
      },
      submitted: {
        words: 'applied, waiting for the host',
        accepts: ['waitlisted', 'offered', 'rejected', 'followed-up', ...BEFORE_THE_FIRST_DAY],
        timeMoves: [],
      },
      waitlisted: {
        words: 'on the waitlist',
        accepts: ['offered', 'rejected', 'followed-up', ...BEFORE_THE_FIRST_DAY],
        timeMoves: [],
      },
      offered: {
        words: {
          applicant: 'offered, waiting for your answer',
          advisor: 'offered, waiting for the applicant’s answer',
        },
        // A second offer updates the last day to answer.
        accepts: ['accepted', 'offered', 'rejected', ...BEFORE_THE_FIRST_DAY],
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
        accepts: ACCEPTED_AND_AHEAD,
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
        accepts: ACCEPTED_AND_AHEAD,
        timeMoves: ['rotation-starts'],
      },
      underway: {
        words: 'under way',
        accepts: [
          'document-updated',
          'took-place',
          'feedback-given',
          ...OF_LETTERS,
          'task-given',
          ...DIARY_EVENTS,
          'dates-changed',
          ...DOWNFALLS,
          ...ANY_TIME,
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
        words: 'finished, letter not in ERAS',
        accepts: [
          'took-place',
          'feedback-given',
          ...OF_LETTERS,
          ...DIARY_EVENTS,
          'host-described',
          'dates-changed',
          'finished-without-letter',
          'canceled-by-host',
          ...ANY_TIME,
        ],
        timeMoves: ['ladder-is-spent'],
      },
      'not-progressing': {
        words: 'the letter is not progressing',
        accepts: [
          'took-place',
          ...OF_LETTERS,
          ...DIARY_EVENTS,
          'host-described',
          'dates-changed',
          'finished-without-letter',
          'canceled-by-host',
          ...ANY_TIME,
        ],
        timeMoves: [],
      },
    },
  },
  'letter-received': {
    title: 'Letter received',
    leadsTo: ['request-letter', 'closed'],
    statuses: {
      'to-assign': {
        words: 'letter in ERAS, not assigned to programs',
        accepts: [
          ...OF_LETTERS,
          ...DIARY_EVENTS,
          'host-described',
          'finished-without-letter',
          ...ANY_TIME,
        ],
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

type Step = Exclude<StageName, 'closed'>;
type Kind = Pick<Rotation, 'mode'>;

/** A research stay's names for its steps; papers are a step only if there are any. */
const RESEARCH_STEPS: Readonly<Partial<Record<Step, string>>> = {
  identify: 'Find a mentor',
  apply: 'Agree',
  rotate: 'Research',
  'request-letter': 'Request letter',
  'letter-received': 'Letter received',
};
/** What concerns patients, a team on the ward, or the guide's tiers. */
const NOT_IN_RESEARCH: ReadonlySet<RotationEventType> = new Set([
  'cases-counted',
  'feedback-given',
  'host-described',
  'mentor-named',
  'talk-held',
  'task-done',
  'task-given',
  'tier-set',
]);

/** The steps of its track, in order. */
export function stepsOf({ mode, stage, checklist }: Kind & Pick<Rotation, 'stage' | 'checklist'>) {
  const hasPapers = stage === 'documents' || checklist.length > 0;
  return STAGE_NAMES.filter(
    (name): name is Step =>
      name !== 'closed' &&
      (mode !== 'research' || name in RESEARCH_STEPS || (name === 'documents' && hasPapers)),
  );
}

export function stageTitle(stage: StageName, { mode }: Kind): string {
  const own = mode === 'research' && stage !== 'closed' ? RESEARCH_STEPS[stage] : undefined;
  return own ?? STAGES[stage].title;
}

/** Empty for a pair that is not in the table. */
export function acceptedEvents({
  mode,
  stage,
  status,
}: Kind & Pick<Rotation, 'stage' | 'status'>): readonly RotationEventType[] {
  const accepted = STAGES[stage].statuses[status]?.accepts ?? [];
  return mode === 'research' ? accepted.filter((type) => !NOT_IN_RESEARCH.has(type)) : accepted;
}

const STAGE_OF = Object.fromEntries(
  STAGE_NAMES.flatMap((stage) =>
    Object.keys(STAGES[stage].statuses).map((status) => [status, stage]),
  ),
) as Readonly<Record<StatusName, StageName>>;

export function stageOf(status: StatusName): StageName {
  return STAGE_OF[status];
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
