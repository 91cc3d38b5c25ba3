/**
 * A season in virtual time: the real functions over a real store, in bad weather. Every hour a sweep, sometimes twice at
 * once, sometimes left out; between them people act at their minute, executions wake, evidence of emails comes in. What
 * happens at one moment happens at once. A killed process stays dead; minutes later a new one begins, and a person whose
 * update got no answer sends it again.
 */
import { type NudgeDeps, nudge } from '#functions/nudge.ts';
import { sweep } from '#functions/sweep.ts';
import { update } from '#functions/update.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import type { Update } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Store } from '#shared/store/store.ts';
import type { World } from '#shared/world/world.ts';
import { lostUpdatesOf, unfollowedOf } from './aftermath.ts';
import { agendaOf } from './agenda.ts';
import { type Climate, remoteEmail, weatherOf } from './climate.ts';
import { contentOracle } from './content/content-oracle.ts';
import { deployed } from './deployed.ts';
import { type Ports, type Process, RESTARTS_MS, startProcess } from './faults.ts';
import { LATER_DAYS, newsOf } from './news.ts';
import type { ReadEmail } from './oracle.ts';
import {
  actOf,
  answersAt,
  bornOf,
  isPassive,
  nextVisitAt,
  type Person,
  peopleOf,
} from './people.ts';
import { randomOf } from './random.ts';
import type { Verdict } from './verdict.ts';
import { setReach, type VirtualMachine, virtualMachine } from './virtual-machine.ts';

export interface Season {
  readonly seed: number;
  readonly people: number;
  /** How many of the cast live elsewhere. */
  readonly from?: number;
  readonly start: Instant;
  readonly days: number;
  readonly matchYear?: number;
  readonly climate: Climate;
  readonly store: Store;
  readonly world: World;
  /** So many days on, a date of the season is published, and is another one than the estimated. */
  readonly newsAfterDays?: number;
  /** Where a bug is planted. */
  readonly tamper?: (deps: NudgeDeps, machine: VirtualMachine) => NudgeDeps;
  /** Told of every write of a person and of every email that left. */
  readonly witness?: { wrote(item: Applicant): void; left(email: ReadEmail): void };
  /** What advisors do on a day, once their briefs have left. */
  readonly advising?: (ports: Ports) => Promise<void>;
  /** Told of each virtual day that is over. */
  readonly dayPassed?: (day: number) => void;
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
  /** Rotations that no living execution follows at the end, or whose time moves are overdue. */
  readonly unfollowed: number;
  /** Ids of those who as good as never act. */
  readonly passive: readonly string[];
  /** What an email said wrongly of the world or of the person, or never said. */
  readonly contradictions: number;
}

/**
 * The last days are fair, so that what must recover by itself has time to. A dead execution nobody heard of is the slowest:
 * its wait is trusted for a week, and the first look after that is up to a week away.
 */
const FAIR_DAYS = 15;
const CONTRADICTIONS_SHOWN = 12;

export async function simulate(season: Season): Promise<SeasonReport> {
  const { store, start, climate, tamper = (deps) => deps, matchYear = 2028 } = season;
  const news = newsOf(season.world, store, matchYear);
  const { worldFor } = news;
  const random = randomOf(season.seed);
  const people = peopleOf(season.people, random.fork(), season.from);
  const byId = new Map(people.map((person) => [person.id, person]));
  const weather = weatherOf(climate, random.fork());
  const dice = random.fork();
  const end = plusMs(start, season.days * DAY_MS);
  const fairFrom = climate.machine ? plusMs(end, -FAIR_DAYS * DAY_MS) : end;
  const agenda = agendaOf();
  const content = contentOracle();
  const remote = climate.email && remoteEmail(climate.email, random.fork());
  const far = deployed({
    climate,
    remote,
    agenda,
    dice,
    start,
    end: fairFrom,
    worldFor,
    machine: () => machine,
    newProcess,
    counted,
  });
  const machine = virtualMachine({
    store,
    worldFor,
    start,
    emailed: (email, fate) => {
      const person = byId.get(email.personId);
      const at = person && answersAt(person, email.at);
      if (person && at) agenda.add(at, () => visit(person));
      if (fate) far.emailLeft(email);
      content.left(email, email.at);
      season.witness?.left(email);
    },
    wrote: (item) => {
      content.wrote(item, machine.now());
      season.witness?.wrote(item);
    },
    ...(remote && { remote }),
    ...(far.executions && { executions: far.executions }),
  });
  const { oracle, ports } = machine;
  const counts = { sweeps: 0, updates: 0, refused: 0, replayed: 0, faultsInjected: 0 };
  const accepted = new Map<string, Set<string>>();

  function isFair(): boolean {
    return machine.now() >= fairFrom;
  }

  function counted(): void {
    counts.faultsInjected += 1;
  }

  /** @param told whether what happens to the process may delay an email */
  function newProcess(reported = true): Process {
    return startProcess(
      ports,
      isFair() ? { ...weather, fault: () => undefined } : weather,
      (kind, { personId, port }) => {
        counted();
        // Who fails to reach an execution goes on, and leaves it to the next sweep.
        const isHarmless = kind === 'throws' && ['start', 'signal', 'status'].includes(port);
        if (reported && !isHarmless) oracle.fault(kind, personId, machine.now());
      },
    );
  }

  async function hour(): Promise<void> {
    const now = machine.now();
    agenda.add(plusMs(now, HOUR_MS), hour);
    far.hourPassed();
    if (!isFair() && dice.chance(climate.skippedHours ?? 0)) {
      counted();
      oracle.fault('skipped', undefined, now);
      return;
    }
    const { rows } = await ports.store.due(now, 1);
    const isTwice = dice.chance(climate.twoSweeps);
    if (rows.length > 0 || news.isSpreading())
      await Promise.all([runSweep(), ...(isTwice ? [runSweep()] : [])]);
  }

  /** A sweep that dies is restarted some minutes later, until one lives. */
  async function runSweep(): Promise<void> {
    const process = newProcess();
    const deps = tamper(machine.nudgeDeps(process), machine);
    counts.sweeps += 1;
    try {
      if (news.isSpreading()) await news.spread(process);
      await sweep(deps, (who) => nudge(deps, who));
    } catch (error) {
      if (!process.isDead() && !isOutOfOrder(error)) throw error;
    }
    if (!process.isDead()) return;
    // Whom it had not come to waits for the restarted one, as long as the person it died with.
    oracle.fault('crash-before', undefined, machine.now());
    for (const ms of RESTARTS_MS) agenda.add(plusMs(machine.now(), ms), runSweep);
  }

  async function visit(person: Person): Promise<void> {
    const item = await ports.store.read('applicant', person.id);
    if (!item) throw new Error(`${person.id} is not in the store.`);
    const now = machine.now();
    const act = actOf(person, item, now);
    if (act.kind === 'update') return send(person, act.update);
    await setReach(ports.store, person.id, act.kind === 'stop-emails' ? 'unsubscribed' : 'ok', now);
  }

  async function send(person: Person, reported: Update): Promise<void> {
    const process = newProcess();
    const deps = { ...process, worldFor, workflow: machine.workflowOf(process) };
    try {
      const { answer } = await update(deps, person.id, reported);
      if (answer === 'accepted') counts.updates += 1;
      if (answer === 'replayed') counts.replayed += 1;
      if (answer === 'refused') counts.refused += 1;
      if (answer === 'accepted' || answer === 'replayed') {
        accepted.set(person.id, (accepted.get(person.id) ?? new Set()).add(reported.id));
      }
    } catch (error) {
      if (!process.isDead() && !isOutOfOrder(error)) throw error;
      const later = plusMs(machine.now(), person.random.between(1, 300) * MINUTE_MS);
      if (person.random.chance(0.8)) agenda.add(later, () => send(person, reported));
    }
  }

  /** A visit that no email caused; the next one follows from it. */
  async function ownVisit(person: Person): Promise<void> {
    agenda.add(nextVisitAt(person, machine.now()), () => ownVisit(person));
    await visit(person);
  }

  for (const person of people) {
    await ports.store.write(bornOf(person, start, matchYear));
    agenda.add(nextVisitAt(person, start), () => ownVisit(person));
  }
  agenda.add(start, hour);
  if (season.newsAfterDays !== undefined) {
    // Between two sweeps.
    const at = plusMs(start, season.newsAfterDays * DAY_MS + HOUR_MS / 2);
    agenda.add(at, async () => {
      await news.breaks(at);
      oracle.worldMoved(matchYear, at);
      content.reviewMoved(matchYear, LATER_DAYS, at);
    });
  }
  for (let next = agenda.next(end); next; next = agenda.next(end)) {
    machine.setClock(next.at);
    await Promise.all(next.acts.map((act) => act()));
    if (!next.at.endsWith(':00:00.000Z')) continue;
    oracle.hourPassed(next.at);
    if (next.at.slice(11, 13) === '16') await season.advising?.(ports);
    if (next.at.slice(11, 13) !== '12') continue;
    content.passed(next.at);
    season.dayPassed?.(daysSince(start, next.at));
  }

  const ids = people.map(({ id }) => id);
  const verdict = oracle.verdict();
  const contradictions = content.contradictions();
  return {
    seed: season.seed,
    people: people.length,
    passive: people.filter(isPassive).map(({ id }) => id),
    hours: season.days * 24,
    ...counts,
    lostUpdates: await lostUpdatesOf(store, accepted),
    unfollowed: far.executions
      ? await unfollowedOf({
          store,
          world: worldFor(),
          executions: far.executions,
          ids,
          now: machine.now(),
        })
      : 0,
    ...verdict,
    contradictions: contradictions.length,
    complaints: [...verdict.complaints, ...contradictions.slice(0, CONTRADICTIONS_SHOWN)],
  };
}

function daysSince(start: Instant, at: Instant): number {
  return Math.round((Date.parse(at) - Date.parse(start)) / DAY_MS);
}

function isOutOfOrder(error: unknown): boolean {
  return error instanceof Error && error.message === 'The port is out of order.';
}
