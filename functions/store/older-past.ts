/** The history and emails that have left a person's item. Separate from `writeItem`, which functions without read access to people use. */
import type { Applicant, Past } from '#shared/people/person/applicant.ts';
import { renamedIn } from '#shared/plan/moves/join-facts.ts';
import { chunkId } from '#shared/store/keys.ts';
import type { Store } from '#shared/store/store.ts';

/** The older past of a person, in the order in which it was put aside, after that of the school's plan which theirs took in. */
export async function chunksOf(
  deps: { readonly store: Pick<Store, 'read'> },
  { id, chunks, joined, cohortId }: Applicant,
): Promise<Past[]> {
  const { store } = deps;
  const other = joined && (await store.read('applicant', joined.id));
  const found: Past[] = other
    ? [...(await chunksOf(deps, other)), other].map(({ history, emails }) => ({
        history: renamedIn(history, joined.renamed),
        emails,
        // Another school followed it before, where its owner shared either plan since.
        ...(other.cohortId === cohortId && !other.shared && { isSchools: true as const }),
      }))
    : [];
  for (let n = 1; n <= chunks; n += 1) {
    const chunk = await store.read('chunk', chunkId(id, n));
    if (chunk) found.push(chunk);
  }
  return found;
}
