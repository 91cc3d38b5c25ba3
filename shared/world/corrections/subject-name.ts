/** What a host's or program's page is about, by its place under `/programs`. */
import type { World } from '../world.ts';

/** Undefined for what is not in the directory. */
export function subjectName(subject: string, world: World): string | undefined {
  const [, hostId] = /^hosts\/(.+)$/.exec(subject) ?? [];
  const host = world.host(hostId);
  return hostId ? host && `${host.name}: ${host.program}` : world.program(subject)?.name;
}
