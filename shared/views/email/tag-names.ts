/** SES tags that identify an email in its events. SES allows letters, digits, `_`, and `-` only. */
export const TAG_NAMES = { kind: 'kind', person: 'person', n: 'n' } as const;
