import * as z from 'zod';

/** advisor: works with their own cohorts. lead: also answers for the team. auditor: reads only. */
export const ROLES = ['advisor', 'lead', 'auditor'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** The roles that may change something. */
export const WORKERS: readonly Role[] = ['advisor', 'lead'];

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  advisor: 'advisor',
  lead: 'lead advisor',
  auditor: 'auditor (reads only)',
};
