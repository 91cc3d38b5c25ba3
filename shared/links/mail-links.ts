/** The signed links of one mail to one applicant. */
import type { Applicant } from '../applicant/applicant.ts';
import { LINK_DAYS } from '../limits.ts';
import type { Instant } from '../time/instant.ts';
import { type LinkKeys, signLink } from './link.ts';
import { type MailUrls, mailUrls } from './urls.ts';

/** Two links a mail: one opens the plan, one can only unsubscribe, so that a forwarded header gives nothing away. */
export async function mailLinks(
  keys: LinkKeys,
  applicant: Pick<Applicant, 'id' | 'linkEpoch'>,
  baseUrl: string,
  now: Instant,
): Promise<MailUrls> {
  const link = { personId: applicant.id, epoch: applicant.linkEpoch };
  const [answer, unsubscribe] = await Promise.all([
    signLink(keys, { ...link, purpose: 'answer' }, now, LINK_DAYS),
    signLink(keys, { ...link, purpose: 'unsubscribe' }, now, LINK_DAYS),
  ]);
  return mailUrls(baseUrl, { answer, unsubscribe });
}
