/** The way of what is said or asked, from its first line down to the store. docs/architecture.md is written from this. */
export interface DataPath {
  readonly of: string;
  /** As many rooms as it may enter. */
  readonly roomsMax: number;
  /** Each file imports the next. The first leg ends at the store; the others are what judges on the way there. */
  readonly legs: readonly (readonly string[])[];
}

export const DATA_PATHS: readonly DataPath[] = [
  {
    of: 'An update',
    roomsMax: 5,
    legs: [
      [
        'functions/routes/plan.ts',
        'functions/routes/answer-form.ts',
        'functions/update.ts',
        'functions/change.ts',
        'functions/store/write-item.ts',
        'shared/store/store.ts',
      ],
      [
        'functions/update.ts',
        'shared/people/applicant/accept.ts',
        'shared/plan/moves/transition.ts',
        'shared/plan/moves/settle.ts',
      ],
      ['shared/people/applicant/accept.ts', 'shared/people/applicant/wishes.ts'],
    ],
  },
  {
    of: 'An import',
    roomsMax: 7,
    legs: [
      [
        'functions/run-job.ts',
        'functions/run-import.ts',
        'functions/import-person.ts',
        'functions/change.ts',
        'functions/store/write-item.ts',
        'shared/store/store.ts',
      ],
      ['functions/run-import.ts', 'functions/leased.ts'],
      [
        'functions/run-import.ts',
        'functions/imports.ts',
        'shared/cohort/import/check.ts',
        'shared/cohort/import/read-people.ts',
      ],
      [
        'functions/import-person.ts',
        'shared/cohort/import/apply-person.ts',
        'shared/people/applicant/accept.ts',
        'shared/plan/moves/transition.ts',
        'shared/plan/moves/take-over.ts',
      ],
    ],
  },
  {
    of: 'A sweep',
    roomsMax: 3,
    legs: [
      [
        'functions/sweep.ts',
        'functions/nudge.ts',
        'functions/change.ts',
        'functions/store/write-item.ts',
        'shared/store/store.ts',
      ],
      ['functions/nudge.ts', 'shared/people/mailing/claim.ts'],
    ],
  },
  {
    of: 'A report',
    roomsMax: 2,
    legs: [
      ['functions/routes/advisors/cohort.ts', 'functions/whole-cohort.ts', 'shared/store/store.ts'],
    ],
  },
];
