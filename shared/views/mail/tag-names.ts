/** The tags an email carries through SES, so that its events can be told apart. Letters, digits, `_` and `-` only. */
export const TAG_NAMES = { kind: 'kind', person: 'person', n: 'n' } as const;
