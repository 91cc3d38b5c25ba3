import { expect, test } from 'vitest';
import { lineOf } from '#functions/adapters/log.ts';
import { eachMessage } from '#functions/adapters/sqs-batch.ts';

const record = (messageId: string, body: unknown) => ({ messageId, body: JSON.stringify(body) });

/** Fails on everything that is not a number. */
async function takeNumbers(event: unknown) {
  const taken: number[] = [];
  const lines: string[] = [];
  const handler = eachMessage(
    (...line) => void lines.push(lineOf(...line)),
    async (message) => {
      if (typeof message !== 'number') throw new Error(`no number: ${String(message)}`);
      taken.push(message);
    },
  );
  return { answer: await handler(event), taken, lines };
}

test('what fails is named, so that the queue hands it over again, and the others are done', async () => {
  const Records = [record('a', 1), record('b', 'two'), record('c', 3)];
  const { answer, taken } = await takeNumbers({ Records });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'b' }] });
  expect(taken).toEqual([1, 3]);
});

test('a message that is no JSON fails alone', async () => {
  const Records = [{ messageId: 'a', body: 'hello' }, record('b', 2)];
  const { answer, taken } = await takeNumbers({ Records });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'a' }] });
  expect(taken).toEqual([2]);
});

test('what is no batch fails as a whole', async () => {
  await expect(takeNumbers({ detail: 1 })).rejects.toThrow('Records');
});

test('a failure is logged with its message, and without an address', async () => {
  const { lines } = await takeNumbers({ Records: [record('a', 'alice@example.org')] });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'error', event: 'message-failed', reference: 'a' },
  ]);
  expect(lines.join()).not.toContain('@');
});
