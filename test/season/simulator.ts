/**
 * A season in virtual time: the real `update`, `sweep`, `nudge` and `planNudges` over a real store, in bad weather.
 * Hour by hour: who wants to act acts at their minute, then the sweep of the full hour runs (not when the due index is
 * empty), sometimes twice at once and sometimes while a person acts. A killed process stays dead; minutes later a new
 * one begins, and a person whose update got no answer sends it again.
 */
import { type NudgeDeps, nudge } from '../../functions/nudge.ts';
import { sweep } from '../../functions/sweep.ts';
import { update } from '../../functions/update.ts';
import type { Update } from '../../shared/applicant/accept.ts';
import { chunkId } from '../../shared/store/keys.ts';
import type { Store } from '../../shared/store/store.ts';
import { HOUR_MS, type Instant, MINUTE_MS, plusMs } from '../../shared/time/instant.ts';
import { NO_WORKFLOW } from '../../shared/workflow/workflow.ts';
import type { World } from '../../shared/world.ts';
import { type Climate, remoteMail, weatherOf } from './climate.ts';
import { type Process, RESTARTS_MS, startProcess } from './faults.ts';
import { actOf, answersAt, bornOf, nextVisitAt, type Person, peopleOf } from './people.ts';
import { randomOf } from './random.ts';
import type { Verdict } from './verdict.ts';
import { setReach, type VirtualMachine, virtualMachine } from './virtual-machine.ts';

export interface Season {
  readonly seed: number;
  readonly people: number;
  readonly start: Instant;
  readonly days: number;
  readonly climate: Climate;
  readonly store: Store;
  readonly world: World;
  /** Where a bug is planted. */
  readonly tamper?: (deps: NudgeDeps, machine: VirtualMachine) => NudgeDeps;
}

export interface SeasonReport extends Verdict {
  readonly seed: number;
  readonly people: number;
  readonly hours: number;
  readonly sweeps: number;
  /** Updates answered as accepted. */
  readonly updates: number;
  readonly refused: number;
  readonly replayed: number;
  readonly faultsInjected: number;
  /** Updates answered as accepted and not found once in the person's past. */
  readonly lostUpdates: number;
}

interface Coming {
  readonly at: Instant;
  readonly person: Person;
  /** A visit that no mail caused; the next one follows from it. */
  readonly isOwn?: boolean;
  /** An update that got no answer, sent once more. */
  readonly again?: Update;
}

export async function simulate(season: Season): Promise<SeasonReport> {
  const { store, world, start, climate, tamper = (deps) => deps } = season;
  const random = randomOf(season.seed);
  const people = peopleOf(season.people, random.fork());
  const weather = weatherOf(climate, random.fork());
  const dice = random.fork();
  let coming: Coming[] = [];
  const restarts: Instant[] = [];
  const mailed = ({ personId, at }: { personId: string; at: Instant }) => {
    const person = people.find(({ id }) => id === personId);
    const answer = person && answersAt(person, at);
    if (person && answer) coming.push({ at: answer, person });
  };
  const remote = climate.mail && remoteMail(climate.mail, random.fork());
  const machine = virtualMachine(store, world, start, mailed, remote);
  const { oracle, ports } = machine;
  const counts = { sweeps: 0, updates: 0, refused: 0, replayed: 0, faultsInjected: 0 };
  const accepted = new Map<string, Set<string>>();

  const newProcess = (): Process =>
    startProcess(ports, weather, (kind, call) => {
      counts.faultsInjected += 1;
      // A dead update holds nobody up: whoever got no answer asks again.
      oracle.fault(kind, call.personId, machine.now());
    });

  /** A sweep that dies is begun again some minutes later, until one lives. */
  async function runSweep(): Promise<void> {
    const process = newProcess();
    const deps = tamper(machine.nudgeDeps(process), machine);
    counts.sweeps += 1;
    try {
      await sweep(deps, (who) => nudge(deps, who));
    } catch (error) {
      if (!process.isDead() && !isOutOfOrder(error)) throw error;
    }
    // Whom it had not come to waits for the one that is begun again, as long as the person it died with.
    if (process.isDead()) oracle.fault('crash-before', undefined, machine.now());
    if (process.isDead()) restarts.push(...RESTARTS_MS.map((ms) => plusMs(machine.now(), ms)));
  }

  async function recover(until: Instant): Promise<void> {
    while (restarts.some((each) => each < until)) {
      restarts.sort();
      const at = restarts.shift();
      if (at) machine.setClock(at);
      await runSweep();
    }
  }

  /** Takes the soonest act before a moment out of what is coming. */
  function nextBefore(at: Instant): Coming | undefined {
    const [soonest] = coming.filter((each) => each.at < at).toSorted(bySoonest);
    coming = coming.filter((each) => each !== soonest);
    return soonest;
  }

  async function runAct({ person, again, isOwn }: Coming): Promise<void> {
    if (isOwn) nextVisit(person);
    const item = await ports.store.read('applicant', person.id);
    if (!item) throw new Error(`${person.id} is not in the store.`);
    const now = machine.now();
    const act = again ? { kind: 'update' as const, update: again } : actOf(person, item, now);
    if (act.kind !== 'update') {
      const reach = act.kind === 'stop-mails' ? 'unsubscribed' : 'ok';
      return setReach(ports.store, person.id, reach, now);
    }
    const process = newProcess();
    try {
      const { answer } = await update(
        { ...process, world, workflow: NO_WORKFLOW },
        person.id,
        act.update,
      );
      if (answer === 'accepted') counts.updates += 1;
      if (answer === 'replayed') counts.replayed += 1;
      if (answer === 'refused') counts.refused += 1;
      if (answer === 'accepted' || answer === 'replayed') {
        accepted.set(person.id, (accepted.get(person.id) ?? new Set()).add(act.update.id));
      }
    } catch (error) {
      if (!process.isDead() && !isOutOfOrder(error)) throw error;
      const later = plusMs(now, person.random.between(1, 300) * MINUTE_MS);
      if (person.random.chance(0.8)) coming.push({ at: later, person, again: act.update });
    }
  }

  function nextVisit(person: Person): void {
    coming.push({ at: nextVisitAt(person, machine.now()), person, isOwn: true });
  }

  for (const person of people) {
    await ports.store.write(bornOf(person, start));
    nextVisit(person);
  }
  const hours = season.days * 24;
  for (let hour = 0; hour < hours; hour += 1) {
    const at = plusMs(start, hour * HOUR_MS);
    for (let each = nextBefore(at); each; each = nextBefore(at)) {
      await recover(each.at);
      machine.setClock(each.at);
      await runAct(each);
    }
    await recover(at);
    machine.setClock(at);
    const together = coming.filter((each) => each.at === at).map(runAct);
    coming = coming.filter((each) => each.at !== at);
    const { rows } = await ports.store.due(at, 1);
    if (rows.length > 0 || together.length > 0) {
      const isTwice = dice.chance(climate.twoSweeps);
      await Promise.all([...together, runSweep(), ...(isTwice ? [runSweep()] : [])]);
    }
    oracle.hourPassed(at);
  }

  return {
    seed: season.seed,
    people: people.length,
    hours,
    ...counts,
    lostUpdates: await lostUpdatesOf(store, accepted),
    ...oracle.verdict(),
  };
}

/** Every update that was answered as accepted stands exactly once in the person's past, in the item or its chunks. */
async function lostUpdatesOf(store: Store, accepted: Map<string, Set<string>>): Promise<number> {
  let lost = 0;
  for (const [personId, updateIds] of accepted) {
    const item = await store.read('applicant', personId);
    const past = item?.history.map(({ id }) => id) ?? [];
    for (let n = 1; n <= (item?.chunks ?? 0); n += 1) {
      const chunk = await store.read('chunk', chunkId(personId, n));
      past.push(...(chunk?.history.map(({ id }) => id) ?? []));
    }
    for (const id of updateIds) if (past.filter((each) => each === id).length !== 1) lost += 1;
  }
  return lost;
}

function isOutOfOrder(error: unknown): boolean {
  return error instanceof Error && error.message === 'The port is out of order.';
}

function bySoonest(a: Coming, b: Coming): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
