/** The words of one matter, and the rotation that they are about. */
import type { Matter, View } from '#shared/agenda/matter.ts';
import type { NoteReason } from '#shared/agenda/note.ts';
import type { Day } from '#shared/base/time/day.ts';
import { withDays } from '#shared/base/time/phrase.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
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
  /** One sentence: what to do. */
  readonly next: string;
  /** One sentence: why now, or what is lost. */
  readonly why: string;
  readonly button: string;
  /** Once it is lost, where the title does not say it: "Yale did not answer in time". */
  readonly lost?: string;
  /** What else is true, each up to a day. */
  readonly until?: readonly { readonly day: Day; readonly why: string }[];
  /** What changes after a day: what to do, or why. */
  readonly afterward?: { readonly after: Day; readonly next?: string; readonly why?: string };
  /** What to do and why once the day has passed, where that is something else. */
  readonly late?: { readonly next: string; readonly why: string };
}

/** What to do and why, as it is true on a day. */
export function trueOn(
  { next, why, until = [], afterward, late }: MatterWords,
  today: Day,
  isPast: boolean,
): Pick<MatterWords, 'next' | 'why'> {
  if (isPast && late) return late;
  const now = { next, why, ...(afterward && afterward.after < today && afterward) };
  const also = until.filter(({ day }) => today <= day).map((each) => each.why);
  return { next: now.next, why: [now.why, ...also].join(' ') };
}

/** A matter in its plan. What is about the whole plan has no rotation and no letter: asking it for one throws. */
export interface Setting {
  readonly matter: Matter;
  readonly view: View;
  readonly rotation: Rotation;
  /** That rotation alone, or all that one visa serves, the earliest first. */
  readonly rotations: readonly Rotation[];
  /** Undefined outside the directory. */
  readonly host: Institution | undefined;
  readonly letter: Letter;
}

export function settingOf(matter: Matter, view: View): Setting {
  return {
    matter,
    view,
    get rotation() {
      return rotationOf(matter, view);
    },
    get rotations() {
      const { rotationIds = [rotationOf(matter, view).id] } = matter.about;
      return rotationIds.flatMap(
        (each) => view.facts.rotations.find(({ id }) => id === each) ?? [],
      );
    },
    get host() {
      const { host, mode } = rotationOf(matter, view);
      return view.world.host(host.institutionId, mode);
    },
    get letter() {
      const placed = letterOf(view.facts, matter.about.letterId ?? '');
      if (!placed) throw new Error(`The matter ${matter.id} names no letter of this plan.`);
      return placed.letter;
    },
  };
}

export type WordsOf = (of: Setting) => MatterWords;

/** What the matter is, and what to do about it. */
export type NoteWords = readonly [text: string, fix: string];

/** One sentence pair per code, asked for by the compiler. */
export type NotePhrases = {
  readonly [Each in NoteReason['code']]: (
    reason: Extract<NoteReason, { readonly code: Each }>,
    of: Setting,
  ) => NoteWords;
};

/** The rotation that a matter is about. Throws for a matter of the whole plan. */
export function rotationOf({ about, id }: Matter, { facts }: { readonly facts: Facts }): Rotation {
  const rotation = facts.rotations.find((each) => each.id === about.rotationId);
  if (!rotation) throw new Error(`The matter ${id} names no rotation of this plan.`);
  return rotation;
}

/** What is to be done for one rotation. */
export function named(
  short: string,
  joint: 'for' | 'at' | 'on' | 'from',
  rotation: Rotation,
): Pick<MatterWords, 'title' | 'short'> {
  return { title: `${short} ${joint} the ${nameOf(rotation)}`, short };
}

/** What a host's page says where we read no day in it: shown, and asked about. */
export function quoted(lead: string, statements: readonly string[] | undefined): string[] {
  return statements ? [`${lead} “${withDays(statements.join('; '))}”.`] : [];
}
