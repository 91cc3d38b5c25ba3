/** Someone in the deployed product: opens the pages by the web function, is swept by queue and nudge, gets emails. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { readLinkKeys, secretsClient } from '#functions/adapters/secrets-manager.ts';
import { update } from '#functions/update.ts';
import { LINK_DAYS } from '#shared/base/limits.ts';
import { signLink } from '#shared/base/links/link.ts';
import { pagePaths } from '#shared/base/links/urls.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, msOf } from '#shared/base/time/instant.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Rotation, RotationPlan } from '#shared/plan/facts/rotation.ts';
import { aliceFacts } from '../../shared/plan/moves/stories.ts';
import { call, environmentOf } from './lambda.ts';
import { clock, read, store, until, world } from './stage.ts';

export const ORIGIN = 'https://rotations.example.org';

/** What happens to a rotation, without saying to which. */
type Reported = Event extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'rotationId'>
    : never
  : never;

export interface Person {
  readonly id: string;
  item(): Promise<Applicant>;
  rotation(rotationId: string): Promise<Rotation>;
  /** Adds a rotation by the form of the plan page. Answers its id. */
  adds(plan?: Partial<RotationPlan>): Promise<string>;
  /** Posts a form of the rotation's page, and expects it to be accepted. */
  reports(rotationId: string, event: Reported): Promise<void>;
  /** Posts it and answers the status, whatever it is. */
  tries(rotationId: string, event: Reported): Promise<number>;
  /** The same, committed by a function that died before it could signal. */
  reportsUnheard(rotationId: string, event: Reported): Promise<void>;
  /** Adds one likewise. */
  addsUnheard(dates?: RotationPlan['dates']): Promise<string>;
  /** Writes the item behind the product's back, as if time had passed. */
  plants(change: (item: Applicant) => Applicant): Promise<void>;
}

/** A day from today on, where rotations happen. */
export function inDays(days: number): Day {
  return plusDays(dayIn(EASTERN, clock.now()), days);
}

function brown(
  dates: RotationPlan['dates'] = { start: inDays(90), end: inDays(115) },
): RotationPlan {
  return {
    host: { name: 'Brown' },
    specialty: 'ir',
    mode: 'hands-on',
    route: 'institution',
    country: 'US',
    ...(dates && { dates }),
  };
}

export async function person(name = 'alice'): Promise<Person> {
  const id = `${name}-${randomUUID().slice(0, 8)}`;
  const { profile } = aliceFacts();
  const facts = aliceFacts({
    profile: {
      ...profile,
      address: `${id}@example.org`,
      zone: afternoonZone(),
      matchYear: matchYear(),
    },
  });
  await store.write(newApplicant({ id, cohortId: 'walk', facts }, clock.now()));

  const item = () => read(id);
  async function tries(rotationId: string, event: Reported): Promise<number> {
    const ofRotation = event.type !== 'undone';
    return post(await item(), rotationId, ofRotation ? { ...event, rotationId } : event);
  }
  async function commit(event: Event, updateId: string): Promise<void> {
    const deps = { store, worldFor: () => world, clock, workflow: NO_WORKFLOW };
    const reported = await update(deps, id, { id: updateId, by: 'applicant', event });
    expect(reported).toMatchObject({ answer: 'accepted' });
  }

  return {
    id,
    item,
    tries,
    rotation: async (rotationId) => {
      const found = (await item()).facts.rotations.find((each) => each.id === rotationId);
      if (!found) throw new Error(`${id} has no rotation ${rotationId}.`);
      return found;
    },
    adds: async (plan = {}) => {
      const rotationId = `r-${randomUUID().slice(0, 12)}`;
      const event = { type: 'rotation-added', rotation: { ...brown(), ...plan } } as const;
      expect(await post(await item(), undefined, event, rotationId)).toBe(303);
      return rotationId;
    },
    reports: async (rotationId, event) => {
      expect(await tries(rotationId, event), `the form "${event.type}"`).toBe(303);
    },
    reportsUnheard: (rotationId, event) => commit({ ...event, rotationId } as Event, randomUUID()),
    addsUnheard: async (dates) => {
      const rotationId = `r-${randomUUID().slice(0, 12)}`;
      await commit({ type: 'rotation-added', rotation: brown(dates) }, rotationId);
      return rotationId;
    },
    plants: async (change) => {
      for (;;) {
        if ((await store.write(change(await item()))).written) return;
      }
    },
  };
}

/** The item with other dates: moved back, it is as if that time had passed. */
export function datesMoved(item: Applicant, rotationId: string, start: Day, end: Day): Applicant {
  const rotations = item.facts.rotations.map((each) =>
    each.id === rotationId ? { ...each, dates: { start, end } } : each,
  );
  return { ...item, facts: { ...item.facts, rotations } };
}

async function post(
  item: Applicant,
  rotationId: string | undefined,
  event: object,
  updateId: string = randomUUID(),
): Promise<number> {
  const keys = await linkKeys();
  const link = { personId: item.id, purpose: 'answer', epoch: item.linkEpoch } as const;
  const paths = pagePaths(await signLink(keys, link, clock.now(), LINK_DAYS));
  const rawPath = rotationId ? paths.rotation(rotationId) : paths.plan;
  const { rotationId: _, ...fields } = event as { rotationId?: string };
  const body = new URLSearchParams([
    ...flat(fields),
    ['update', updateId],
    ['revision', String(item.revision)],
  ]).toString();
  const answer = (await call('WebFunction', httpEvent('POST', rawPath, body))) as {
    statusCode: number;
  };
  return answer.statusCode;
}

/** As API Gateway's HTTP API calls a function (payload 2.0). */
export function httpEvent(method: string, rawPath: string, body?: string): object {
  return {
    version: '2.0',
    routeKey: `${method} /{path+}`,
    rawPath,
    rawQueryString: '',
    headers: {
      host: new URL(ORIGIN).host,
      origin: ORIGIN,
      ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    requestContext: {
      domainName: new URL(ORIGIN).host,
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: 'walk',
      },
      requestId: randomUUID(),
      stage: '$default',
      timeEpoch: msOf(clock.now()),
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body }),
  };
}

/** `{dates: {start}}` as the form's field `dates.start`. */
function flat(value: object, prefix = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, inner]): [string, string][] =>
    typeof inner === 'object' && inner !== null
      ? flat(inner, `${prefix}${name}.`)
      : [[`${prefix}${name}`, String(inner)]],
  );
}

let keysRead: ReturnType<typeof readLinkKeys> | undefined;
function linkKeys(): ReturnType<typeof readLinkKeys> {
  keysRead ??= environmentOf('WebFunction').then(({ AWAY_SECRETS = '' }) =>
    readLinkKeys(secretsClient(), AWAY_SECRETS),
  );
  return keysRead;
}

/** Runs the sweep as the Scheduler does, and waits until everybody it named was looked at. */
export async function sweepUntil(
  who: Person,
  what: string,
  isSo: (item: Applicant) => boolean,
): Promise<Applicant> {
  await call('SweepFunction', {});
  return until(`${what} after the sweep`, async () => {
    const item = await who.item();
    return isSo(item) && item;
  });
}

/** Rested: nobody needs to look at them before a later sweep. */
export function isRested(item: Applicant): boolean {
  return item.dueAt > clock.now();
}

/** A zone in which it is early afternoon now, so that a digest may leave whenever the walk runs. */
export function afternoonZone(): string {
  const utcHour = Number(clock.now().slice(11, 13));
  const east = ((14 - utcHour + 36) % 24) - 12;
  // The names of these zones count westward.
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

/** The Match of the season that is being planned now. */
export function matchYear(): number {
  return Number(clock.now().slice(0, 4)) + 2;
}
