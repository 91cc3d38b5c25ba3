/** What a cohort's pages are about: each is named by an ID in the path, and another cohort's is not found. */
import { idSchema } from '#shared/base/text.ts';
import type { Bulk } from '#shared/cohort/bulk.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Export } from '#shared/cohort/export/exports.ts';
import type { Import } from '#shared/cohort/import/import-item.ts';
import type { Sender } from '#shared/exchange/webhook/sender.ts';
import { type Advisor, roleAt } from '#shared/people/advisor/advisor.ts';
import { type Applicant, isDeleted } from '#shared/people/person/applicant.ts';
import type { Store } from '#shared/store/store.ts';
import { livingPlan } from '../../join-plans.ts';

export interface Items {
  readonly person: Applicant;
  readonly import: Import;
  readonly export: Export;
  readonly message: Bulk;
  readonly sender: Sender;
}

/** Who opens it, for which of their cohorts. */
interface Opener {
  readonly advisor: Advisor;
  readonly cohort: Cohort;
}

type Opens<Item> = (store: Store, id: string, visitor: Opener) => Promise<Item | undefined>;

const OPENS: { readonly [About in keyof Items]: Opens<Items[About]> } = {
  person: async (store, id, { cohort }) => {
    const named = await store.read('applicant', id);
    const living = named && (await livingPlan(store, named));
    return living?.cohortId === cohort.id && !isDeleted(living) ? living : undefined;
  },
  import: async (store, id, visitor) => ofCohort(await store.read('import', id), visitor),
  export: async (store, id, visitor) => ofCohort(await store.read('export', id), visitor),
  message: async (store, id, visitor) => ofCohort(await store.read('bulk', id), visitor),
  sender: async (store, id, visitor) => {
    const sender = await store.read('sender', id);
    return sender && mayLead(sender, visitor) ? sender : undefined;
  },
};

/** The lead must also lead all its other cohorts, or they would decide for another team's people. */
export function mayLead(sender: Sender, { advisor, cohort }: Opener): boolean {
  return (
    sender.cohortIds.includes(cohort.id) &&
    sender.cohortIds.every((id) => advisor.cohortIds.includes(id) && roleAt(advisor, id) === 'lead')
  );
}

function ofCohort<Item extends { readonly cohortId: string }>(
  item: Item | undefined,
  { cohort }: Opener,
): Item | undefined {
  return item?.cohortId === cohort.id ? item : undefined;
}

export async function openItem(
  store: Store,
  about: keyof Items,
  named: string | undefined,
  visitor: Opener,
): Promise<Items[keyof Items] | undefined> {
  const id = idSchema.safeParse(named);
  return id.success ? OPENS[about](store, id.data, visitor) : undefined;
}
