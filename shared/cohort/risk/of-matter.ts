/** A matter of the agenda as an advisor reads it: its color, its code, and what to do about it. */
import type { Party } from '#shared/agenda/matter.ts';
import { capital, counted } from '#shared/base/sentence.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { codeOf, type RiskCode } from '#shared/people/casework/codes.ts';
import { dueOf, type Summary, type SummaryRotation } from '#shared/people/outlook/summary.ts';
import type { OutlookDue, OutlookFinding } from '#shared/people/person/outlook.ts';
import type { ClosedReason } from '#shared/plan/facts/rotation.ts';
import { phraseBeforeAdded } from '#shared/words/deadline-words.ts';
import { LETTER_STATUS_WORDS, PARTY_WORDS } from '#shared/words/plan-words.ts';
import { taskOf } from '#shared/words/task-words.ts';
import { certaintyWords, phraseSource } from '#shared/world/provenance.ts';
import type { Finding } from './finding.ts';

export function ofMatter(
  stored: OutlookFinding,
  { rotations, activeOn, emailedOn, outlook }: Summary,
  today: Day,
): Finding {
  const due = outlook && !stored.source ? dueOf(stored, outlook) : undefined;
  const found = { ...stored, ...originOf(due) };
  const { rule, rotationId, color, since, colorSince = since, party, lastDay } = found;
  const isUnanswered = found.standing === 'open';
  const code = color === 'outside' ? 'X1' : isUnanswered ? 'Q1' : codeOf(rule);
  return {
    rule,
    code,
    level: color,
    since,
    levelSince: colorSince,
    ...(lastDay && { lastDay }),
    ...(rotationId && { rotationId }),
    owner: party,
    words: () => ({
      reason: `${capital(taskOf(rule, titleOf(found, rotations), found.standing, party))}${standingWords(found, today)}`,
      action: actionOf(found, code),
      data: [
        ...dataOf(found),
        ...(code === 'U1' ? contactOf(activeOn, emailedOn) : []),
        ...(code === 'L2' ? lettersOf(rotations.find(({ id }) => id === rotationId)) : []),
      ],
    }),
  };
}

function originOf(due: OutlookDue | undefined): Partial<OutlookFinding> {
  if (!due) return {};
  const { certainty, source, checkedOn } = due;
  return { certainty, source, ...(checkedOn && { checkedOn }) };
}

const CLOSED_SINCE: Readonly<Partial<Record<ClosedReason, string>>> = {
  rejected: ', since the host said no',
  'canceled-by-host': ', since the host canceled it',
  'offer-expired': ', since the offer ended without an answer',
};

function titleOf(
  { rule, rotationId, title, since }: OutlookFinding,
  rotations: Summary['rotations'],
): string {
  const reason = rotations.find(({ id }) => id === rotationId)?.closed;
  if (rule === 'closed' && reason) return `${title}${CLOSED_SINCE[reason] ?? ''}`;
  return rule === 'silent' ? `no update since ${phraseDay(since)}, and ${title}` : title;
}

function contactOf(activeOn: Day | undefined, emailedOn: Day | undefined): string[] {
  return [
    activeOn ? `last update on ${phraseDay(activeOn)}` : 'no update yet',
    emailedOn ? `last email on ${phraseDay(emailedOn)}` : 'no email sent yet',
  ];
}

function standingWords(
  {
    rule,
    standing,
    color,
    day,
    isStart,
    wasBeforePlan,
    wasBeforeOffer,
    wasBeforeRefusal,
    rotationId,
    lastDay,
    isLastEstimated,
    party,
    since,
    certainty,
  }: OutlookFinding,
  today: Day,
): string {
  if (color === 'outside') {
    const days = daysBetween(since, today);
    const needed = lastDay && lastDay >= today ? `, needed by ${phraseDay(lastDay)}` : '';
    return `: with ${PARTY_WORDS[party]}${days > 0 ? ` for ${counted(days, 'day')}` : ''}${needed}${needed && isLastEstimated ? ' (est.)' : ''}`;
  }
  if (rule === 'silent') return '';
  if (standing === 'open') return day ? `: asked on ${phraseDay(day)}, not answered yet` : '';
  // A conflict names itself.
  if (standing === 'lost') {
    if (!lastDay || rule === 'closed') return '';
    const last = `${phraseDay(lastDay)}${isLastEstimated ? ' (est.)' : ''}`;
    if (party !== 'applicant') return `: needed by ${last}`;
    return lastDay < today
      ? `: possible until ${last}, and not done`
      : `: as entered, it cannot be there by ${last}`;
  }
  const isUnknown = standing === 'unknown';
  const doubt = isUnknown ? ': not known whether it is possible' : '';
  if (!day) return doubt;
  const isOwnLate = !isUnknown && !wasBeforePlan;
  const start = isUnknown ? 'start by' : isOwnLate ? 'should have started by' : 'best started by';
  const distance =
    isUnknown || isOwnLate
      ? phraseDistance(today, day)
      : phraseBeforeAdded({ wasBeforeOffer, wasBeforeRefusal, rotationId });
  const until =
    lastDay && lastDay >= today && lastDay !== day
      ? `, possible until ${phraseDay(lastDay)}${isLastEstimated ? ' (est.)' : ''}`
      : '';
  return `${doubt}${isUnknown ? '; ' : ': '}${isStart ? start : 'due'} ${phraseDay(day)} (${distance}${estimated(certainty)})${until}`;
}

const LATE: Readonly<Record<RiskCode, string>> = {
  D1: 'call to find out whether it was done, or what can still be saved',
  D2: 'agree on a day to do it',
  R1: 'find a host with places left, and review the backup',
  L1: 'choose the next writer together, and ask this week',
  L2: 'have the applicant ask another writer, or arrange a backup letter',
  C1: 'find out what is missing, and have it sent',
  P1: 'change the dates of one of them, or withdraw it',
  Q1: 'ask the applicant, and have the answer recorded',
  U1: 'email or call in person',
  X1: 'ask what is holding it up',
};

/** Rules whose next act is another one than their code's. */
const LATE_OF_RULES: Readonly<Record<string, string>> = {
  G16b: 'have it sent from MyERAS today',
  'assign-letter': 'have it assigned in MyERAS today',
};

/** What to do about a loss, by its rule or code; any other is a rotation. */
const WHAT_NOW: Readonly<Record<string, string>> = {
  G11: 'plan for another Match year together',
  L1: 'choose another writer, or continue without this letter',
  L2: 'choose another writer, or continue without this letter',
};

const WITH: Readonly<Partial<Record<Party, string>>> = {
  host: 'the applicant may ask the coordinator once',
  'home-school': 'ask the dean’s office',
  writer: 'have the applicant ask in person',
  visa: 'this cannot be sped up; keep a backup open',
  external: 'this cannot be sped up; check again in two weeks',
};

function actionOf({ rule, color, party, standing }: OutlookFinding, code: RiskCode): string {
  if (rule === 'unreached') return 'call, and enter a working address';
  if (color === 'outside') return WITH[party] ?? LATE.X1;
  if (standing === 'unknown') return 'ask the host whether it is possible, and record the answer';
  if (rule === 'closed') return 'agree on another host, or reopen it if that is wrong';
  if (rule === 'gate') return 'agree on other dates or another host, or withdraw it';
  if (standing === 'lost' && color === 'red' && rule !== 'overlap')
    return 'call to find out what can still save it';
  if (color === 'cannot-be-saved')
    return WHAT_NOW[rule] ?? WHAT_NOW[code] ?? 'agree on other dates or another host, or close it';
  return LATE_OF_RULES[rule] ?? LATE[code];
}

function dataOf({ day, certainty, source, checkedOn }: OutlookFinding): string[] {
  if (!day || !certainty || !source) return [];
  return [dueWords({ day, certainty, source, ...(checkedOn && { checkedOn }) })];
}

function lettersOf(rotation: SummaryRotation | undefined): string[] {
  return (rotation?.letters ?? []).map(
    ({ writer, status, since }) =>
      `${writer}: ${LETTER_STATUS_WORDS[status]} ${status === 'declined' ? 'on' : 'since'} ${phraseDay(since)}`,
  );
}

/** `due Mon, Jun 7, 2027 (tomorrow, est.)` */
export function phraseDue(
  { day, certainty }: Pick<OutlookDue, 'day' | 'certainty'>,
  today: Day,
): string {
  return `due ${phraseDay(day)} (${phraseDistance(today, day)}${estimated(certainty)})`;
}

function estimated(certainty: OutlookFinding['certainty']): string {
  return certainty === 'estimated' ? ', est.' : '';
}

/** `due Fri, Sep 3, 2027, official: host page, checked Mon, Nov 23, 2026` */
export function dueWords(
  due: Pick<OutlookDue, 'day' | 'certainty' | 'source' | 'checkedOn'>,
): string {
  return `due ${phraseDay(due.day)}, ${certaintyWords(due.certainty, 'advisor')}: ${phraseSource(due)}`;
}
