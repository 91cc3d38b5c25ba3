/** Computes shortlists off the thread that serves pages: a few at once, a short queue, and a time limit. */
import { Worker } from 'node:worker_threads';
import type { ShortlistAnswer } from '#shared/shortlist/propose.ts';
import type { ShortlistQuestion, Weigh } from '#shared/shortlist/weigh.ts';

export interface ThreadLimits {
  readonly threads: number;
  /** Questions waiting for a thread; the last one waits a few seconds. */
  readonly waiting: number;
  /** How many of these one requester may hold. */
  readonly waitingOfOne: number;
  /** Longer ones are terminated. The costliest known question takes a second. */
  readonly msMax: number;
}

const LIMITS: ThreadLimits = { threads: 1, waiting: 8, waitingOfOne: 3, msMax: 10_000 };

export interface ShortlistThreads {
  readonly weigh: Weigh;
  close(): Promise<void>;
}

interface Waiting {
  readonly question: ShortlistQuestion;
  readonly requester: string;
  answer(answer: ShortlistAnswer | undefined): void;
  fail(error: unknown): void;
}

export function shortlistThreads(limits: ThreadLimits = LIMITS): ShortlistThreads {
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  const queue: Waiting[] = [];
  let isClosed = false;

  function weigh(question: ShortlistQuestion, requester: string) {
    const own = queue.filter((each) => each.requester === requester).length;
    if (isClosed || queue.length >= limits.waiting || own >= limits.waitingOfOne) {
      return Promise.resolve(undefined);
    }
    return new Promise<ShortlistAnswer | undefined>((answer, fail) => {
      queue.push({ question, requester, answer, fail });
      next();
    });
  }

  function next(): void {
    if (busy.size >= limits.threads) return;
    const first = queue.shift();
    if (!first) return;
    const thread = idle.pop() ?? started();
    busy.set(thread, first);
    const late = setTimeout(() => end(thread, () => first.answer(undefined)), limits.msMax).unref();
    thread.once('message', (answer: ShortlistAnswer) => {
      clearTimeout(late);
      thread.removeAllListeners('error');
      busy.delete(thread);
      idle.push(thread);
      first.answer(answer);
      next();
    });
    thread.once('error', (error) => {
      clearTimeout(late);
      end(thread, () => first.fail(error));
    });
    thread.postMessage(first.question);
  }

  /** The thread is gone before the next one starts. */
  function end(thread: Worker, answer: () => void): void {
    thread.removeAllListeners();
    void thread.terminate().then(() => {
      busy.delete(thread);
      answer();
      next();
    });
  }

  return {
    weigh,
    close: async () => {
      isClosed = true;
      for (const { answer } of [...queue.splice(0), ...busy.values()]) answer(undefined);
      await Promise.all([...idle, ...busy.keys()].map((thread) => thread.terminate()));
    },
  };
}

function started(): Worker {
  const thread = new Worker(new URL('./shortlist-thread.ts', import.meta.url));
  thread.unref();
  return thread;
}
