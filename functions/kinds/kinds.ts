/** Every kind of person, and what a visit must know of each. */
import type { PersonKind } from '#shared/people/person/person.ts';
import type { ItemOf } from '#shared/store/items.ts';
import { type AdvisorKindDeps, advisorKind } from './advisor.ts';
import { type ApplicantDeps, applicantKind } from './applicant.ts';
import type { KindOfPerson } from './person-kind.ts';
import { type WriterKindDeps, writerKind } from './writer.ts';

export interface KindsDeps extends ApplicantDeps, WriterKindDeps, AdvisorKindDeps {}

export type Kinds = {
  readonly [Kind in PersonKind]: (deps: KindsDeps) => KindOfPerson<ItemOf<Kind>>;
};

export const KINDS: Kinds = { applicant: applicantKind, writer: writerKind, advisor: advisorKind };
