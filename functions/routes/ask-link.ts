/** A new link, emailed at once: to the address on the plan, or to the one under which a letter writer was named. */
import { SIGN_INS_PER_DAY_MAX, SIGN_INS_PER_HOUR_MAX } from '#shared/base/limits.ts';
import { type RequestBounds, withRequest } from '#shared/people/mailing/requested.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { askForEmail } from '../ask-email.ts';
import type { WebDeps } from './web-deps.ts';

/** More is somebody pressing a button. */
const BOUNDS: Readonly<Record<'link' | 'sign-in', RequestBounds>> = {
  link: { perHour: 3, perDay: 6 },
  'sign-in': { perHour: SIGN_INS_PER_HOUR_MAX, perDay: SIGN_INS_PER_DAY_MAX },
};

/** The person whose address it is, if anybody's. */
export async function personOfAddress(deps: WebDeps, address: string): Promise<string | undefined> {
  const item = await deps.store.read('address', hashAddress(address, deps.pepper));
  return item?.personId;
}

/** Nothing for a stranger, or while enough links are on their way or have just left. */
export async function askForPlan(
  deps: WebDeps,
  personId: string | undefined,
  stream: 'link' | 'sign-in' = 'link',
): Promise<void> {
  if (!personId) return;
  await askForEmail(deps, 'applicant', personId, (applicant, at) =>
    applicant.erased || applicant.pending
      ? undefined
      : withRequest(applicant, { id: deps.newId(), stream, at }, BOUNDS[stream]),
  );
}

/** Nothing for a stranger, or while a link is on its way or has left within the hour. */
export async function askForLetters(deps: WebDeps, writerId: string): Promise<void> {
  await askForEmail(deps, 'writer', writerId, (writer, at) =>
    withRequest(writer, { id: deps.newId(), stream: 'link', at }, { perHour: 1, perDay: 24 }),
  );
}
