/** What an advisor can still save by talking to an applicant today, by the day it is lost. */
import { capital } from '#shared/base/sentence.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { openCaseIn, type Summary } from '#shared/people/outlook/summary.ts';
import type { OutlookDue } from '#shared/people/person/outlook.ts';
import { asTask } from '#shared/words/task-words.ts';
import type { Finding, FindingWords } from '../risk/finding.ts';
import { dueWords, phraseDue } from '../risk/of-matter.ts';

/** Our default: what will be lost this soon needs a call, even if another party holds it. */
const LOST_SOON_DAYS = 14;
/** Our default: what is still in time is talked about only in its last days. */
const LAST_DAYS = 7;

export interface Call {
  /** Absent where no day is known. */
  readonly lostOn?: Day;
  words(): FindingWords;
}

/** Our default: how long something without a day counts as news. */
const NEWS_DAYS = 7;

/** A call is not asked for twice on a day. A follow-up on a later day holds it back, unless something is lost before it. */
export function callOf(of: Summary, findings: readonly Finding[], today: Day): Call | undefined {
  const { outlook } = of;
  if (outlook?.state === 'over' || of.case?.contactedOn === today) return undefined;
  const soon = plusDays(today, LOST_SOON_DAYS);
  const pressing = findings.flatMap(({ level, levelSince, lastDay, words }): Call[] => {
    if (level === 'cannot-be-saved') return [];
    const lostOn = lastDay && lastDay >= today ? lastDay : undefined;
    if (lostOn) return lostOn <= soon ? [{ lostOn, words }] : [];
    const isNews = level === 'red' && levelSince > plusDays(today, -NEWS_DAYS);
    return isNews ? [{ words }] : [];
  });
  const last = (outlook?.due ?? []).flatMap((due) => inItsLastDays(due, today));
  const [first] = [...pressing, ...last].toSorted((a, b) =>
    (a.lostOn ?? '9') < (b.lostOn ?? '9') ? -1 : 1,
  );
  const followUpOn = openCaseIn(of)?.followUpOn;
  const isHeld = followUpOn !== undefined && followUpOn > today;
  return first && isHeld && (first.lostOn ?? '9') > followUpOn ? undefined : first;
}

/** An offer, or another hard date, that is nobody's fault yet and gone in a week. */
function inItsLastDays(due: OutlookDue, today: Day): Call[] {
  const { hard, lastDay } = due;
  if (!hard || !lastDay || lastDay < today || lastDay > plusDays(today, LAST_DAYS)) return [];
  return [
    {
      lostOn: lastDay,
      words: () => ({
        reason: `${capital(asTask(due.rule, due.title))}: ${phraseDue(due, today)}`,
        action: 'call to find out whether it will be done in time',
        data: [dueWords(due)],
      }),
    },
  ];
}
