/**
 * Three weeks of two letters and the people who hold them, hour by hour: to be broken off at any await and taken up
 * again, and to be struck at any await by someone's answer.
 */
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import type { Kinds } from '#functions/kinds/kinds.ts';
import { type NudgeDeps, nudge } from '#functions/nudge.ts';
import { sweep } from '#functions/sweep.ts';
import { update } from '#functions/update.ts';
import type { Day } from '#shared/base/time/day.ts';
import { EASTERN, HOUR_MS, type Instant, instantAt, plusMs } from '#shared/base/time/instant.ts';
import type { Update } from '#shared/people/applicant/accept.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import { letterOf } from '#shared/plan/letters/placed.ts';
import type { Item } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';
import { renderWriterEmail } from '#shared/views/email/letter-request.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, bob } from '../cast.ts';
import { memoryExecutions } from '../shared/people/workflow/memory-executions.ts';
import { type FaultKind, type Process, RESTARTS_MS, startProcess, type Weather } from './faults.ts';
import { memoryStore } from './memory-store.ts';
import { FIRST, finished, KIM, LAST, type Reported, SCRIPT } from './writer-script.ts';

export interface Strike {
  readonly day: Day;
  /** The await of that day's sweeps before which the answer is committed. */
  readonly at: number;
  readonly update: Update;
  readonly personId: string;
}

interface WriterSeason {
  readonly crash?: { readonly at: number; readonly kind: FaultKind };
  readonly strike?: Strike;
  readonly sweepsAtOnce?: 1 | 2;
  /** What a test plants instead of the real visit. */
  visit?(deps: NudgeDeps, who: Parameters<typeof nudge>[1]): ReturnType<typeof nudge>;
  readonly kinds?: Kinds;
}

export interface WriterReport {
  readonly awaits: number;
  /** Awaits of each day's sweeps. */
  readonly awaitsOf: ReadonlyMap<Day, number>;
  readonly crashes: number;
  /** `<recipient> <key>` of everything that left to writers and coordinators, in order. */
  readonly said: readonly string[];
  /** What was said twice. */
  readonly doubled: readonly string[];
  /** What left of a letter that was done, stopped or in other hands before its email was claimed. */
  readonly afterDone: readonly string[];
  readonly letters: Readonly<Record<string, Letter | undefined>>;
}

export async function writerSeason(of: WriterSeason = {}): Promise<WriterReport> {
  const store = memoryStore();
  let now = instantAt(FIRST, '06:00', EASTERN);
  let today: Day = FIRST;
  const left: { to: string; keys: string[] }[] = [];
  const afterDone: string[] = [];
  const claims = new Map<string, readonly string[]>();

  /** Told of every commit, in order: which letters a claim speaks of that are none of its holder's any more. */
  const reported: Store = {
    ...store,
    read: (kind, id) => store.read(kind, id),
    async write(item, alongside) {
      const written = await store.write(item, alongside);
      if (!written.written) return written;
      if (item.kind === 'writer') await claimed(item);
      if (alongside && item.kind === 'writer') {
        const { keys } = JSON.parse(alongside.raw) as { keys: string[] };
        left.push({ to: alongside.to, keys });
        afterDone.push(...(claims.get(`${item.id} ${alongside.n}`) ?? []));
      }
      return written;
    },
  };

  async function claimed(writer: Extract<Item, { kind: 'writer' }>): Promise<void> {
    const email = writer.emails.at(-1);
    if (email?.status !== 'claimed') return;
    const gone: string[] = [];
    for (const key of email.keys) {
      const [applicantId = '', letterId = ''] = key.split('|')[1]?.split('/') ?? [];
      const letter = await letterNow(applicantId, letterId);
      const holder = letter?.coordinator?.address ?? letter?.writer.address;
      const isOpen = letter?.status === 'agreed' || letter?.status === 'requested';
      if (!isOpen || letter?.contact?.state !== 'emailed' || holder !== writer.address)
        gone.push(key);
    }
    claims.set(`${writer.id} ${email.n}`, gone);
  }

  async function letterNow(applicantId: string, letterId: string): Promise<Letter | undefined> {
    const applicant = await store.read('applicant', applicantId);
    return applicant && letterOf(applicant.facts, letterId)?.letter;
  }

  const ports = {
    store: reported,
    clock: { now: () => now },
    mailer: outboxMailer(async (email) => email.text),
    executions: memoryExecutions(),
  };
  for (const applicant of [finished(alice()), finished(bob())]) await store.write(applicant);

  let awaits = 0;
  let crashes = 0;
  let isFair = false;
  const awaitsOf = new Map<Day, number>();
  const weather: Weather = {
    turns: () => awaits % 3,
    fault: () => {
      if (isFair) return undefined;
      awaits += 1;
      return awaits - 1 === of.crash?.at ? of.crash.kind : undefined;
    },
  };
  const newProcess = (): Process =>
    startProcess(ports, weather, () => {
      crashes += 1;
    });

  /** A process whose every await may be the one before which someone else answers. */
  function struck(process: Process): NudgeDeps {
    const strikeHere = async () => {
      const count = awaitsOf.get(today) ?? 0;
      awaitsOf.set(today, count + 1);
      const { strike } = of;
      if (strike?.day !== today || strike.at !== count) return;
      await reportFairly(strike.personId, strike.update);
    };
    const { store: own, mailer } = process;
    return {
      ...process,
      store: {
        ...own,
        read: async (kind, id) => strikeHere().then(() => own.read(kind, id)),
        write: async (item, alongside) => strikeHere().then(() => own.write(item, alongside)),
      },
      mailer: {
        evidenceMs: mailer.evidenceMs,
        deliver: async (email, tag, at) => strikeHere().then(() => mailer.deliver(email, tag, at)),
      },
      worldFor: () => PUBLISHED_WORLD,
      workflow: NO_WORKFLOW,
      pepper: 'pepper',
      render: async () => ({ to: KIM, subject: 'a digest', text: '{}', html: '' }),
      signInUrl: async () => 'https://rotations.example.org/advisors/in/x',
      advisorUrl: (path: string) => `https://rotations.example.org${path}`,
      briefStopUrl: async () => 'https://rotations.example.org/b/x',
      async renderForWriter(planned, writer, at) {
        const email = renderWriterEmail(planned, writer, URLS, at);
        return { ...email, text: JSON.stringify({ keys: 'keys' in planned ? planned.keys : [] }) };
      },
      ...(of.kinds && { kinds: of.kinds }),
    };
  }

  const restarts: Instant[] = [];
  async function sweepOnce(): Promise<void> {
    const { rows } = await store.due(now, 1);
    if (rows.length === 0) return;
    const process = newProcess();
    const deps = struck(process);
    const visit = of.visit ?? nudge;
    await sweep(deps, (who) => visit(deps, who)).catch(unlessDead(process));
    if (process.isDead()) restarts.push(...RESTARTS_MS.map((ms) => plusMs(now, ms)));
  }

  async function reportFairly(personId: string, each: Update): Promise<void> {
    await update(
      { ...ports, worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW },
      personId,
      each,
    );
  }

  async function report([day, time, personId, event]: Reported): Promise<void> {
    const each: Update = { id: `u${day}${time}`.replaceAll(/\W/g, ''), by: 'writer', event };
    const process = newProcess();
    const deps = { ...process, worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW };
    const answered = await update(deps, personId, each).catch(unlessDead(process));
    if (!answered) await report([day, time, personId, event]);
  }

  const script = SCRIPT.map((each) => ({ at: instantAt(each[0], each[1], EASTERN), each }));
  const end = instantAt(LAST, '18:00', EASTERN);
  for (let hour = now; hour < end; hour = plusMs(hour, HOUR_MS)) {
    now = hour;
    today = hour.slice(0, 10) as Day;
    isFair = hour > instantAt('2027-09-24', '12:00', EASTERN);
    await Promise.all(
      script
        .filter(({ at }) => at === hour)
        .map(({ each }) => report(each))
        .concat(Array.from({ length: of.sweepsAtOnce ?? 1 }, sweepOnce)),
    );
    for (;;) {
      const [moment] = [...restarts, ...script.map(({ at }) => at)]
        .filter((at) => at > now && at < plusMs(hour, HOUR_MS))
        .toSorted();
      if (!moment) break;
      now = moment;
      if (restarts.includes(moment)) await sweepOnce();
      for (const { at, each } of script) if (at === moment) await report(each);
    }
  }
  const said = left.flatMap(({ to, keys }) => keys.map((key) => `${to} ${key}`));
  return {
    awaits,
    awaitsOf,
    crashes,
    said,
    doubled: said.filter((each, index) => said.indexOf(each) !== index),
    afterDone,
    letters: {
      alice: await letterNow('alice', 'alice-l1'),
      bob: await letterNow('bob', 'bob-l1'),
    },
  };
}

const URLS = {
  page: 'https://rotations.example.org/l/x',
  packet: () => 'https://rotations.example.org/l/x/p',
  unsubscribe: 'https://rotations.example.org/u/x',
};

function unlessDead(process: Process): (error: unknown) => undefined {
  return (error) => {
    if (!process.isDead()) throw error;
    return undefined;
  };
}
