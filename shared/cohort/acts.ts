/** What an advisor does for several applicants at once, mostly as a move in each one's case. */
import * as z from 'zod';
import { idSchema, noteSchema } from '#shared/base/text.ts';
import { type Day, daySchema } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { moveCase } from '#shared/people/casework/case-moves.ts';
import { type CaseEvent, type Casework, openCaseOf } from '#shared/people/casework/casework.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Bulk } from './bulk.ts';

/** An advisor of the cohort: a case is owned by a person, whatever their name is. */
export type CaseOwner = Pick<Advisor, 'id'> & { readonly name: string };

const ACTS = ['take', 'assign', 'call', 'hold', 'write', 'archive', 'move', 'link'] as const;
export type Act = (typeof ACTS)[number];

/** The form under the lists, whose empty fields belong to other acts. */
export const actSchema = z.strictObject({
  act: z.enum(ACTS),
  update: idSchema,
  people: z.array(idSchema).max(500),
  ownerId: idSchema.exactOptional(),
  note: noteSchema.exactOptional(),
  until: daySchema.exactOptional(),
  toCohort: idSchema.exactOptional(),
  /** Absent: the report. */
  from: z.enum(['person', 'archive']).exactOptional(),
});
export type ActForm = z.infer<typeof actSchema>;

/** A message that counts as a contact, recorded as a logged call is; the same applicant if the case is full. */
export function withContact(
  applicant: Applicant,
  { id, message: { from, by } }: Bulk,
  now: Instant,
): Applicant {
  const { casework, history } = applicant;
  if (!by) return applicant;
  const event = caseEventOf(
    { act: 'write' },
    casework,
    { id: by, name: from },
    dayIn(EASTERN, now),
  );
  const moved = moveCase(casework, event, 'advisor', id, now);
  if (!moved.ok) return applicant;
  const entry = { id, at: now, by: 'advisor', event } as const;
  return { ...applicant, casework: moved.value, history: [...history, entry] };
}

/** Opens a case where none is open: what is done about someone is recorded in it. */
export function caseEventOf(
  { act, note, until }: Pick<ActForm, 'act' | 'note' | 'until'>,
  casework: Casework | undefined,
  owner: CaseOwner,
  today: Day,
): CaseEvent {
  const open = openCaseOf(casework);
  const { note: kept, followUpOn, contactedOn, owner: name, ownerId } = open ?? {};
  const isTaken = act === 'take' || act === 'assign' || name === undefined;
  const words = note ?? kept ?? (open ? undefined : OPENED_BY[act]);
  const work = {
    ...(isTaken
      ? { owner: owner.name, ownerId: owner.id }
      : { owner: name, ...(ownerId && { ownerId }) }),
    ...(words && { note: words }),
    ...(until ? { followUpOn: until } : followUpOn && { followUpOn }),
    ...(CONTACTS.includes(act) ? { contactedOn: today } : contactedOn && { contactedOn }),
  };
  return open
    ? { type: 'case-updated', caseId: open.id, ...work }
    : { type: 'case-opened', ...work };
}

const CONTACTS: readonly Act[] = ['call', 'write'];

/** A case that is opened by hand says why. */
const OPENED_BY: Partial<Record<Act, string>> = {
  take: 'Taken from the report',
  assign: 'Assigned from the report',
  call: 'Called',
  hold: 'Not at risk for now',
  write: 'Written to',
};
