/** The words of one matter, and what they are made from: the matter in its plan. */
import type { Matter, View } from '#shared/agenda/matter.ts';
import type { NoteReason } from '#shared/agenda/note.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay, withDays } from '#shared/base/time/phrase.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { letterOf } from '#shared/plan/letters/placed.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import type { Institution } from '#shared/world/programs/institution.ts';

export interface MatterWords {
  /** The thing to do, as an email's subject names it: "TB test for the Yale IR rotation". */
  readonly title: string;
  /** The same where its rotation is named already: "TB test". */
  readonly short?: string;
  /** The same as a noun without its article, in a list of them, where that is something else: "application". */
  readonly listed?: string;
  /** One sentence: what to do. */
  readonly next: string;
  /** One sentence: why now, or what is lost. */
  readonly why: string;
  readonly button: string;
}

/** The same for every day on which it can be done, and after. */
export interface MatterWordsByDay extends MatterWords {
  /** Once it is lost, where the title does not say it: "Yale did not answer in time". */
  readonly lost?: string;
  /** What else is true, each up to a day. */
  readonly until?: readonly { readonly day: Day; readonly why: string }[];
  /** What changes after a day: what to do, or why. */
  readonly afterward?: { readonly after: Day; readonly next?: string; readonly why?: string };
  /** What to do and why once the day has passed, where that is something else. */
  readonly late?: { readonly next: string; readonly why: string };
}

export type WordsOf = (of: Setting) => MatterWordsByDay;

/** One pair of sentences per code: what is so, and what to do about it. */
export type NotePhrases = {
  readonly [Each in NoteReason['code']]: (
    reason: Extract<NoteReason, { readonly code: Each }>,
    of: Setting,
  ) => NoteWords;
};
export type NoteWords = readonly [text: string, fix: string];

/** A matter in its plan. What is about the whole plan has no rotation and no letter: asking it for one throws. */
export interface Setting {
  readonly matter: Matter;
  readonly view: View;
  readonly rotation: Rotation;
  /** That rotation alone, or all that one visa serves, the earliest first. */
  readonly rotations: readonly Rotation[];
  /** The rotation with which it conflicts or is compared. */
  readonly other: Rotation;
  /** Undefined outside the directory. */
  readonly host: Institution | undefined;
  readonly letter: Letter;
}

export function settingOf(matter: Matter, view: View): Setting {
  const { rotationIds, otherId, letterId } = matter.about;
  return {
    matter,
    view,
    get rotation() {
      return rotationOf(matter, view);
    },
    get rotations() {
      return rotationIds?.map((id) => byId(id, matter, view)) ?? [this.rotation];
    },
    get other() {
      return byId(otherId, matter, view);
    },
    get host() {
      const { host, mode } = this.rotation;
      return view.world.host(host.institutionId, mode);
    },
    get letter() {
      const placed = letterOf(view.facts, letterId ?? '');
      if (!placed) throw new Error(`The matter ${matter.id} names no letter of this plan.`);
      return placed.letter;
    },
  };
}

/** The rotation that a matter is about. Throws for a matter of the whole plan. */
export function rotationOf(matter: Matter, view: Pick<View, 'facts'>): Rotation {
  return byId(matter.about.rotationId, matter, view);
}

function byId(id: string | undefined, matter: Matter, { facts }: Pick<View, 'facts'>): Rotation {
  const rotation = facts.rotations.find((each) => each.id === id);
  if (!rotation) throw new Error(`The matter ${matter.id} names no rotation of this plan.`);
  return rotation;
}

/** What is to be done for one rotation. */
export function named(
  short: string,
  joint: 'for' | 'at' | 'on' | 'from',
  rotation: Rotation,
  listed?: string,
): Pick<MatterWords, 'title' | 'short' | 'listed'> {
  return { title: `${short} ${joint} the ${nameOf(rotation)}`, short, ...(listed && { listed }) };
}

/** Two dated rotations that share days: a conflict, or two applications of which one may fail. */
export function sharedDays({ matter, other, rotation }: Setting): string {
  if (!other.dates || !rotation.dates) throw new Error(`The matter ${matter.id} lacks dates.`);
  return `The ${nameOf(other)} lasts until ${phraseDay(other.dates.end)}, and the ${nameOf(rotation)} starts on ${phraseDay(rotation.dates.start)}.`;
}

/** What a host's page says where we read no day in it: shown, and asked about. */
export function quoted(
  lead: string,
  statements: readonly string[] | undefined,
): string | undefined {
  return statements && `${lead} “${withDays(statements.join('; '))}”.`;
}
