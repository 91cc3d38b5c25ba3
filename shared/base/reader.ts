/** To whom a sentence speaks: the person whose plan it is, or an advisor, as anybody else who reads of it. */
export type Reader = 'applicant' | 'advisor';
