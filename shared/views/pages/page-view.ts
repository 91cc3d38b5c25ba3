import type { PagePaths } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { World } from '#shared/world/world.ts';
import type { FormTies } from '../forms/form.ts';

export interface PageView {
  /** Already advanced to `now`. */
  readonly applicant: Applicant;
  readonly world: World;
  readonly now: Instant;
  readonly paths: PagePaths;
  /** Where this applicant stops emails. */
  readonly unsubscribe: string;
  /** The secret address of the calendar feed, while it is on. */
  readonly feedUrl?: string;
  /** A new id for each form. */
  newId(): string;
  /** The accepted update that this page confirms. */
  readonly done?: string;
}

export function tiesOf(view: PageView, action: string): FormTies {
  return { action, revision: view.applicant.revision, updateId: view.newId() };
}
