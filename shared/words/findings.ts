/** What the plan check says: what is impossible, what is missing, and what is worth knowing, gravest first. */
import { type AgendaAt, isLostWithNeed, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Gate } from '#shared/agenda/gates/gate.ts';
import { GATE_RULES, ruleOf } from '#shared/agenda/gates/gate.ts';
import type { Matter, View } from '#shared/agenda/matter.ts';
import { noteMatters } from '#shared/agenda/matters/notes/notes.ts';
import { NOTE_RULES, type NoteWeight } from '#shared/agenda/note.ts';
import { capital, counted, sentence } from '#shared/base/sentence.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { inUs } from '#shared/plan/rotation/on-plan.ts';
import { sourceOfRule } from '#shared/world/guide/rules.ts';
import { phraseSource } from '#shared/world/provenance.ts';
import { phraseFix, phraseGate } from './gate-words.ts';
import { noteWords, wordsAt, wordsOf } from './matters/matter-words.ts';
import { tooManyFix } from './matters/note-words.ts';
import { gatesOf } from './matters/question-words.ts';
import { rotationOf } from './matters/words-of.ts';

/** `impossible`: cannot happen as planned. `reference`: good to know, or not known and worth asking. */
export type Severity = 'impossible' | NoteWeight;
const SEVERITIES = ['impossible', 'warning', 'advice', 'reference'] as const satisfies Severity[];

/** What is counted over the whole plan, and what too many are called; more than four in all is G4b, with the cost. */
const COUNTED: Readonly<Record<string, string | undefined>> = {
  G1: 'IR rotations in the US',
  G3: 'US rotations outside IR',
  G4: undefined,
  G22: undefined,
};

/** Every rule that the plan check can name, beside what is lost. */
export const FINDING_RULES: readonly string[] = [
  ...new Set([...Object.values(NOTE_RULES), ...GATE_RULES, ...Object.keys(COUNTED)]),
];

export interface Finding {
  /** The guide's id (`G12`), or our own name for what a host states. */
  readonly rule: string;
  readonly severity: Severity;
  /** `plan`, a rotation's id, or `<rotation>/<what>`. */
  readonly subject: string;
  /** One or two sentences: what is so. */
  readonly text: string;
  /** What to do about it. */
  readonly fix: string;
  /** Where the rule comes from, in words that can be shown. */
  readonly source: string;
}

/** Only the first loss of a rotation is shown: the rest of it goes with that one. */
export function findingsOf(at: AgendaAt): Finding[] {
  if (at.state.name === 'over') return [];
  const lost = lostRotations(at);
  return inOrder([
    ...at.matters.flatMap((matter) => {
      const { name, lostWith, planned, byDays } = standingOf(at, matter);
      if (lostWith !== undefined || matter.kind === 'note') return [];
      if (matter.rule === 'gate' || matter.rule === 'possible')
        return lost.has(matter.about.rotationId ?? '') && name === 'ahead'
          ? []
          : gatesOf(matter, at.view).map((gate) => ofGate(gate, matter, at.view));
      if (name === 'lost') return isLostWithNeed(matter, at) ? [] : ofLoss(matter, at, byDays);
      if (matter.count) return ofCount(matter, at.view, name !== 'done' && !planned, lost);
      return name === 'open' && OF_PROFILE.includes(matter.rule) ? ofProfile(matter, at.view) : [];
    }),
    ...notesOf(at, lost).flatMap((matter) => ofNote(matter, at.view)),
  ]);
}

function lostRotations(at: AgendaAt): ReadonlySet<string> {
  return new Set(
    at.matters.flatMap((matter) => {
      const { name, color } = standingOf(at, matter);
      const isLost = matter.stake === 'rotation' && name === 'lost' && color !== 'red';
      return isLost && matter.about.rotationId ? [matter.about.rotationId] : [];
    }),
  );
}

/** A lost rotation counts nowhere: with one, what is noted is what there is to note without it. */
function notesOf({ matters, view }: AgendaAt, lost: ReadonlySet<string>): Matter[] {
  const notes = matters.filter(({ kind }) => kind === 'note');
  if (lost.size === 0) return notes;
  const rotations = view.facts.rotations.filter(({ id }) => !lost.has(id));
  return [
    ...notes.filter(({ rule, subject }) => rule === 'host-unstated' && !lost.has(subject)),
    ...noteMatters({ ...view, facts: { ...view.facts, rotations } }),
  ];
}

/** Without an answer the plan lacks steps. */
const OF_PROFILE = ['entry', 'visa-wait'];

/** Gravest first. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

export function ofNote(matter: Matter, view: View): Finding[] {
  const { rule, subject, note } = matter;
  if (!note) return [];
  const [text, fix] = noteWords(note.reason, matter, view);
  const source = note.source ?? sourceOfRule(rule) ?? '';
  return [{ rule, subject, severity: note.weight, text, fix, source }];
}

/** Too few or too many rotations. A count with a day of its own, such as that of letters, is a task instead. */
export function ofCount(
  matter: Matter,
  view: View,
  isShort: boolean,
  lost: ReadonlySet<string> = new Set(),
): Finding[] {
  const { rule, subject, count } = matter;
  if (!count || !(rule in COUNTED)) return [];
  const base = { rule, subject, source: sourceOfRule(rule) ?? '' };
  if (isShort) {
    const { title, next, why } = wordsOf(matter, view);
    const hasOther = rule === 'G3' && inUs(view.facts).length > 0;
    const text = `Missing from your plan: ${title}. ${why}`;
    return [{ ...base, severity: hasOther ? 'advice' : 'warning', text, fix: next }];
  }
  const what = COUNTED[rule];
  const planned = count.planned.filter((id) => !lost.has(id));
  const total = count.done + planned.length;
  if (!what || count.most === undefined || total <= count.most) return [];
  const certain = view.facts.rotations.filter(
    ({ id, stage }) => planned.includes(id) && isCommitted(stage),
  ).length;
  const isCertain = count.done + certain > count.most;
  return [
    {
      ...base,
      severity: isCertain ? 'warning' : 'advice',
      text: `Your plan has ${total} ${what}. The guide recommends ${count.least} to ${count.most}.`,
      fix: tooManyFix(isCertain),
    },
  ];
}

function ofGate(gate: Gate, matter: Matter, view: View): Finding {
  const { id, host } = rotationOf(matter, view);
  return {
    rule: ruleOf(gate),
    subject: id,
    severity: matter.kind === 'conflict' ? 'impossible' : weightOf(gate),
    text: phraseGate(gate, host.name, 'applicant'),
    fix: phraseFix(gate),
    source: phraseSource(gate.provenance),
  };
}

/** A stated rule that asks is a warning; what nobody states is only not known. */
function weightOf({ reason }: Gate): NoteWeight {
  return 'topic' in reason || reason.code === 'department-unknown' ? 'reference' : 'warning';
}

/** In the words of the email that reports it; a missed count no longer asks for anything. */
function ofLoss(matter: Matter, { view, now }: AgendaAt, byDays: number = 0): Finding {
  const { rule, subject, due, count } = matter;
  const { title, next, why } = wordsAt(matter, 'lost', view, now);
  const days = byDays > 0 ? ` It is ${counted(byDays, 'day')} too late.` : '';
  return {
    rule,
    subject,
    severity: count ? 'reference' : 'impossible',
    text: `${sentence(title)} ${why}${days}`,
    fix: next,
    source: sourceOfRule(rule) ?? (due ? phraseSource(due) : 'as entered'),
  };
}

function ofProfile(matter: Matter, view: View): Finding {
  const { rule, subject } = matter;
  const { title, why, next } = wordsOf(matter, view);
  const text = `${capital(title)} ${why}`;
  return { rule, subject, severity: 'warning', text, fix: next, source: 'your profile' };
}
