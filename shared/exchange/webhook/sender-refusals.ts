/** Why a sender cannot be made or changed, as sentences. */
import { SENDERS_MAX } from '#shared/base/limits.ts';

export const senderRefusals = {
  idTaken: (id: string): string =>
    `There is or was a sender “${id}” already. Choose another id: a revoked one is never given again.`,
  unknown: (id: string): string => `There is no sender “${id}”.`,
  revoked: (id: string): string =>
    `The sender “${id}” is revoked for good. Add another one in its place.`,
  tooMany: (): string =>
    `There are ${SENDERS_MAX} senders already, which is the most there can be.`,
} as const;
