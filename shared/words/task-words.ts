/** A matter as a task, with its verb first. */
import type { Party } from '#shared/agenda/matter.ts';
import type { StandingName } from '#shared/agenda/standings.ts';
import { capital } from '#shared/base/sentence.ts';
import type { Occasion } from './occasions.ts';

/** Before a title that names a thing. A rule that is not here has a title that begins with its verb. */
const VERBS: Readonly<Record<string, string>> = {
  affiliation: 'get',
  payment: 'pay',
  G14b: 'send the',
  G14: 'send the',
  'host-answer': 'ask about',
  G13: 'book the',
  visa: 'get the',
  esta: 'get the',
  housing: 'find',
  flight: 'book the',
  G7: 'draw up',
  G1: 'add',
  G3: 'add',
  G4: 'add',
  G22: 'add',
  G8: 'complete',
  G10: 'secure',
  G17: 'ask for',
  G17b: 'ask for',
  G16b: 'send',
  'letter-agreed': 'ask about',
  'letter-uploaded': 'ask about',
  'letter-declined': 'find another writer:',
  G18: 'have',
  G19: 'give',
  'own-task': 'do',
  G20: 'write down',
  overlap: 'move one of',
  gate: 'change or drop it:',
  closed: 'look for another host:',
  unreached: 'reach the applicant another way:',
  silent: 'get in touch:',
  unconfirmed: 'ask whether the plan is theirs:',
};

/** `book the visa appointment for the Yale IR rotation` */
export function asTask(rule: string, title: string): string {
  const verb = VERBS[rule];
  return verb ? `${verb} ${title}` : title;
}

/** `wait for an answer from Yale`, `ask “Did the Yale IR rotation take place?”` */
export function taskOf(rule: string, title: string, standing: StandingName, whose: Party): string {
  if (standing === 'lost' && whose !== 'applicant') return `${title} did not come in time`;
  if (standing === 'open') return `ask “${capital(title)}”`;
  if (standing === 'blocked') return rule in VERBS ? `wait for ${title}` : `wait to ${title}`;
  return asTask(rule, title);
}

/** `Find housing for the Yale IR rotation`; a question or a loss is a sentence already. */
export function headingOf({ rule, words, ladder, isQuestion }: Occasion): string {
  return capital(isQuestion || ladder === 'loss' ? words.title : asTask(rule, words.title));
}
