/** A matter: one thing that must happen, or has to be learned. An agenda lists them and never sees the clock. */
import type { Day } from '#shared/base/time/day.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { DocumentKind } from '#shared/world/hosts/document-kinds.ts';
import type { SeasonEvent } from '#shared/world/season/events.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import type { Answer } from './answer.ts';
import type { Deadline } from './deadline.ts';
import type { GateId } from './gates/gate.ts';
import type { Note, NoteRule } from './note.ts';

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
  'visa-office',
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
  readonly most?: number;
  readonly done: number;
  /** Rotations that would count and are neither closed nor done; lost ones never count. */
  readonly planned: readonly string[];
  /** After this day, a shortfall is reported once and has no color. */
  readonly missedAfter?: Day;
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
  readonly opensBy?: Pick<Deadline, 'certainty' | 'source' | 'checkedOn'>;
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
  /** The facts and rows of the world that its days come from. */
  readonly inputs: readonly string[];
}

/** What a list of matters states about each; the rest has its usual value. */
export type Draft = Pick<Matter, 'rule' | 'subject' | 'kind'> &
  Partial<Omit<Matter, 'id' | 'rule' | 'subject' | 'kind'>>;

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
  inputs: NOTHING,
} as const;

/** The id of a matter, so that others can need it. */
export function idOf(rule: string, subject: string): string {
  return `${rule}|${subject}`;
}

export function matter(draft: Draft): Matter {
  return { ...COMMONEST, id: idOf(draft.rule, draft.subject), ...draft };
}

/** A note as a matter: nobody's task, without a day. The subject is `plan` unless it is about one rotation or letter. */
export function note({
  rule,
  subject = 'plan',
  about = {},
  ...of
}: Note & { readonly rule: NoteRule } & Partial<Pick<Matter, 'subject' | 'about'>>): Matter {
  return matter({
    rule,
    subject,
    kind: 'note',
    about,
    whose: 'nobody',
    stake: 'comfort',
    note: of,
    inputs: ['rotations', 'profile'],
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
