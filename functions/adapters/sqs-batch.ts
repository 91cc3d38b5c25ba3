/** A batch of messages from SQS: each is handled separately, and only failures are delivered again. */
import * as z from 'zod';
import type { Log } from './log.ts';

const batchSchema = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })),
});

interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** @param take throws for a message that the queue should deliver again and eventually set aside */
export function eachMessage(
  log: Log,
  take: (message: unknown) => Promise<void>,
): (event: unknown) => Promise<BatchAnswer> {
  return async (event) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of batchSchema.parse(event).Records) {
      try {
        await take(JSON.parse(body));
      } catch (error) {
        log('error', 'message-failed', { reference: messageId, error });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}
