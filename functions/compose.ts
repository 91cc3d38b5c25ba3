/** The only wiring, on AWS and on one machine: a part of the product is made from the ports that its host offers. */
import type { Clock } from '#shared/base/time/instant.ts';
import { type Executions, NO_WORKFLOW, type Workflow } from '#shared/people/workflow/workflow.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { type FollowDeps, followRotations } from './follow.ts';
import { ofWorld, type PresentWorldDeps, presentWorld } from './present-world.ts';

/** Ports that are made when a part is first needed: importing a file makes nothing yet. */
type Lazy = Readonly<Record<string, () => unknown>>;
type Made<Ports extends Lazy> = {
  readonly [Name in keyof Ports]: Awaited<ReturnType<Ports[Name]>>;
};

interface Ground extends Lazy {
  readonly store: () => Store;
  readonly clock: () => Clock;
  readonly log: () => PresentWorldDeps['log'] & FollowDeps['log'];
  /** Undefined where nothing but the sweep follows rotations, or the part writes none. */
  readonly executions: () => Executions | undefined;
}

/** The world as it is now, and the workflow that is notified when a rotation changes. */
export interface Present {
  readonly worldFor: WorldFor;
  readonly workflow: Workflow;
}

/** Makes a part from its ports when it is first needed, and again when the world has changed. */
export function compose<Ports extends Ground, Part>(
  ports: Ports,
  make: (ports: Made<Ports> & Present) => Part,
): () => Promise<Part> {
  const ready = once(async () => {
    const made = await allOf(ports);
    return ofWorld(presentWorld(made), (worldFor) => {
      const { executions } = made;
      const workflow = executions
        ? followRotations({ ...made, executions, worldFor })
        : NO_WORKFLOW;
      return make({ ...made, worldFor, workflow });
    });
  });
  return async () => (await ready())();
}

export function given<Ports extends object>(
  ports: Ports,
): { readonly [Name in keyof Ports]: () => Ports[Name] } {
  const entries = Object.entries(ports).map(([name, port]) => [name, () => port]);
  return Object.fromEntries(entries);
}

/** Keeps the first answer for every caller. After a failure, the next caller tries again. */
export function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

async function allOf<Ports extends Lazy>(ports: Ports): Promise<Made<Ports>> {
  const made = Object.entries(ports).map(async ([name, port]) => [name, await port()]);
  return Object.fromEntries(await Promise.all(made));
}
