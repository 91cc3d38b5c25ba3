/** What every personal page is made from. */

import type { PagePaths } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { World } from '#shared/world/world.ts';
import type { FormTies } from '../forms/form.ts';

export interface PageView {
  /** With time already passed up to `now`. */
  readonly applicant: Applicant;
  readonly world: World;
  readonly now: Instant;
  readonly paths: PagePaths;
  /** Where this person stops the emails. */
  readonly unsubscribe: string;
  /** The secret address of the calendar feed, while it is on. */
  readonly feedUrl?: string;
  /** A fresh id a form. */
  newId(): string;
  /** The accepted update this page answers, where it answers one. */
  readonly done?: string;
}

/** The ties of one more form on this page. */
export function tiesOf(view: PageView, action: string): FormTies {
  return { action, revision: view.applicant.revision, updateId: view.newId() };
}
