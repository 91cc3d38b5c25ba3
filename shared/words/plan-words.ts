/** The parts of a plan as every page names them: profile, costs, letters, papers, and whose turn it is. */
import type { Party } from '#shared/agenda/matter.ts';
import type { WaitingOn } from '#shared/agenda/waiting-on.ts';
import { counted } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Standing } from '#shared/plan/documents/judge.ts';
import type { CostKind } from '#shared/plan/facts/cost.ts';
import type { Holder } from '#shared/plan/facts/document.ts';
import type { LetterStatus } from '#shared/plan/facts/letter.ts';
import type { Entry, Pathway } from '#shared/world/vocabulary.ts';

export const ENTRY_WORDS: Readonly<Record<Entry, string>> = {
  citizen: 'US citizen or permanent resident',
  'in-us': 'already in the US with legal status',
  visa: 'visa needed',
  waiver: 'visa waiver (ESTA)',
};

export const ENTRY_HINT =
  'We ask only how you will enter the US, never your nationality. Your plan then shows the steps you need.';

export const PATHWAY_WORDS: Readonly<Record<Pathway, string>> = {
  'integrated-ir': 'integrated IR',
  'ir-dr-backup': 'integrated IR, with DR as a backup',
  'dr-esir': 'DR with early specialization in IR (ESIR)',
  independent: 'DR, then independent IR',
};

export const COST_WORDS: Readonly<Record<CostKind, string>> = {
  'application-fee': 'Application fee',
  'host-fee': 'Host’s fee or tuition',
  insurance: 'Health insurance',
  malpractice: 'Malpractice insurance',
  housing: 'Housing',
  travel: 'Travel',
  visa: 'Visa',
  other: 'Other',
};

/** Whose turn it is, as an advisor reads it. */
export const PARTY_WORDS: Readonly<Record<Party, string>> = {
  applicant: 'the applicant',
  host: 'the host',
  'home-school': 'the home school',
  writer: 'the letter writer',
  visa: 'the consulate',
  external: 'an outside office such as Intealth',
  advisor: 'the advisor',
  nobody: 'nobody',
};

/** The same, as the applicant reads it. */
export function phraseParty(party: Party): string {
  return party === 'applicant'
    ? 'you'
    : PARTY_WORDS[party].replace(/^the (home|advisor)/, 'your $1');
}

export function phraseTurn(holder: WaitingOn): string {
  if (holder === 'applicant') return 'your turn';
  return holder === 'nobody' ? 'nothing to do now' : `waiting on ${phraseParty(holder)}`;
}

export const LETTER_STATUS_WORDS: Readonly<Record<LetterStatus, string>> = {
  asked: 'asked for, no answer yet',
  agreed: 'agreed to write it',
  requested: 'requested in ERAS',
  uploaded: 'uploaded, not assigned',
  assigned: 'assigned to programs',
  declined: 'declined',
  'not-progressing': 'not progressing',
};

/** The state of a paper. @param today separates documents that have expired from those that will */
export function phrasePaper(standing: Standing, heldBy: Holder, today: Day): string {
  switch (standing.word) {
    case 'cleared':
      return 'done';
    case 'expires-too-early':
      return expiryWords(standing, today);
    case 'not-accepted':
      return 'not accepted: send a new one';
    default:
      return heldBy === 'applicant' ? OWN_PAPER_WORDS[standing.word] : phraseTurn(heldBy);
  }
}

const OWN_PAPER_WORDS = {
  'to-do': 'get started',
  'in-progress': 'in progress, your turn',
  submitted: 'submitted',
} as const;

/** `expires 9 days before the rotation ends: renew it on or after Fri, Mar 12, 2027` */
function expiryWords({ validUntil, short, renewFrom }: Standing, today: Day): string {
  const days = counted(short?.byDays ?? 0, 'day');
  const how =
    validUntil && validUntil < today
      ? `expired on ${phraseDay(validUntil)}`
      : `expires ${days} before the rotation ${short?.of === 'start' ? 'starts' : 'ends'}`;
  if (!renewFrom) return `${how}: get one that is valid longer`;
  return `${how}: ${renewFrom <= today ? 'renew it now' : `renew it on or after ${phraseDay(renewFrom)}`}`;
}
