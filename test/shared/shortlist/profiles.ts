/** People who ask for a shortlist: Alice as the published world finds her, and a small made-up world to reckon by hand. */

import type { Line } from '#shared/shortlist/line.ts';
import type { ShortlistProfile } from '#shared/shortlist/profile.ts';
import { readProfile } from '#shared/shortlist/read-profile.ts';
import type { ShortlistList } from '#shared/shortlist/shortlist.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Program } from '#shared/world/programs/program.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';

/** Enrolled at a VSLO school, needs a visa, passed Step 1, wants New England; nothing else said. */
export function aliceAsks(more: Record<string, unknown> = {}): ShortlistProfile {
  const read = readProfile({
    matchYear: 2028,
    pathway: 'integrated-ir',
    enrollment: 'enrolled',
    entry: 'visa',
    schoolInVslo: true,
    step1Passed: true,
    regions: [{ place: 'new-england', weight: 3 }],
    months: ['2027-04', '2027-05', '2027-06'],
    ...more,
  });
  if (!read.ok) throw new Error(read.failure.join('\n'));
  return read.value;
}

export function lineAt({ lines, failing }: ShortlistList, id: string): Line {
  const line = [...lines, ...failing].find((each) => each.id === id);
  if (!line) throw new Error(`No line ${id}`);
  return line;
}

/** The published world with one host, one program, or both told otherwise. */
export function worldWhere(change: {
  readonly host?: { readonly id: string } & Partial<Institution>;
  readonly program?: { readonly code: string } & Partial<Program>;
}): World {
  const reported = (program: Program): Program =>
    program.code === change.program?.code ? { ...program, ...change.program } : program;
  return {
    ...PUBLISHED_WORLD,
    host: (id) => {
      const host = PUBLISHED_WORLD.host(id);
      return host && host.id === change.host?.id ? { ...host, ...change.host } : host;
    },
    program: (code) => {
      const program = PUBLISHED_WORLD.program(code);
      return program && reported(program);
    },
    programsAt: (id) => PUBLISHED_WORLD.programsAt(id).map(reported),
  };
}
