/** Reports of wrong lines: a queue for advisors. A doubt is one voice; it confirms nothing and changes no cell. */

import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema, lineOf, lineSchema, noteSchema } from '#shared/base/text.ts';
import { type Instant, instantSchema } from '#shared/base/time/instant.ts';
import type { World } from '../world.ts';

/** Enough for a season; answered ones make room, the oldest first. */
const DOUBTS_MAX = 300;

export const doubtSentenceSchema = withoutContact(noteSchema);

const doubtSchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  /** `hosts/yale`, or a program's code: its page's place under `/programs`. */
  subject: z.string().regex(/^(hosts\/[a-z0-9-]{1,120}|\d{10})$/),
  /** The line's label. */
  line: lineOf(120),
  sentence: doubtSentenceSchema,
  /** The domain from which a host's own office wrote, where an advisor entered its email. */
  office: z.string().max(120).exactOptional(),
  answer: z
    .strictObject({ by: lineSchema, at: instantSchema, words: doubtSentenceSchema })
    .exactOptional(),
});
export type Doubt = z.infer<typeof doubtSchema>;

export const doubtsSchema = z.strictObject({
  kind: z.literal('doubts'),
  id: z.literal('all'),
  version: z.int().min(0),
  /** Newest last. */
  doubts: z.array(doubtSchema).max(DOUBTS_MAX),
});
type Doubts = z.infer<typeof doubtsSchema>;

export const NO_DOUBTS: Doubts = { kind: 'doubts', id: 'all', version: 0, doubts: [] };

/** Undefined when the queue is full of open ones. The same id again changes nothing. */
export function withDoubt(item: Doubts, doubt: Doubt): Doubts | undefined {
  if (item.doubts.some(({ id }) => id === doubt.id)) return item;
  const oldest = item.doubts.find(({ answer }) => answer);
  const isFull = item.doubts.length >= DOUBTS_MAX;
  if (isFull && !oldest) return undefined;
  const kept = isFull ? item.doubts.filter((each) => each !== oldest) : item.doubts;
  return { ...item, doubts: [...kept, doubt] };
}

export function answeredDoubt(
  item: Doubts,
  id: string,
  answer: { readonly by: string; readonly words: string; readonly at: Instant },
): Result<Doubts, 'unknown' | 'answered'> {
  const doubt = item.doubts.find((each) => each.id === id);
  if (!doubt) return failure('unknown');
  if (doubt.answer) return failure('answered');
  const doubts = item.doubts.map((each) => (each === doubt ? { ...doubt, answer } : each));
  return success({ ...item, doubts });
}

/** The domain of an address, if it is one of the host's own. Students share it, so it does not prove that an office wrote. */
export function officeDomain(address: string, domains: readonly string[]): string | undefined {
  const domain = address.trim().toLowerCase().split('@').at(-1) ?? '';
  return address.includes('@') &&
    domains.some((each) => domain === each || domain.endsWith(`.${each}`))
    ? domain
    : undefined;
}

/** Undefined for what is not in the directory. */
export function subjectName(subject: string, world: World): string | undefined {
  const [, hostId] = /^hosts\/(.+)$/.exec(subject) ?? [];
  const host = world.host(hostId);
  return hostId ? host && `${host.name}: ${host.program}` : world.program(subject)?.name;
}
