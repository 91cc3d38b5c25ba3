/** A matter: one thing that must happen, or has to be learned. An agenda lists them and never sees the clock. */
import type { Day } from '#shared/base/time/day.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { DocumentKind } from '#shared/world/hosts/document-kinds.ts';
import type { SeasonEvent } from '#shared/world/season/events.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import type { Answer } from './answer.ts';
import type { DaySource, Deadline } from './deadline.ts';
import type { GateId } from './gates/gate.ts';
import { NOTE_RULES, type Note, type NoteReason } from './note.ts';

export interface View {
  readonly facts: Facts;
  readonly season: Season;
  readonly world: World;
}

export function viewOf(facts: Facts, world: World): View {
  return { facts, world, season: world.season(facts.profile.matchYear) };
}

/** A note is nobody's task and has no day: only the plan shows it. */
export type MatterKind =
  | 'step'
  | 'paper'
  | 'letter'
  | 'count'
  | 'season'
  | 'question'
  | 'conflict'
  | 'note';

/** Whose task it is, and who has it now. */
export const PARTIES = [
  'applicant',
  'host',
  'home-school',
  'writer',
  'visa',
  'external',
  'advisor',
  'nobody',
] as const;
export type Party = (typeof PARTIES)[number];

/** What is lost with it. */
type Stake = 'season' | 'rotation' | 'letter' | 'money' | 'comfort';

/** What a matter is about, so that words, links, and forms find it. */
export interface About {
  readonly rotationId?: string;
  /** The rotations for which a question of the whole plan is asked, or that one visa serves. */
  readonly rotationIds?: readonly string[];
  readonly letterId?: string;
  readonly paper?: DocumentKind;
  readonly event?: SeasonEvent;
  readonly gate?: GateId;
  /** The other rotation of a conflict. */
  readonly otherId?: string;
  /** Counted from 1. */
  readonly task?: number;
}

/** How many there are, how many the guide wants, and from when a shortfall is late. */
export interface Count {
  readonly least: number;
  readonly most?: number | undefined;
  readonly done: number;
  /** Rotations that would count and are neither closed nor done; lost ones never count. */
  readonly planned: readonly string[];
  /** After this day, a shortfall is reported once and has no color. */
  readonly missedAfter?: Day | undefined;
}

/** Days of the critical path: the reader's own work at an easy pace, what others then take, and the least of the work. */
export interface Takes {
  readonly workDays: number;
  readonly waitDays: number;
  readonly leastDays: number;
}

export interface Matter {
  /** `<rule>|<subject>`, the same for as long as it is the same thing. */
  readonly id: string;
  readonly rule: string;
  /** `plan`, a rotation's id, or `<rotation>/<document kind or letter id>`. */
  readonly subject: string;
  readonly kind: MatterKind;
  readonly about: About;
  readonly whose: Party;
  readonly stake: Stake;
  readonly opens?: Day;
  /** Where the day it opens comes from, if it has no other day; from what was entered, unless named. */
  readonly opensBy?: DaySource;
  readonly due?: Deadline;
  /** A host, ERAS, NRMP, or an offer states the day; else we or the guide advise it. */
  readonly hard: boolean;
  /** The latest day to begin safely ("start by"), and the last on which it can still be done. */
  readonly safeBy?: Day;
  readonly lastDay?: Deadline;
  /** A lost matter is shown until it is answered, or to the end of this day. */
  readonly until?: Day;
  /** Ids of matters that come first. */
  readonly needs: readonly string[];
  readonly takes: Takes;
  readonly begun?: true;
  readonly heldBy?: { readonly party: Party; readonly since: Day };
  readonly done?: true;
  /** A fact or a stated rule that makes it impossible; its words are in `about` and the rule. */
  readonly impossible?: true;
  /** The question that decides whether it is possible at all. */
  readonly possibleIf?: string;
  readonly count?: Count;
  readonly note?: Note;
  readonly answers: readonly Answer[];
  /** Ids of matters that could still save what is lost with it. */
  readonly savedBy: readonly string[];
}

type Named = 'rule' | 'subject' | 'kind';
type Rest = Omit<Matter, 'id' | Named>;

/** What a list of matters states about each; what is left out, undefined, or false has its usual value. */
export type Draft = Pick<Matter, Named> & {
  readonly [Field in keyof Rest]?:
    | Rest[Field]
    | undefined
    | (true extends Rest[Field] ? boolean : never);
};

const NOTHING: readonly never[] = [];
const COMMONEST = {
  whose: 'applicant',
  stake: 'rotation',
  about: {},
  hard: false,
  needs: NOTHING,
  takes: { workDays: 0, waitDays: 0, leastDays: 0 },
  answers: NOTHING,
  savedBy: NOTHING,
} as const;

/** The id of a matter, so that others can need it. */
export function idOf(rule: string, subject: string): string {
  return `${rule}|${subject}`;
}

export function matter({ rule, subject, kind, ...rest }: Draft): Matter {
  const stated = Object.entries(rest).filter(([, value]) => value !== undefined && value !== false);
  const id = idOf(rule, subject);
  return { ...COMMONEST, id, rule, subject, kind, ...Object.fromEntries(stated) };
}

/** What a matter of one rotation, or of a part of it, begins with. */
export function ofRotation(
  { id }: Pick<Rotation, 'id'>,
  rule: string,
  kind: MatterKind,
  part?: string,
): Pick<Matter, Named | 'about'> {
  return { rule, kind, subject: part ? `${id}/${part}` : id, about: { rotationId: id } };
}

export function onRotation({ id }: Pick<Rotation, 'id'>): Pick<Matter, 'subject' | 'about'> {
  return { subject: id, about: { rotationId: id } };
}

/** A note as a matter: nobody's task, without a day; of the whole plan, unless its subject is named. */
export function note(
  { weight, source, ...reason }: NoteReason & Omit<Note, 'reason'>,
  of?: Partial<Pick<Matter, 'subject' | 'about'>>,
): Matter {
  return matter({
    subject: 'plan',
    ...of,
    rule: NOTE_RULES[reason.code],
    kind: 'note',
    whose: 'nobody',
    stake: 'comfort',
    note: { weight, reason, ...(source && { source }) },
  });
}

/** The one day that every reader is shown: "start by" until it has started, then "due". Time never switches it. */
export function dayShown({
  safeBy,
  due,
  begun,
}: Pick<Matter, 'safeBy' | 'due' | 'begun'>): Day | undefined {
  if (begun || !safeBy) return due?.day ?? safeBy;
  return due && due.day < safeBy ? due.day : safeBy;
}
