/** The signed links of one email to one person. */
import { LINK_DAYS } from '#shared/base/limits.ts';
import type { LinkKeys } from '#shared/base/links/jws.ts';
import { signLink } from '#shared/base/links/link.ts';
import {
  briefStopPath,
  type EmailUrls,
  emailUrls,
  type LetterUrls,
  letterUrls,
} from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';

/** Two links per email: one opens the plan; the header's can only unsubscribe, so that it gives nothing away. */
export async function emailLinks(
  keys: LinkKeys,
  applicant: Pick<Applicant, 'id' | 'linkEpoch' | 'leaving' | 'pending' | 'moving'>,
  baseUrl: string,
  now: Instant,
): Promise<EmailUrls> {
  const link = { personId: applicant.id, epoch: applicant.linkEpoch };
  // A confirmation is about the entry that asked for it, not about later ones for the same address.
  const about = applicant.pending?.entries?.at(-1)?.id;
  const { moving } = applicant;
  const [answer, unsubscribe, keep, move] = await Promise.all([
    signLink(keys, { ...link, purpose: 'answer', ...(about && { about }) }, now, LINK_DAYS),
    signLink(keys, { ...link, purpose: 'unsubscribe' }, now, LINK_DAYS),
    applicant.leaving && signLink(keys, { ...link, purpose: 'keep' }, now, LINK_DAYS),
    moving && signLink(keys, { ...link, purpose: 'move', about: moving.id }, now, LINK_DAYS),
  ]);
  return emailUrls(baseUrl, { answer, unsubscribe, ...(keep && { keep }), ...(move && { move }) });
}

/** The one link that needs no sign-in can only stop the brief. */
export async function briefStopUrl(
  keys: LinkKeys,
  { id, linkEpoch: epoch }: { readonly id: string; readonly linkEpoch: number },
  baseUrl: string,
  now: Instant,
): Promise<string> {
  const link = { personId: id, epoch, purpose: 'brief-stop' } as const;
  return new URL(briefStopPath(await signLink(keys, link, now, LINK_DAYS)), baseUrl).href;
}

export async function writerLinks(
  keys: LinkKeys,
  writer: { readonly id: string; readonly linkEpoch: number },
  baseUrl: string,
  now: Instant,
): Promise<LetterUrls> {
  const link = { personId: writer.id, epoch: writer.linkEpoch };
  const [letters, stop] = await Promise.all([
    signLink(keys, { ...link, purpose: 'letters' }, now, LINK_DAYS),
    signLink(keys, { ...link, purpose: 'letters-stop' }, now, LINK_DAYS),
  ]);
  return letterUrls(baseUrl, { letters, stop });
}
