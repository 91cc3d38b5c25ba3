/** Every kind of item, with the schema that both writes and reads go through. */
import * as z from 'zod';
import { PLANS_PER_ADDRESS_MAX } from '#shared/base/limits.ts';
import { idSchema } from '#shared/base/text.ts';
import { auditSchema } from '#shared/cohort/audit.ts';
import { bulkPartSchema, bulkSchema } from '#shared/cohort/bulk.ts';
import { cohortSchema } from '#shared/cohort/cohort.ts';
import { exportSchema } from '#shared/cohort/export/exports.ts';
import { importPartSchema, importSchema } from '#shared/cohort/import/import-item.ts';
import { savedViewsSchema } from '#shared/cohort/report/saved-views.ts';
import { shelfSchema } from '#shared/exchange/webhook/deliveries.ts';
import { quotaSchema } from '#shared/exchange/webhook/quota.ts';
import { senderListSchema, senderSchema } from '#shared/exchange/webhook/sender.ts';
import { advisorSchema } from '#shared/people/advisor/advisor.ts';
import { sessionSchema } from '#shared/people/advisor/session.ts';
import { requesterTallySchema } from '#shared/people/applicant/requester-tally.ts';
import { switchesSchema, tallySchema } from '#shared/people/mailing/switches-item.ts';
import { walkSchema } from '#shared/people/mailing/walk-item.ts';
import { applicantSchema, chunkSchema } from '#shared/people/person/applicant.ts';
import {
  PERSON_KINDS,
  type PersonKind,
  personKindSchema,
  reachSchema,
  type Who,
} from '#shared/people/person/person.ts';
import { writerItemSchema } from '#shared/people/person/writer.ts';
import { doubtsSchema } from '#shared/world/corrections/doubts.ts';
import {
  storedWorldSchema,
  worldAuditSchema,
  worldPartSchema,
} from '#shared/world/corrections/world-item.ts';

const versioned = { id: z.string().min(1).max(200), version: z.int().min(0) };

/** The owner of an address in one role; the id is a hash, so that no key holds an address. */
const addressItemSchema = z.strictObject({
  kind: z.literal('address'),
  ...versioned,
  personKind: personKindSchema,
  personId: idSchema,
  /** Further plans of the same owner. */
  others: z.array(idSchema).max(PLANS_PER_ADDRESS_MAX).exactOptional(),
  reach: reachSchema,
});

const SCHEMAS = {
  applicant: applicantSchema,
  writer: writerItemSchema,
  advisor: advisorSchema,
  bulk: bulkSchema,
  'bulk-part': bulkPartSchema,
  cohort: cohortSchema,
  session: sessionSchema,
  audit: auditSchema,
  export: exportSchema,
  'saved-views': savedViewsSchema,
  import: importSchema,
  'import-part': importPartSchema,
  address: addressItemSchema,
  chunk: chunkSchema,
  switches: switchesSchema,
  'email-tally': tallySchema,
  world: storedWorldSchema,
  'world-part': worldPartSchema,
  'world-audit': worldAuditSchema,
  doubts: doubtsSchema,
  sender: senderSchema,
  'sender-list': senderListSchema,
  quota: quotaSchema,
  deliveries: shelfSchema,
  'sign-ups': requesterTallySchema,
  walk: walkSchema,
} as const;

export type ItemKind = keyof typeof SCHEMAS;
export type ItemOf<Kind extends ItemKind> = z.infer<(typeof SCHEMAS)[Kind]>;
export type Item = ItemOf<ItemKind>;
export type AddressItem = ItemOf<'address'>;

/** An address that had no owner until now. */
export function newAddress(id: string, { kind: personKind, id: personId }: Who): AddressItem {
  return { kind: 'address', id, version: 0, personKind, personId, reach: 'ok' };
}

/** True for a row or item of a person who is visited and emailed. */
export function isPerson<Row extends { readonly kind: ItemKind }>(
  row: Row,
): row is Row & { readonly kind: PersonKind } {
  return PERSON_KINDS.some((kind) => kind === row.kind);
}

/** The kinds that are forgotten by themselves: each has an `expiresAt`. */
export const EXPIRING_KINDS = [
  'session',
  'import',
  'import-part',
  'export',
  'bulk-part',
  'email-tally',
] as const;

/** The kinds of work that outlives the request that asked for it; a job is due while nobody has finished it. */
export const JOB_KINDS = ['import', 'export', 'bulk'] as const;
type JobKind = (typeof JOB_KINDS)[number];

export interface Job {
  readonly kind: JobKind;
  readonly id: string;
}

/** True for a row of work to be gone on with. */
export function isJob<Row extends { readonly kind: ItemKind }>(
  row: Row,
): row is Row & { readonly kind: JobKind } {
  return JOB_KINDS.some((kind) => kind === row.kind);
}

/** Checks an item on its way in or out. Throws with kind, id, and the first field that is wrong. */
export function parseItem<Kind extends ItemKind>(kind: Kind, value: unknown): ItemOf<Kind> {
  const parsed = SCHEMAS[kind].safeParse(value);
  if (parsed.success) return parsed.data as ItemOf<Kind>;
  const [issue] = parsed.error.issues;
  throw new Error(
    `A stored ${kind} is not of its schema: ${issue?.path.join('.')} ${issue?.message}`,
  );
}
