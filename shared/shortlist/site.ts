/** A site of a rotation: one host at one place, with the residency programs there. */
import { institutions } from '#shared/world/programs/directory.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Program } from '#shared/world/programs/program.ts';
import type { World } from '#shared/world/world.ts';

export interface Site {
  /** The host's id; with the program's code where a host has several places. Stable, and the last tie-break. */
  readonly id: string;
  readonly name: string;
  readonly host: Institution;
  readonly ir?: Program;
  readonly dr?: Program;
  readonly state?: string;
}

/** Every site whose visiting rules are known, as the world tells them today. */
export function sites(world: World): Site[] {
  return institutions().flatMap(({ id }) => {
    const host = world.host(id);
    return host ? sitesOf(host, world.programsAt(id)) : [];
  });
}

function sitesOf(host: Institution, programs: readonly Program[]): Site[] {
  const integrated = programs.filter(({ kind }) => kind === 'integrated-ir');
  const paired = new Set(integrated.map(({ pairedCode }) => pairedCode));
  const places = [
    ...integrated.map((ir) => ({ ir, dr: programs.find(({ code }) => code === ir.pairedCode) })),
    ...programs
      .filter(({ kind, code }) => kind === 'dr' && !paired.has(code))
      .map((dr) => ({ ir: undefined, dr })),
  ];
  if (places.length === 0) return [{ id: host.id, name: host.name, host }];
  return places.map(({ ir, dr }) => {
    const main = ir ?? dr;
    const isOne = places.length === 1;
    return {
      id: isOne ? host.id : `${host.id}-${main?.code}`,
      name: isOne ? host.name : (main?.name ?? host.name),
      host,
      ...(ir && { ir }),
      ...(dr && { dr }),
      ...(main && { state: main.state }),
    };
  });
}
