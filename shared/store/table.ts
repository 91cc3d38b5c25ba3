/** The deployment's one table and its two indexes, for stack, tests, and adapter. Every key is a string. */
export const TABLE = {
  /** `keyOf` an item. */
  partitionKey: 'pk',
  /** Seconds since 1970, on items that are forgotten by themselves. */
  expires: 'expires',
  byDue: {
    indexName: 'by-due',
    /** `dueShardOf` a key. Absent on items that are never visited, so that the index holds only people. */
    partitionKey: 'dueShard',
    /** `duePlaceOf` a moment and a key. */
    sortKey: 'duePlace',
    projected: [],
  },
  byCohort: {
    indexName: 'by-cohort',
    /** `cohortPlaceOf` a cohort. */
    partitionKey: 'cohort',
    sortKey: 'pk',
    projected: ['summary'],
  },
} as const;
