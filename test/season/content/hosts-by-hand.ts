/** What facts.md says about the hosts at which the simulated people rotate (sections 0, 2, 4, and 6). */

interface HostByHand {
  /** Stanford states that it grants none. */
  readonly noLetters?: true;
  /** Months in which it takes visitors, 1 to 12. */
  readonly months?: readonly number[];
  /** Neither a B visa nor an ESTA will do there. */
  readonly studentVisaOnly?: true;
  /** Visitors only watch. */
  readonly observersOnly?: true;
  /** Its page says that only students may come, and has no day: the host is asked. */
  readonly isUndated?: true;
  /** A rotation there is never shorter: "4 weeks each", from Monday to Friday. */
  readonly leastDays?: number;
  /** Whose clock its hours are told by, where that is not Eastern. */
  readonly zone?: string;
}

const BY_ID: Readonly<Record<string, HostByHand>> = {
  yale: { leastDays: 26 },
  stanford: { noLetters: true, zone: 'America/Los_Angeles' },
  baylor: { months: [1, 2, 3, 4, 5, 6], studentVisaOnly: true, zone: 'America/Chicago' },
  uf: {},
  'houston-methodist': { observersOnly: true, zone: 'America/Chicago' },
  fiu: { isUndated: true },
};

/** Of a host that nobody wrote about, nothing is known. */
export function hostByHand(institutionId: string | undefined): HostByHand | undefined {
  return institutionId === undefined ? undefined : BY_ID[institutionId];
}
