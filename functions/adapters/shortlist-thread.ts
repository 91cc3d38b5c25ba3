/** Runs in its own thread and answers one question at a time. */
import { parentPort } from 'node:worker_threads';
import { type ShortlistQuestion, weighHere } from '#shared/shortlist/weigh.ts';

parentPort?.on('message', async (question: ShortlistQuestion) => {
  parentPort?.postMessage(await weighHere(question, ''));
});
