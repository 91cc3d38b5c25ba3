/** Runs in a thread of its own: one question after another. */
import { parentPort } from 'node:worker_threads';
import { type ShortlistQuestion, weighHere } from '../shortlist-answers.ts';

parentPort?.on('message', async (question: ShortlistQuestion) => {
  parentPort?.postMessage(await weighHere(question, ''));
});
