/** The steps to each rotation's first day, in words: what the plan command and a proposed plan show. */
import { type BeforePlan, beforePlanOf } from '#shared/agenda/added.ts';
import { type AgendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Matter } from '#shared/agenda/matter.ts';
import { TAKES, WAIT_UNKNOWN_DAYS } from '#shared/agenda/matters/step-times.ts';
import type { StandingName } from '#shared/agenda/standings.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import { wordsAt, wordsOf } from './matters/matter-words.ts';

export interface PathStep extends BeforePlan {
  readonly rotationId: string;
  readonly rule: string;
  readonly title: string;
  readonly next: string;
  readonly standing: StandingName;
  /** Days past the day that is shown; of what is late or lost. */
  readonly byDays?: number;
  readonly startBy?: Day;
  readonly doneBy?: Day;
  readonly lastDay?: Day;
  /** What comes first and is not done, by its title. */
  readonly waitsFor?: string;
  /** Where the day comes from, and how long the step takes. */
  readonly source: string;
  readonly certainty: Certainty;
}

const SOURCES: Readonly<Record<string, { readonly source: string }>> = TAKES;

/** For a lost rotation, only what is done and the step that lost it. */
export function pathSteps(at: AgendaAt): PathStep[] {
  return at.matters.flatMap((matter) => {
    const { rotationId } = matter.about;
    const judged = openPaperOf(matter, at) ?? matter;
    const isShown = matter.rule in SOURCES && standingOf(at, judged).lostWith === undefined;
    return rotationId && isShown ? [pathStep(matter, judged, rotationId, at)] : [];
  });
}

function pathStep(step: Matter, matter: Matter, rotationId: string, at: AgendaAt): PathStep {
  const { rule } = step;
  const { safeBy, due, lastDay, begun, done } = matter;
  const { name, byDays, need } = standingOf(at, matter);
  const words = wordsAt(step, name, at.view, at.now);
  const first = at.matters.find(({ id }) => id === need);
  return {
    rotationId,
    rule,
    title: words.title,
    next: words.next,
    standing: name,
    ...(byDays !== undefined && { byDays }),
    ...beforePlanOf(matter, at.view.facts),
    ...(!done && {
      ...(safeBy && !begun && { startBy: safeBy }),
      ...(due && { doneBy: due.day }),
      ...(lastDay && { lastDay: lastDay.day }),
      ...(first && { waitsFor: wordsOf(first, at.view).title }),
    }),
    source: [due?.source, timesOf(rule, at)].filter((source) => source).join('; '),
    certainty: due?.certainty ?? 'estimated',
  };
}

/** Where the time of a step comes from; no reader is told that they entered a wait they did not enter. */
function timesOf(rule: string, { view }: AgendaAt): string | undefined {
  return rule === 'G13' && view.facts.profile.visaWaitDays === undefined
    ? `a wait of ${WAIT_UNKNOWN_DAYS} days, and two weeks for form and fee, are our own default`
    : SOURCES[rule]?.source;
}

/** Once a host has said yes, each document is a matter of its own: one that is open keeps the step open. */
function openPaperOf({ rule, done, about }: Matter, { matters }: AgendaAt): Matter | undefined {
  if (rule !== 'G14b' || !done) return undefined;
  return matters.find(
    (each) => each.rule === 'G14' && each.about.rotationId === about.rotationId && !each.done,
  );
}
