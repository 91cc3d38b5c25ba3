/** A site of a rotation: one offering of a host at one place, with the residency programs there. */
import { institutions } from '#shared/world/programs/directory.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Program } from '#shared/world/programs/program.ts';
import type { World } from '#shared/world/world.ts';

export interface Site {
  /** The offering's id; with the program's code where a host has several places. Stable, and the last tie-break. */
  readonly id: string;
  /** The place, and which of its offerings, where it has several. */
  readonly name: string;
  readonly place: string;
  readonly host: Institution;
  readonly ir?: Program;
  readonly dr?: Program;
  readonly state?: string;
}

/** Every offering that is a rotation, as the world describes it today; research is none. */
export function sites(world: World): Site[] {
  return [...institutions(), ...(world.newHosts ?? [])].flatMap(({ id }) => {
    const host = world.host(id);
    return host && host.offering.mode !== 'research' ? sitesOf(host, world.programsAt(id)) : [];
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
  const { state } = host.offering;
  if (places.length < 2) {
    const [{ ir, dr } = {}] = places;
    return [
      {
        id: host.id,
        name: nameOf(host.name, host),
        place: host.name,
        host,
        ...(ir && { ir }),
        ...(dr && { dr }),
        ...(state && { state }),
      },
    ];
  }
  return places.map(({ ir, dr }) => {
    const main = ir ?? dr;
    const place = main?.name ?? host.name;
    return {
      id: `${host.id}-${main?.code}`,
      name: nameOf(place, host),
      place,
      host,
      ...(ir && { ir }),
      ...(dr && { dr }),
      ...(main && { state: main.state }),
    };
  });
}

function nameOf(place: string, { hostId, program }: Institution): string {
  const own = institutions().filter((each) => each.hostId === hostId);
  return own.length > 1 ? `${place}: ${program}` : place;
}
