/** Erases what is kept about a letter writer or coordinator who asks for it. Safe to repeat after a crash. */
import type { WriterItem } from '#shared/people/person/writer.ts';
import { withoutAddress } from '#shared/people/writer/held.ts';
import { chunkId } from '#shared/store/keys.ts';
import { change } from './change.ts';
import { notifyApplicants } from './kinds/writer.ts';
import { setReachWithAddress } from './set-reach.ts';
import type { UpdateDeps } from './update.ts';

/** The address's hash first, so that no plan has it emailed again; then each plan; the writer last, whose pointers lead to the plans. */
export async function forgetWriter(
  deps: UpdateDeps & { readonly pepper: string },
  writer: WriterItem,
): Promise<void> {
  const reach = await setReachWithAddress(deps, writer, 'unsubscribed');
  await notifyApplicants(deps, { ...writer, reach }, deps.clock.now());
  const applicantIds = new Set(writer.pointers.map(({ applicantId }) => applicantId));
  for (const id of applicantIds) await forgetIn(deps, id, writer.address);
  await change(deps, 'writer', writer.id, (item) => (item ? { remove: item } : {}));
}

async function forgetIn(deps: UpdateDeps, applicantId: string, address: string): Promise<void> {
  const chunks = await change(deps, 'applicant', applicantId, (applicant) => ({
    ...(applicant && { write: withoutAddress(applicant, address) }),
    answer: applicant?.chunks ?? 0,
  }));
  for (let n = 1; n <= chunks; n += 1) {
    await change(deps, 'chunk', chunkId(applicantId, n), (chunk) =>
      chunk ? { write: withoutAddress(chunk, address) } : {},
    );
  }
}
