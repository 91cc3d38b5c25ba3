/** What will happen in a virtual season, soonest first; among equals, what was entered first. */
import type { Instant } from '#shared/base/time/instant.ts';

export type Act = () => Promise<void>;

export interface Agenda {
  add(at: Instant, act: Act): void;
  /** The next moment before `until` at which something happens, with all that happens at it. */
  next(until: Instant): { readonly at: Instant; readonly acts: readonly Act[] } | undefined;
}

export function agendaOf(): Agenda {
  /** Latest first, so that taking the soonest is cheap. */
  const entries: { readonly at: Instant; readonly act: Act }[] = [];
  return {
    add(at, act) {
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((entries[middle]?.at ?? at) > at) low = middle + 1;
        else high = middle;
      }
      entries.splice(low, 0, { at, act });
    },
    next(until) {
      const at = entries.at(-1)?.at;
      if (at === undefined || at >= until) return undefined;
      const acts: Act[] = [];
      for (let last = entries.at(-1); last?.at === at; last = entries.at(-1)) {
        acts.push(last.act);
        entries.pop();
      }
      return { at, acts };
    },
  };
}
