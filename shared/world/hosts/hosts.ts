/** The directory of hosts: every host with its offerings, found by id, by a former id, or by a name people write. */
import { distance } from 'fastest-levenshtein';
import * as z from 'zod';
import { parseRows, repeats } from '#shared/base/rows.ts';
import { wordsIn } from '#shared/base/text.ts';
import type { Mode } from '../vocabulary.ts';
import nameRows from './host-names.json' with { type: 'json' };
import { type Offering, offeringSchema } from './offering.ts';
import offeringRows from './offerings.json' with { type: 'json' };

export interface Host {
  readonly id: string;
  /** The name that people use. */
  readonly name: string;
  readonly city?: string;
  readonly state?: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly acgmeCodes: readonly string[];
  readonly offerings: readonly Offering[];
}

const nameSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1).max(80),
  aliases: z.array(z.string().min(1)).min(1).exactOptional(),
  /** Ids of the directory before offerings: people's rotations and links may hold them. */
  formerIds: z.array(z.string().min(1)).min(1).exactOptional(),
});
type HostNames = z.infer<typeof nameSchema>;

export function readOfferings(rows: unknown): Offering[] {
  return parseRows('shared/world/hosts/offerings.json', offeringSchema, rows, (sound) =>
    repeats(sound, 'id', ({ id }) => id),
  );
}

const OFFERINGS: readonly Offering[] = readOfferings(offeringRows);
const NAMES: readonly HostNames[] = parseRows(
  'shared/world/hosts/host-names.json',
  nameSchema,
  nameRows,
  (sound) => repeats(sound, 'id', ({ id }) => id),
);
const HOSTS: readonly Host[] = NAMES.map(hostOf);
const HOST_BY_ID: ReadonlyMap<string, Host> = new Map(
  HOSTS.flatMap((host, index) =>
    [host.id, ...(NAMES[index]?.formerIds ?? [])].map((id) => [id, host] as const),
  ),
);
const OFFERING_BY_ID: ReadonlyMap<string, Offering> = new Map(
  OFFERINGS.map((offering) => [offering.id, offering]),
);

export function hosts(): readonly Host[] {
  return HOSTS;
}

/** A host by its id or a former one; undefined for one that is not in the directory. */
export function hostById(id: string | undefined): Host | undefined {
  return id === undefined ? undefined : HOST_BY_ID.get(id);
}

export function offerings(): readonly Offering[] {
  return OFFERINGS;
}

export function offeringById(id: string | undefined): Offering | undefined {
  return id === undefined ? undefined : OFFERING_BY_ID.get(id);
}

/** The offering that a student from abroad means by the host's name alone: hands-on and open to them, of this mode if there is one. */
export function mainOffering(
  { offerings }: Host,
  mode?: Mode,
  modeOf: (offering: Offering) => Offering['mode'] = (each) => each.mode,
): Offering | undefined {
  const ofMode = offerings.filter((each) => modeOf(each) === mode);
  const own = ofMode.length > 0 ? ofMode : offerings;
  const takes = (each: Offering) => each.students !== undefined && each.students !== 'no';
  return own.find((each) => each.mode === 'hands-on' && takes(each)) ?? own.find(takes) ?? own[0];
}

/** The host that a person means, by name or alias, or the only one a slip of the pen away. `near`: what it could be otherwise. */
export function hostNamed(text: string): { readonly host?: Host; readonly near: readonly Host[] } {
  const wanted = plainName(text);
  if (wanted === '') return { near: [] };
  const exact = HOSTS.find(({ name, aliases, id }) =>
    [id, name, ...aliases].some((each) => plainName(each) === wanted),
  );
  if (exact) return { host: exact, near: [] };
  const near = HOSTS.filter(({ name, aliases }) =>
    [name, ...aliases].some((each) => isNear(plainName(each), wanted)),
  );
  return { near };
}

const COMMON_WORDS = 'the of at school medicine medical center hospital university college'.split(
  ' ',
);

function hostOf({ id, name, aliases }: HostNames): Host {
  const offerings = OFFERINGS.filter(({ hostId }) => hostId === id);
  const { city, state } = offerings.find((each) => each.city) ?? offerings[0] ?? {};
  return {
    id,
    name,
    ...(city && { city }),
    ...(state && { state }),
    aliases: aliases ?? [],
    domains: [...new Set(offerings.flatMap(({ domains }) => domains))],
    acgmeCodes: [...new Set(offerings.flatMap(({ acgmeCodes }) => acgmeCodes ?? []))],
    offerings,
  };
}

/** Lower case, without accents, punctuation, and the words that do not say which host it is. */
export function plainName(text: string): string {
  return wordsIn(text)
    .filter((word) => !COMMON_WORDS.includes(word))
    .join(' ');
}

/** A few slips of the pen in a long name, none in a short one; or the beginning of several names. */
function isNear(name: string, wanted: string): boolean {
  if (wanted.length < 4) return false;
  const slipsMax = Math.floor(Math.min(name.length, wanted.length) / 4);
  return name.startsWith(`${wanted} `) || distance(name, wanted) <= slipsMax;
}
