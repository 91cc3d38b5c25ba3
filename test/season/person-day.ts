/** One scripted day of Alice, hour by hour, to be broken off at any await and taken up again. */
import { nudge } from '#functions/nudge.ts';
import { sweep } from '#functions/sweep.ts';
import { type UpdateAnswer, update } from '#functions/update.ts';
import {
  type ClockTime,
  HOUR_MS,
  type Instant,
  instantAt,
  plusMs,
} from '#shared/base/time/instant.ts';
import type { Update } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../cast.ts';
import { type FaultKind, type Process, RESTARTS_MS, startProcess, type Weather } from './faults.ts';
import { memoryStore } from './memory-store.ts';
import type { Verdict } from './verdict.ts';
import { virtualMachine } from './virtual-machine.ts';

const KOLKATA = 'Asia/Kolkata';
const DAY_HOURS = 24;
/** After the day nothing fails any more, and everything owed must come. */
const HOURS_IN_ALL = 2 * DAY_HOURS;

export interface DayReport {
  /** Awaits of the day's sweeps and updates. */
  readonly awaits: number;
  readonly crashes: number;
  readonly alice: Applicant;
  /** What left, in order. */
  readonly said: readonly string[];
  readonly answers: readonly UpdateAnswer['answer'][];
  readonly verdict: Verdict;
}

type Scripted = readonly [at: ClockTime, id: string, event: Event];

const TB = { type: 'document-updated', rotationId: 'brown', kind: 'tb' } as const;

/**
 * 18 Mar 2027 in Kolkata: an answer before the digest and taken back after it, so that a correction is owed; answers to it,
 * one of them at the minute of a sweep and one pressed twice; and an evening offer that cannot wait for the next morning.
 */
const SCRIPT: readonly Scripted[] = [
  ['07:20', 'u1', { type: 'accepted', rotationId: 'brown' }],
  ['11:40', 'u2', { type: 'undone' }],
  ['13:05', 'u3', { type: 'accepted', rotationId: 'brown' }],
  ['14:10', 'u4', { ...TB, status: 'cleared' }],
  ['14:10', 'u4', { ...TB, status: 'cleared' }],
  ['15:30', 'u5', { ...TB, kind: 'mmr', status: 'submitted' }],
  ['17:30', 'u6', { type: 'offered', rotationId: 'yale', expiresOn: '2027-03-18' }],
];

/**
 * @param crash the await to die at, counted over the day, and whether before or after it took effect
 * @param sweepsAtOnce two race through every hour
 */
export async function personDay(of: {
  readonly crash?: { readonly at: number; readonly kind: FaultKind };
  readonly sweepsAtOnce?: 1 | 2;
}): Promise<DayReport> {
  const midnight = instantAt('2027-03-18', '00:00', KOLKATA);
  const said: string[] = [];
  const machine = virtualMachine({
    store: memoryStore(),
    worldFor: () => PUBLISHED_WORLD,
    start: midnight,
    emailed: ({ stream, keys }) => {
      said.push(JSON.stringify({ stream, keys }));
    },
  });
  const { oracle, ports } = machine;
  await ports.store.write(aliceThatMorning(midnight));

  let awaits = 0;
  let crashes = 0;
  let isFair = false;
  const weather: Weather = {
    turns: () => awaits % 3,
    fault: () => {
      if (isFair) return undefined;
      awaits += 1;
      return awaits - 1 === of.crash?.at ? of.crash.kind : undefined;
    },
  };
  const newProcess = (): Process =>
    startProcess(ports, weather, (kind, { personId }) => {
      crashes += 1;
      oracle.fault(kind, personId, machine.now());
    });

  async function sweepOnce(): Promise<void> {
    const process = newProcess();
    const deps = machine.nudgeDeps(process);
    const { rows } = await ports.store.due(machine.now(), 1);
    if (rows.length === 0) return;
    await sweep(deps, (who) => nudge(deps, who)).catch(unlessDead(process));
    if (process.isDead()) restarts.push(...RESTARTS_MS.map((ms) => plusMs(machine.now(), ms)));
  }

  const answers: UpdateAnswer['answer'][] = [];
  async function report(id: string, event: Event): Promise<void> {
    const reported: Update = { id, by: 'applicant', event };
    const process = newProcess();
    const answered = await update(
      { ...process, worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW },
      'alice',
      reported,
    ).catch(unlessDead(process));
    if (answered) answers.push(answered.answer);
    else await report(id, event);
  }

  const restarts: Instant[] = [];
  const script = SCRIPT.map(([time, id, event]) => ({
    at: instantAt('2027-03-18', time, KOLKATA),
    run: () => report(id, event),
  }));
  for (let hour = 0; hour < HOURS_IN_ALL; hour += 1) {
    isFair = hour >= DAY_HOURS;
    const at = plusMs(midnight, hour * HOUR_MS);
    const next = plusMs(at, HOUR_MS);
    machine.setClock(at);
    await Promise.all(
      script
        .filter((each) => each.at === at)
        .map(({ run }) => run())
        .concat(Array.from({ length: of.sweepsAtOnce ?? 1 }, sweepOnce)),
    );
    oracle.hourPassed(at);
    for (;;) {
      const now = machine.now();
      const [moment] = [...restarts, ...script.map((each) => each.at)]
        .filter((each) => each > now && each < next)
        .toSorted();
      if (!moment) break;
      machine.setClock(moment);
      if (restarts.includes(moment)) await sweepOnce();
      for (const each of script) if (each.at === moment) await each.run();
    }
  }
  const item = await ports.store.read('applicant', 'alice');
  if (!item) throw new Error('Alice is gone.');
  return { awaits, crashes, alice: item, said, answers, verdict: oracle.verdict() };
}

/** An offer of Brown that ends in two days, an application at Yale, and nothing emailed yet. */
function aliceThatMorning(at: Instant): Applicant {
  const rotation = {
    specialty: 'ir',
    mode: 'hands-on',
    route: 'institution',
    country: 'US',
    stage: 'apply',
    since: at,
    checklist: [],
    letters: [],
  } as const;
  const shared = { ...rotation, checklist: [], letters: [] };
  const { facts } = alice();
  return alice({
    dueAt: at,
    facts: {
      ...facts,
      rotations: [
        {
          ...shared,
          id: 'brown',
          host: { name: 'Brown' },
          status: 'offered',
          offer: { expiresOn: '2027-03-20' },
          dates: { start: '2027-04-14', end: '2027-05-11' },
        },
        {
          ...shared,
          id: 'yale',
          host: { name: 'Yale School of Medicine', institutionId: 'yale' },
          status: 'submitted',
          dates: { start: '2027-08-02', end: '2027-08-27' },
        },
      ],
    },
  });
}

function unlessDead(process: Process): (error: unknown) => undefined {
  return (error) => {
    if (!process.isDead()) throw error;
    return undefined;
  };
}
