/** The papers of a rotation as every reader lists them: its checklist as it is judged, each with the one day that is shown. */
import { type Day, LAST_DAY } from '#shared/base/time/day.ts';
import { judgeChecklist, type Standing } from '#shared/plan/documents/judge.ts';
import type { Holder } from '#shared/plan/facts/document.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import type { AgendaAt } from './agenda-at.ts';
import { dayShown } from './matter.ts';

export interface Paper {
  readonly standing: Standing;
  readonly heldBy: Holder;
  /** Absent for what is done. */
  readonly due?: Day;
}

/** What is due first comes first. Before an acceptance there is no list; after the last day it is no longer needed. */
export function papersAt(rotation: Rotation, { view, matters }: AgendaAt): Paper[] {
  if (!isCommitted(rotation.stage)) return [];
  const { facts, world } = view;
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const own = matters.filter(({ about, done }) => about.rotationId === rotation.id && !done);
  return judgeChecklist(rotation, facts.documents, host)
    .map((standing, at): Paper => {
      // A visa and an ESTA are steps of the path until one is there.
      const of =
        own.find(({ about }) => about.paper === standing.kind) ??
        own.find(({ rule }) => rule === standing.kind);
      const due = standing.word === 'cleared' ? undefined : of && dayShown(of);
      return {
        standing,
        heldBy: rotation.checklist[at]?.heldBy ?? 'applicant',
        ...(due && { due }),
      };
    })
    .toSorted((a, b) => ((a.due ?? LAST_DAY) < (b.due ?? LAST_DAY) ? -1 : 1));
}
