/**
 * Reads the Monday briefs of an advisor of two cohorts, of which the first is empty and the second has one person: what
 * can be counted from outside, and that nothing is left out of the list or of the subject.
 */
import { type Day, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { SentEmail } from './writer-oracle.ts';

interface BriefOracle {
  wrote(item: Applicant): void;
  left(email: SentEmail): void;
  /** Once a day at least. */
  passed(at: Instant): void;
  contradictions(): readonly string[];
}

const MONDAY = 1;

/** @param joinedOn the first day of the advisor */
export function briefOracle(joinedOn: Day): BriefOracle {
  const briefs: { readonly on: Day; readonly subject: string; readonly lines: string[] }[] = [];
  const wrong = new Set<string>();
  let item: Applicant | undefined;
  /** The last day of an offer that nobody has answered. */
  let ends: Day | undefined;

  function wrote(each: Applicant): void {
    item = each;
    const [{ status, offer } = {}] = each.facts.rotations;
    if (status !== 'closed') ends = status === 'offered' ? offer?.expiresOn : undefined;
  }

  function left({ subject, text, at }: SentEmail): void {
    const on = dayIn(EASTERN, at);
    const complain = (what: string) => wrong.add(`brief of ${on}: ${what}`);
    if (briefs.some((each) => each.on === on)) complain('twice');
    if (weekdayOf(on) !== MONDAY) complain('on another day');
    briefs.push({ on, subject, lines: text.split('\n') });
    if (item && text.includes(item.facts.profile.name)) complain('names a person');
    if (/\b(?:visa|ESTA|TB|titers?)\b/.test(subject + text)) complain('names something private');
    if (!/\bno applicants\b/.test(text)) complain('does not speak of the empty cohort');
    const totals = /\b1 applicant: ([^.]*)\./.exec(text)?.[1];
    const counts = [...(totals ?? '').matchAll(/\b\d+\b/g)].map(([count]) => Number(count));
    if (counts.reduce((sum, each) => sum + each, 0) !== 1) complain('counts others than one');
    if (ends && plusDays(ends, -7) <= on && on <= ends && !/\bto call today\b/.test(text))
      complain('calms although an offer ends this week');
  }

  function passed(at: Instant): void {
    const today = dayIn(EASTERN, at);
    const monday = plusDays(today, -1);
    const isOwed = weekdayOf(monday) === MONDAY && monday >= plusDays(joinedOn, 7);
    if (isOwed && !briefs.some(({ on }) => on === monday)) wrong.add(`no brief of ${monday}`);
    if (!ends || today !== plusDays(ends, 8)) return;
    const after = briefs.filter(({ on }) => ends && ends < on);
    const isLoss = (line: string) => /\b[1-9]\d* (?:with a new loss|(?:newly )?lost)\b/.test(line);
    if (!after.some(({ lines }) => lines.some((line) => line.startsWith('- ') && isLoss(line))))
      wrong.add(`the offer that ended on ${ends} is in no list`);
    if (!after.some(({ subject }) => isLoss(subject)))
      wrong.add(`the offer that ended on ${ends} is in no subject`);
  }

  return {
    wrote,
    left,
    passed,
    contradictions: () => [...wrong],
  };
}
