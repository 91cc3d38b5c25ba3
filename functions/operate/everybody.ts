/** Everyone who is ever visited, page by page, read as they are now. */
import { SWEEP_PAGE_MAX, SWEEP_PAGES_MAX } from '#shared/base/limits.ts';
import { LAST_DAY } from '#shared/base/time/day.ts';
import { startOfDay } from '#shared/base/time/instant.ts';
import type { PersonItem } from '#shared/people/person/person-item.ts';
import { isPerson } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';
import { duePages } from '../due-jobs.ts';

/** Throws when there are more than a sweep could ever visit: a truncated list must not pass for a complete one. */
export async function* everybody(store: Store): AsyncGenerator<PersonItem> {
  for await (const { rows, isLast } of duePages(store, startOfDay(LAST_DAY, 'UTC'))) {
    for (const { kind, id } of rows.filter(isPerson)) {
      const person: PersonItem | undefined = await store.read(kind, id);
      if (person) yield person;
    }
    if (isLast) return;
  }
  throw new Error(`There are more than ${SWEEP_PAGES_MAX * SWEEP_PAGE_MAX} people.`);
}
