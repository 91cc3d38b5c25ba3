/** What somebody of the advising team may do. */
import * as z from 'zod';

/**
 * advisor: works with own cohorts. lead: the same, and answers for the team. auditor: reads, and changes nothing.
 */
export const ROLES = ['advisor', 'lead', 'auditor'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Whoever may change something. */
export const WORKERS: readonly Role[] = ['advisor', 'lead'];

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  advisor: 'advisor',
  lead: 'lead advisor',
  auditor: 'auditor (reads only)',
};
