/** What people write in a cell that takes few values: only words that can mean nothing else. */
import { type ClosedReason, closedReasonSchema } from '#shared/plan/facts/rotation.ts';
import type { StatusName } from '#shared/plan/facts/stage-names.ts';
import type { Entry } from '#shared/world/vocabulary.ts';

/** `Hands On`, `hands_on` → `hands-on` */
export function word(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_]+/g, '-');
}

export function yesOrNo(text: string): unknown {
  if (/^(yes|y|true|1)$/i.test(text)) return true;
  return /^(no|n|false|0)$/i.test(text) ? false : text;
}

/** A “yes” is one to an old column "Needs visa"; of the other words the common ones are known. */
export function entryIn(text: string): unknown {
  if (yesOrNo(text) === true) return 'visa';
  const plain = word(text);
  return ENTRY_NAMES.get(plain) ?? plain;
}

export function everyday(text: string): string {
  const plain = word(text);
  return EVERYDAY.get(plain) ?? plain;
}

/** What closes a rotation is written as its status. */
export function statusIn(text: string): string {
  return closedReasonIn(text) ? 'closed' : (STATUSES.get(bareWord(text)) ?? word(text));
}

export function closedReasonIn(text: string): ClosedReason | undefined {
  const named = closedReasonSchema.safeParse(word(text));
  return named.success ? named.data : CLOSINGS.get(bareWord(text));
}

/** `W/D`, `Conf.`, and `Wait list` → `wd`, `conf`, and `waitlist` */
function bareWord(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** “Pending”, “In progress”, “Completed”, and “Declined” have several meanings, so they are asked. */
const STATUSES: ReadonlyMap<string, StatusName> = new Map([
  ...named('shortlisted', 'notstarted notyetapplied interested considering planned planning'),
  ...named('submitted', 'applied applicationsubmitted applicationsent appsubmitted'),
  ...named('waitlisted', 'waitlist wl wtlist onwaitlist onthewaitlist waitinglist'),
  ...named('offered', 'offer offerreceived offermade hasoffer'),
  ...named('collecting', 'accepted confirmed conf confd offeraccepted'),
  ...named('underway', 'current ongoing onrotation'),
]);

const CLOSINGS: ReadonlyMap<string, ClosedReason> = new Map([
  ...named('withdrawn', 'wd withdrew withdrawal withdrawnbystudent'),
  ...named('rejected', 'rejection denied notaccepted'),
  ...named('canceled-by-host', 'cancelledbyhost'),
]);

function named<Value extends string>(value: Value, words: string): [string, Value][] {
  return words.split(' ').map((each) => [each, value]);
}

const ENTRY_NAMES: ReadonlyMap<string, Entry> = new Map([
  ['us-citizen', 'citizen'],
  ['permanent-resident', 'citizen'],
  ['green-card', 'citizen'],
  ['us-citizen-or-permanent-resident', 'citizen'],
  ['in-the-us', 'in-us'],
  ['in-the-us-with-a-status', 'in-us'],
  ['visa-needed', 'visa'],
  ['esta', 'waiver'],
  ['visa-waiver', 'waiver'],
  ['visa-waiver-(esta)', 'waiver'],
]);

const EVERYDAY: ReadonlyMap<string, string> = new Map([
  ['student', 'enrolled'],
  ['medical-student', 'enrolled'],
  ['m4', 'enrolled'],
  ['ms4', 'enrolled'],
  ['graduated', 'graduate'],
  ['integrated', 'integrated-ir'],
  ['dr/esir', 'dr-esir'],
  ['interventional-radiology', 'ir'],
  ['diagnostic-radiology', 'dr'],
  ['general-surgery', 'surgery'],
  ['internal-medicine', 'medicine'],
  ['intensive-care', 'icu'],
  ['observership', 'observer'],
]);
