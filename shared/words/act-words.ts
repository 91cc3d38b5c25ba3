/** What a page reports after an act on applicants or on a view of the report: `archive.9.1`, `view-saved`. */
import { counted } from '#shared/base/sentence.ts';

const CHANGED = 'not changed: they were updated in the meantime. Select them again.';

const OFTEN =
  'not changed: they were updated in the meantime, or already got four such notices today. Try again tomorrow.';

/** What was done, and why it was not done for the others. */
const DONE: Readonly<Record<string, readonly [done: string, left?: string]>> = {
  take: ['taken: you own their cases'],
  assign: ['assigned'],
  call: ['with a call recorded'],
  hold: ['not to be called before the day you chose'],
  archive: [
    'archived and notified. You can bring them back under “Archive and season’s end”',
    OFTEN,
  ],
  move: [
    'moved and notified',
    'not moved: they started the plan themselves, were updated in the meantime, or already got four such notices today.',
  ],
  back: ['brought back and notified', OFTEN],
  hand: ['handed over with their cases; the new owner was notified'],
  link: [
    'will get a new link by email',
    'got no link: email does not reach them (correct the address first), or they were already sent twenty links today.',
  ],
};

const OTHERS: Readonly<Record<string, string>> = {
  'hand.0.0': 'No open case of this advisor is left to hand over.',
  'view-saved': 'The view is saved. Its link is among the views.',
  'view-deleted': 'The view is deleted.',
};

/** Undefined where no act led here. */
export function actDoneWords(done: string): string | undefined {
  if (Object.hasOwn(OTHERS, done)) return OTHERS[done];
  const [, act = '', many, left] = /^([a-z]+)\.(\d{1,3})\.(\d{1,3})$/.exec(done) ?? [];
  const [words, why = CHANGED] = (Object.hasOwn(DONE, act) && DONE[act]) || [];
  if (!words) return undefined;
  const rest = Number(left) > 0 ? ` ${counted(Number(left), 'applicant')} ${why}` : '';
  return `${counted(Number(many), 'applicant')} ${words}.${rest}`;
}
