/** Whom a sentence addresses: the plan's owner, or an advisor who reads about them. */
export type Reader = 'applicant' | 'advisor';
